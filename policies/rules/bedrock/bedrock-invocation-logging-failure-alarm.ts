import {
  BEDROCK_NAMESPACE,
  DELIVERY_FAILURE_METRICS,
  type DeliveryFailureMetric,
} from "../../../facts/bedrock/delivery-metrics";
import { UNKNOWN } from "../../properties";
import { decide } from "../../requirements";
import { INVOCATION_LOGGING_CONFIGURATION, METRIC_ALARM } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { tellsOfTheFirst } from "../../stack/alarms";
import type { Stack, StackResource } from "../../stack/stack";
import { inSameRegion } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";
import { CLOUDWATCH_CONFIG, LARGE_DATA_CONFIG, S3_CONFIG } from "./invocation-logging";

/** A destination of the logs, and the metric that counts what could not be delivered to it. */
interface Destination {
  readonly path: string;
  readonly metric: DeliveryFailureMetric;
}

const DESTINATIONS: readonly Destination[] = [
  { path: CLOUDWATCH_CONFIG, metric: DELIVERY_FAILURE_METRICS.cloudWatchLogs },
  { path: S3_CONFIG, metric: DELIVERY_FAILURE_METRICS.s3 },
  { path: LARGE_DATA_CONFIG, metric: DELIVERY_FAILURE_METRICS.largeDataS3 },
];

export const bedrockInvocationLoggingFailureAlarm = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-failure-alarm",
  title: "Bedrock model invocation logging has an alarm on failed deliveries",
  severity: "high",
  property: "loggingConfig",
  rationale:
    "Models answer whether or not the record is delivered. Without an alarm, a changed key policy can end the log " +
    "unnoticed.",
  remediation:
    "Declare, in the same region, an alarm with an action on the destination's failure metric in " +
    `${BEDROCK_NAMESPACE}, without dimensions, that fires on the first failure.`,
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html"],
  checkEach: (configuration, { stack }) =>
    all(
      ...DESTINATIONS.map((destination) =>
        decide(configuration.properties, destination.path, (value) =>
          value === undefined ? pass : checkAlarms(stack, configuration, destination),
        ),
      ),
    ),
});

/** An alarm, as far as it is the one required. */
interface Candidate {
  readonly watches: Truth;
  readonly works: Truth;
}

function checkAlarms(stack: Stack, configuration: StackResource, { path, metric }: Destination): Results {
  const alarms = stack.ofType(METRIC_ALARM).map((alarm): Candidate => ({
    watches: every([
      is(alarm.properties.namespace, BEDROCK_NAMESPACE),
      is(alarm.properties.metricName, metric),
      inSameRegion(stack, alarm, configuration),
    ]),
    works: tellsOfTheFirst(alarm),
  }));
  switch (some(alarms.map(({ watches, works }) => every([watches, works])))) {
    case true:
      return pass;
    case UNKNOWN:
      return undecided(path);
    case false: {
      const exists = alarms.some(({ watches }) => watches !== false);
      const problem = exists ? `the alarm on ${metric} cannot fire or has no action` : `there is no alarm on ${metric}`;
      return fail(path, `is set, but ${problem}; declare one that fires on the first failure`);
    }
  }
}
