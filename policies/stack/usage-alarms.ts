/** Which metrics some alarm watches that tells somebody, in every governed region. */
import type { WatchedMetric } from "../../facts/alerting/usage-alarms";
import { UNKNOWN, at, isList, show } from "../properties";
import { type ACCOUNT_BASELINE, METRIC_ALARM } from "../resources";
import { type Results, fail, pass, undecided } from "../result";
import { type Truth, every, some } from "../truth";
import { declined } from "./account-modes";
import { hasAction, isOf } from "./alarms";
import { inGovernedRegions } from "./governed-regions";
import type { Stack, StackResourceOf } from "./stack";
import { isInGovernedRegion } from "./subjects";

type Alarm = StackResourceOf<typeof METRIC_ALARM>;

/** @param component what declares the alarms, for the finding */
export function watchedEverywhere(
  stack: Stack,
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  metrics: readonly WatchedMetric[],
  component: string,
): Results {
  return inGovernedRegions(baseline, (region, { path, governed }) => {
    const excused = declined(baseline, { name: "alerting", region }, path);
    if (excused !== undefined) {
      return excused;
    }
    const here = stack
      .ofType(METRIC_ALARM)
      .map((alarm): Candidate => ({ alarm, isHere: isInGovernedRegion(stack, alarm, region, governed) }));
    const wanted = metrics.map((metric): Wanted => ({
      metric,
      isWatched: some(here.map(({ alarm, isHere }) => every([isHere, watches(alarm, metric), hasAction(alarm)]))),
    }));
    const missing = wanted.filter(({ isWatched }) => isWatched === false).map(({ metric }) => nameOf(metric));
    if (missing.length > 0) {
      return fail(path, `is ${show(region)}, where no alarm watches ${missing.join(", ")}; declare ${component} there`);
    }
    return wanted.some(({ isWatched }) => isWatched === UNKNOWN) ? undecided(path) : pass;
  });
}

interface Candidate {
  readonly alarm: Alarm;
  readonly isHere: Truth;
}

interface Wanted {
  readonly metric: WatchedMetric;
  readonly isWatched: Truth;
}

function nameOf({ namespace, name }: WatchedMetric): string {
  return `${namespace} ${name}`;
}

/** Whether the alarm is on the metric, by itself or in an expression. */
function watches({ properties }: Alarm, metric: WatchedMetric): Truth {
  const { metricQueries } = properties;
  if (metricQueries === UNKNOWN) {
    return UNKNOWN;
  }
  const inQueries = isList(metricQueries) ? metricQueries.map((query) => at(query, "metric")) : [];
  return some([isOf(properties, metric), ...inQueries.map((one) => isOf(one, metric))]);
}
