/** Whether an alarm tells somebody: of the first count of its metric, or of the silence of a log group. */
import type { WatchedMetric } from "../../facts/alerting/usage-alarms";
import { INCOMING_EVENTS } from "../../facts/logs/incoming-events";
import { UNKNOWN, type Value, at, isList, isMap } from "../properties";
import type { LOG_GROUP, METRIC_ALARM } from "../resources";
import { type Truth, every, is, not, same, some } from "../truth";
import type { StackResourceOf } from "./stack";

type Alarm = StackResourceOf<typeof METRIC_ALARM>;
type LogGroup = StackResourceOf<typeof LOG_GROUP>;

/** Of a metric without dimensions, which counts what should not be. */
export function tellsOfTheFirst(alarm: Alarm): Truth {
  return every([hasNoDimension(alarm), countsEach(alarm), firesOnTheFirst(alarm), hasAction(alarm)]);
}

const DAY_IN_SECONDS = 86_400;

/** Of a log group that receives nothing: CloudWatch Logs counts what comes in by group, and publishes nothing where nothing does. */
export function tellsOfSilentGroup(alarm: Alarm, group: LogGroup): Truth {
  return every([isOfIncomingEvents(alarm.properties, group), tellsOfSilence(alarm)]);
}

/**
 * Of what the other metric counts and the log group does not receive, by an expression on both: what its value means, and when it is enough,
 * knows whoever wrote it.
 */
export function tellsOfUnlogged(alarm: Alarm, group: LogGroup, counted: WatchedMetric): Truth {
  const { metricQueries } = alarm.properties;
  if (metricQueries === UNKNOWN) {
    return UNKNOWN;
  }
  const queries: readonly Value[] = isList(metricQueries) ? metricQueries : [];
  const isOn = (expression: Value, isMetric: (metric: Value | undefined) => Truth): Truth =>
    some(
      queries.map((query) =>
        every([isMetric(at(query, "metric")), names(at(expression, "expression"), at(query, "id"))]),
      ),
    );
  return every([
    some(
      queries.map((query) =>
        every([
          is(at(query, "returnData"), true),
          isOn(query, (metric) => isOf(metric, counted)),
          isOn(query, (metric) => isOfIncomingEvents(metric, group)),
        ]),
      ),
    ),
    hasAction(alarm),
  ]);
}

/** Whether the expression has the id as a word. */
function names(expression: Value | undefined, id: Value | undefined): Truth {
  if (expression === UNKNOWN || id === UNKNOWN) {
    return UNKNOWN;
  }
  return typeof expression === "string" && (expression.match(/\w+/g) ?? []).some((word) => word === id);
}

function isOfIncomingEvents(metric: Value | undefined, { properties: group }: LogGroup): Truth {
  return every([
    isOf(metric, INCOMING_EVENTS),
    same(at(metric, `dimensions.${INCOMING_EVENTS.dimension}`), group.name),
  ]);
}

/** Whether the metric is of this name. With other dimensions it is another one; which an alarm of others watches, they know. */
export function isOf(metric: Value | undefined, { namespace, name }: WatchedMetric): Truth {
  return every([is(at(metric, "namespace"), namespace), is(at(metric, "metricName"), name)]);
}

/** Of a metric that counts what should go on, and is not published where nothing does: within a day, at zero and where there is no data. */
function tellsOfSilence(alarm: Alarm): Truth {
  const { statistic, treatMissingData, comparisonOperator, threshold, period, evaluationPeriods } = alarm.properties;
  if ([comparisonOperator, threshold, period, evaluationPeriods].includes(UNKNOWN)) {
    return UNKNOWN;
  }
  const isAtZero =
    typeof threshold === "number" &&
    ((comparisonOperator === "LessThanThreshold" && threshold > 0) ||
      (comparisonOperator === "LessThanOrEqualToThreshold" && threshold >= 0));
  const isInTime =
    typeof period === "number" && typeof evaluationPeriods === "number" && period * evaluationPeriods <= DAY_IN_SECONDS;
  return every([
    isAtZero && isInTime && evaluationPeriods > 0,
    is(statistic, "Sum"),
    is(treatMissingData, "breaching"),
    hasAction(alarm),
  ]);
}

/** The metric is published without dimensions: an alarm with one waits for data that never comes. */
function hasNoDimension({ properties: { dimensions } }: Alarm): Truth {
  return dimensions === UNKNOWN ? UNKNOWN : !isMap(dimensions) || Object.keys(dimensions).length === 0;
}

function firesOnTheFirst({ properties: { comparisonOperator, threshold } }: Alarm): Truth {
  if (comparisonOperator === UNKNOWN || threshold === UNKNOWN) {
    return UNKNOWN;
  }
  // The API takes no other operator for a plain threshold that a rising count could cross.
  return (
    typeof threshold === "number" &&
    ((comparisonOperator === "GreaterThanThreshold" && threshold < 1) ||
      (comparisonOperator === "GreaterThanOrEqualToThreshold" && threshold <= 1))
  );
}

/** The statistic is that of the counts in a period, and one bad period is enough. */
function countsEach({ properties: { statistic, datapointsToAlarm, evaluationPeriods } }: Alarm): Truth {
  const periods = datapointsToAlarm ?? evaluationPeriods;
  return every([some([is(statistic, "Sum"), is(statistic, "Maximum")]), is(periods, 1)]);
}

/** Whether it tells anybody. */
export function hasAction({ properties: { actionsEnabled, alarmActions } }: Alarm): Truth {
  return every([
    not(is(actionsEnabled, false)),
    alarmActions === UNKNOWN ? UNKNOWN : isList(alarmActions) && alarmActions.length > 0,
  ]);
}
