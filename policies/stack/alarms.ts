/** Whether an alarm tells somebody: of the first count of its metric, or of its silence. */
import { UNKNOWN, isList, isMap } from "../properties";
import type { METRIC_ALARM } from "../resources";
import { type Truth, every, is, not, some } from "../truth";
import type { StackResourceOf } from "./stack";

type Alarm = StackResourceOf<typeof METRIC_ALARM>;

/** Of a metric without dimensions, which counts what should not be. */
export function tellsOfTheFirst(alarm: Alarm): Truth {
  return every([hasNoDimension(alarm), countsEach(alarm), firesOnTheFirst(alarm), hasAction(alarm)]);
}

const DAY_IN_SECONDS = 86_400;

/** Of a metric that counts what should go on, and is not published where nothing does: within a day, at zero and where there is no data. */
export function tellsOfSilence(alarm: Alarm): Truth {
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
