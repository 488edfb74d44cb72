import {
  MODEL_ALARMS,
  MODEL_ALARM_IDS,
  type ModelAlarm,
  OPERATION_METRICS,
  type OperationMetric,
} from "../../../facts/bedrock/operation-metrics";
import { UNKNOWN, type Value, at, isList, show } from "../../properties";
import { ACCOUNT_BASELINE, METRIC_ALARM } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { hasAction } from "../../stack/alarms";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";

type Alarm = StackResourceOf<typeof METRIC_ALARM>;

export const cloudwatchAccountModelAlarmsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-model-alarms-exist",
  title: "AWS accounts alarm on how their models and guardrails are used, in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "Stolen credentials show as tokens that nobody expected, a prompt injection as a guardrail that intervenes more than it did, and " +
    "a failing model as errors and throttles. The metrics are published in any case; without an alarm nobody looks at them in time.",
  remediation: "Declare ModelAlarms in the region, or alarms of your own on these metrics, each with an action.",
  references: [
    "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-guardrails-cw-metrics.html",
  ],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(baseline, (region, { path, governed }) => {
      const excused = declined(baseline, { name: "alerting", region }, path);
      if (excused !== undefined) {
        return excused;
      }
      const here = stack
        .ofType(METRIC_ALARM)
        .map((alarm): Candidate => ({ alarm, isHere: isInGovernedRegion(stack, alarm, region, governed) }));
      const metrics = WATCHED.map((metric): Wanted => ({
        metric,
        isWatched: some(here.map(({ alarm, isHere }) => every([isHere, watches(alarm, metric), hasAction(alarm)]))),
      }));
      const missing = metrics.filter(({ isWatched }) => isWatched === false).map(({ metric }) => nameOf(metric));
      if (missing.length > 0) {
        return fail(
          path,
          `is ${show(region)}, where no alarm watches ${missing.join(", ")}; declare ModelAlarms there`,
        );
      }
      return metrics.some(({ isWatched }) => isWatched === UNKNOWN) ? undecided(path) : pass;
    }),
});

interface Candidate {
  readonly alarm: Alarm;
  readonly isHere: Truth;
}

interface Wanted {
  readonly metric: OperationMetric;
  readonly isWatched: Truth;
}

const WATCHED: readonly OperationMetric[] = MODEL_ALARM_IDS.map((id): ModelAlarm => MODEL_ALARMS[id]).map(
  ({ metric }) => OPERATION_METRICS[metric],
);

function nameOf({ namespace, name }: OperationMetric): string {
  return `${namespace} ${name}`;
}

/** Whether the alarm is on the metric, by itself or in an expression. */
function watches({ properties }: Alarm, metric: OperationMetric): Truth {
  const { metricQueries } = properties;
  if (metricQueries === UNKNOWN) {
    return UNKNOWN;
  }
  const inQueries = isList(metricQueries) ? metricQueries.map((query) => at(query, "metric")) : [];
  return some([isMetric(properties, metric), ...inQueries.map((one) => isMetric(one, metric))]);
}

/** With other dimensions it is another metric; which an alarm of others watches, they know. */
function isMetric(value: Value | undefined, { namespace, name }: OperationMetric): Truth {
  return every([is(at(value, "namespace"), namespace), is(at(value, "metricName"), name)]);
}
