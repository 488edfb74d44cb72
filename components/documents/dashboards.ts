/** Bodies of CloudWatch dashboards as typed data: pure functions on plain strings. */
import { GRID_COLUMNS } from "../../facts/cloudwatch/dashboards";

/** A metric: its namespace, its name, and the names and values of its dimensions by turns. */
export type WidgetMetric = readonly [namespace: string, name: string, ...dimensions: string[]];

/** What is shown, before it has a place. */
export type WidgetContent =
  | {
      readonly kind: "metrics";
      readonly title: string;
      readonly region: string;
      readonly stat: "Sum" | "Average" | "p90";
      readonly metrics: readonly WidgetMetric[];
    }
  | { readonly kind: "alarms"; readonly title: string; readonly alarms: readonly string[] }
  | { readonly kind: "text"; readonly markdown: string };

/** A row of widgets of one height that share the width. */
export interface WidgetRow {
  /** In units of the grid. */
  readonly height: number;
  readonly widgets: readonly WidgetContent[];
}

const FIVE_MINUTES = 300;

/**
 * The body of a dashboard, as CloudWatch takes it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardBody(rows: readonly WidgetRow[]): string {
  const tops = rows.map((_, index) => rows.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  return JSON.stringify({
    widgets: rows.flatMap(({ height, widgets }, row) => {
      const width = Math.floor(GRID_COLUMNS / widgets.length);
      return widgets.map((content, column) => ({
        type: TYPES[content.kind],
        x: column * width,
        y: tops[row],
        width,
        height,
        properties: propertiesOf(content),
      }));
    }),
  });
}

const TYPES = { metrics: "metric", alarms: "alarm", text: "text" } as const;

function propertiesOf(content: WidgetContent): object {
  switch (content.kind) {
    case "metrics": {
      const { title, region, stat, metrics } = content;
      return { title, region, stat, metrics, period: FIVE_MINUTES, view: "timeSeries", stacked: false };
    }
    case "alarms":
      return { title: content.title, alarms: content.alarms };
    case "text":
      return { markdown: content.markdown };
  }
}
