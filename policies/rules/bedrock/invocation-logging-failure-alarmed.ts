import { type Judgements, all, decide, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, isList, isMap } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { eachOf, inSameRegion } from "../subjects";
import { type Truth, every, is, not, some } from "../truth";
import {
  CLOUDWATCH_CONFIG,
  INVOCATION_LOGGING_CONFIGURATION,
  LARGE_DATA_CONFIG,
  S3_CONFIG,
} from "./invocation-logging";

const METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** The metric that counts what could not be delivered, by destination. */
const FAILURE_METRICS = {
  [CLOUDWATCH_CONFIG]: "ModelInvocationLogsCloudWatchDeliveryFailure",
  [S3_CONFIG]: "ModelInvocationLogsS3DeliveryFailure",
  [LARGE_DATA_CONFIG]: "ModelInvocationLargeDataS3DeliveryFailure",
} as const;

export const invocationLoggingFailureAlarmed = stackRule({
  id: "invocation-logging-failure-alarmed",
  title: "Somebody is told when invocation logs cannot be delivered",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: "loggingConfig",
  rationale:
    "Models answer whether or not the record of it is delivered: a key policy that was changed loses the log without a trace.",
  fix:
    "Declare, in the same region, an alarm with an action on the destination's failure metric of AWS/Bedrock, without " +
    "dimensions, that fires from the first failure.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, INVOCATION_LOGGING_CONFIGURATION, (configuration) =>
      all(
        ...Object.entries(FAILURE_METRICS).map(([destination, metric]) =>
          decide(configuration.properties, destination, (value) =>
            value === undefined ? pass : judgeAlarms(stack, configuration, { destination, metric }),
          ),
        ),
      ),
    ),
});

interface Watched {
  readonly destination: string;
  readonly metric: string;
}

/** An alarm, as far as it is the one wanted. */
interface Candidate {
  readonly watches: Truth;
  readonly works: Truth;
}

function judgeAlarms(stack: Stack, configuration: StackResource, { destination, metric }: Watched): Judgements {
  const alarms = stack.ofType(METRIC_ALARM).map((alarm): Candidate => ({
    watches: every([
      is(at(alarm.properties, "namespace"), "AWS/Bedrock"),
      is(at(alarm.properties, "metricName"), metric),
      inSameRegion(stack, alarm, configuration),
    ]),
    works: every([hasNoDimension(alarm), countsEach(alarm), firesFromTheFirst(alarm), tellsSomebody(alarm)]),
  }));
  switch (some(alarms.map(({ watches, works }) => every([watches, works])))) {
    case true:
      return pass;
    case UNKNOWN:
      return undecided(destination);
    case false: {
      const idle = alarms.some(({ watches }) => watches !== false);
      const problem = idle ? `an alarm on ${metric} that cannot fire or tells nobody` : `no alarm on ${metric}`;
      return fail(destination, `is a destination with ${problem}; it must have one that fires from the first failure`);
    }
  }
}

/** The metric is published across all models only: an alarm with a dimension waits for data that never comes. */
function hasNoDimension({ properties }: StackResource): Truth {
  const dimensions = at(properties, "dimensions");
  return dimensions === UNKNOWN ? UNKNOWN : !isMap(dimensions) || Object.keys(dimensions).length === 0;
}

function firesFromTheFirst({ properties }: StackResource): Truth {
  const operator = at(properties, "comparisonOperator");
  const threshold = at(properties, "threshold");
  if (operator === UNKNOWN || threshold === UNKNOWN) {
    return UNKNOWN;
  }
  // The API takes no other operator for a plain threshold that a rising count could cross.
  return (
    typeof threshold === "number" &&
    ((operator === "GreaterThanThreshold" && threshold < 1) ||
      (operator === "GreaterThanOrEqualToThreshold" && threshold <= 1))
  );
}

/** The statistic is that of the failures in a period, and one bad period is enough. */
function countsEach({ properties }: StackResource): Truth {
  const statistic = at(properties, "statistic");
  const periods = at(properties, "datapointsToAlarm") ?? at(properties, "evaluationPeriods");
  return every([some([is(statistic, "Sum"), is(statistic, "Maximum")]), is(periods, 1)]);
}

function tellsSomebody({ properties }: StackResource): Truth {
  const actions = at(properties, "alarmActions");
  return every([
    not(is(at(properties, "actionsEnabled"), false)),
    actions === UNKNOWN ? UNKNOWN : isList(actions) && actions.length > 0,
  ]);
}
