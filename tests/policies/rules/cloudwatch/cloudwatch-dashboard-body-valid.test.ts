import { cloudwatchDashboardBodyValid } from "../../../../policies/rules/cloudwatch/cloudwatch-dashboard-body-valid";
import { describeResourceRule } from "../../rule-harness";

const METRIC = { type: "metric", properties: { region: "us-east-1", metrics: [["AWS/Bedrock", "Invocations"]] } };
const body = (...widgets: readonly object[]) => ({ dashboardBody: JSON.stringify({ widgets }) });
const metric = (properties: object) => body({ type: "metric", properties: { region: "us-east-1", ...properties } });
const OFF_GRID = "cannot be shown: widgets[0] does not stand on the grid of 24 columns";

describeResourceRule(cloudwatchDashboardBodyValid, {
  fails: [
    { title: "a text that is not JSON", set: { dashboardBody: "{" }, message: "cannot be shown: it is not JSON" },
    { title: "no list", set: { dashboardBody: "{}" }, message: "cannot be shown: it has no list of widgets" },
    {
      title: "a body that is no text",
      set: { dashboardBody: 5 },
      message: "is 5; set it to a JSON text",
    },
    {
      title: "a widget of a type that there is not",
      set: body({ type: "graph", properties: {} }),
      message:
        'cannot be shown: widgets[0] has the type "graph"; allowed are alarm, custom, explorer, log, metric, text',
    },
    { title: "a widget beyond the last column", set: body({ ...METRIC, x: 24 }), message: OFF_GRID },
    { title: "a widget that reaches beyond it", set: body({ ...METRIC, x: 19, width: 6 }), message: OFF_GRID },
    { title: "a widget without a width", set: body({ ...METRIC, width: 0 }), message: OFF_GRID },
    { title: "a widget that is too high", set: body({ ...METRIC, height: 1001 }), message: OFF_GRID },
    {
      title: "a widget without properties",
      set: body({ type: "text" }),
      message: "cannot be shown: widgets[0] has no properties",
    },
    {
      title: "metrics of no region",
      set: body({ type: "metric", properties: { metrics: [["AWS/Bedrock", "Invocations"]] } }),
      message: "cannot be shown: widgets[0] names no region",
    },
    { title: "no metric", set: metric({ metrics: [] }), message: "cannot be shown: widgets[0] shows no metric" },
    {
      title: "a metric without a name",
      set: metric({ metrics: [["AWS/Bedrock"]] }),
      message: "cannot be shown: widgets[0].metrics[0] has no namespace and name",
    },
    {
      title: "a metric that is no list",
      set: metric({ metrics: ["AWS/Bedrock"] }),
      message: "cannot be shown: widgets[0].metrics[0] is no list",
    },
    {
      title: "an alarm widget without alarms",
      set: body({ type: "alarm", properties: { alarms: [] } }),
      message: "cannot be shown: widgets[0] shows no alarms, or more than 100",
    },
    {
      title: "501 widgets",
      set: body(...Array.from({ length: 501 }, () => METRIC)),
      message: "cannot be shown: it has 501 widgets, and CloudWatch takes at most 500",
    },
  ],
  passes: [
    { title: "500 widgets", set: body(...Array.from({ length: 500 }, () => METRIC)) },
    { title: "a widget that reaches the last column", set: body({ ...METRIC, x: 18, width: 6 }) },
    {
      title: "places that are taken over from the metric before, and an expression",
      set: metric({
        metrics: [["AWS/Bedrock", "Invocations"], [".", "InvocationLatency"], [{ expression: "m1 / m2" }]],
      }),
    },
    { title: "no widgets", set: body() },
    { title: "alarm annotations in place of metrics", set: metric({ annotations: { alarms: ["arn"] } }) },
    { title: "a widget of logs", set: body({ type: "log", properties: { query: "SOURCE 'a'" } }) },
  ],
});
