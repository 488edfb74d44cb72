/**
 * Bodies of CloudWatch dashboards, as far as rules ask about them:
 * {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html}.
 */
import { GRID_COLUMNS, WIDGET_LIMITS, WIDGET_TYPES } from "../../facts/cloudwatch/dashboards";
import { type PropertyMap, type Value, at, isList, isMap, show } from "../properties";
import { parseStrictJson } from "../strict-json";

/** A metric that a widget shows. */
export interface ShownMetric {
  readonly region: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * The metrics that the widgets show; of search expressions and of widgets of other kinds there are none.
 *
 * @throws {Error} that says what CloudWatch does not take, or shows nothing of
 */
export function parseDashboardBody(text: string): readonly ShownMetric[] {
  const body = parseStrictJson(text) as Value;
  const widgets = isMap(body) ? body["widgets"] : undefined;
  if (!isList(widgets)) {
    throw new Error("it has no list of widgets");
  }
  if (widgets.length > WIDGET_LIMITS.widgets) {
    throw new Error(`it has ${widgets.length} widgets, and CloudWatch takes at most ${WIDGET_LIMITS.widgets}`);
  }
  return widgets.flatMap((widget, index) => shownBy(widget, `widgets[${index}]`));
}

function shownBy(widget: Value, place: string): readonly ShownMetric[] {
  if (!isMap(widget) || !WIDGET_TYPES.some((type) => type === widget["type"])) {
    throw new Error(`${place} has the type ${show(at(widget, "type"))}; allowed are ${WIDGET_TYPES.join(", ")}`);
  }
  checkPlace(widget, place);
  const properties = widget["properties"];
  if (!isMap(properties)) {
    throw new Error(`${place} has no properties`);
  }
  switch (widget["type"]) {
    case "metric":
      return metricsOf(properties, place);
    case "alarm":
      checkAlarms(properties["alarms"], place);
      return [];
    default:
      return [];
  }
}

function checkPlace(widget: PropertyMap, place: string): void {
  const { x = 0, y = 0, width = 6, height = 6 } = widget;
  const isWhole = (value: Value, from: number, to: number): boolean =>
    typeof value === "number" && Number.isInteger(value) && value >= from && value <= to;
  if (
    !isWhole(x, 0, GRID_COLUMNS - 1) ||
    !isWhole(y, 0, Number.MAX_SAFE_INTEGER) ||
    !isWhole(width, 1, GRID_COLUMNS) ||
    !isWhole(height, 1, WIDGET_LIMITS.height) ||
    Number(x) + Number(width) > GRID_COLUMNS
  ) {
    throw new Error(`${place} does not stand on the grid of ${GRID_COLUMNS} columns`);
  }
}

function metricsOf(properties: PropertyMap, place: string): readonly ShownMetric[] {
  const { region, metrics, annotations } = properties;
  if (typeof region !== "string") {
    throw new Error(`${place} names no region`);
  }
  if (metrics === undefined && annotations !== undefined) {
    return [];
  }
  if (!isList(metrics) || metrics.length === 0) {
    throw new Error(`${place} shows no metric`);
  }
  return resolved(metrics, place).map(({ namespace, name }) => ({ region, namespace, name }));
}

/** `.` stands for what the metric before has in its place. */
function resolved(metrics: readonly Value[], place: string): readonly Omit<ShownMetric, "region">[] {
  let before: readonly Value[] = [];
  return metrics.flatMap((metric, index) => {
    if (!isList(metric)) {
      throw new Error(`${place}.metrics[${index}] is no list`);
    }
    if (isMap(metric[0])) {
      return [];
    }
    const full = metric.map((part, position) => (part === "." ? (before[position] ?? part) : part));
    before = full;
    const [namespace, name] = full;
    if (typeof namespace !== "string" || typeof name !== "string") {
      throw new Error(`${place}.metrics[${index}] has no namespace and name`);
    }
    return [{ namespace, name }];
  });
}

function checkAlarms(alarms: Value | undefined, place: string): void {
  if (!isList(alarms) || alarms.length === 0 || alarms.length > WIDGET_LIMITS.alarms) {
    throw new Error(`${place} shows no alarms, or more than ${WIDGET_LIMITS.alarms}`);
  }
}
