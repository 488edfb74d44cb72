/** What each dashboard of an account shows: decided on plain data. */
import { AUDIT_FILTER_IDS } from "../../facts/cloudtrail/audit-filters";
import { BEDROCK_NAMESPACE, DELIVERY_FAILURE_METRICS } from "../../facts/bedrock/delivery-metrics";
import { OPERATION_METRICS, type OperationMetricId } from "../../facts/bedrock/operation-metrics";
import type { WatchedMetric } from "../../facts/alerting/usage-alarms";
import { RUNBOOK_DIMENSIONS, RUNBOOK_NAMESPACE, ROWS_METRIC } from "../../runbooks/metrics";
import { APPLICATION_METRICS, type ApplicationMetricId } from "../../facts/telemetry/signals";
import { RUNBOOK_IDS, runbookOf } from "../../runbooks/catalogue";
import { CATEGORIES, type Category } from "../../runbooks/runbook";
import type { AccountRegion } from "../documents/iam";
import type { WidgetContent, WidgetMetric, WidgetRow } from "../documents/dashboards";

/** What dashboards are made about. */
export interface DashboardSubject {
  readonly home: AccountRegion;
  readonly regions: readonly string[];
  /** The name of the log group that the trail delivers to, where there is one. */
  readonly trailLogGroup: string | undefined;
  /** The names of alarms at home. */
  readonly auditAlarms: readonly string[];
}

export const DASHBOARD_IDS = ["models", "guardrails", "spend", "audit", "runbooks"] as const;

export type DashboardId = (typeof DASHBOARD_IDS)[number];

const METRICS_HEIGHT = 6;

const metric = (id: OperationMetricId): WidgetMetric => shown(OPERATION_METRICS[id]);
const ofApplications = (id: ApplicationMetricId): WidgetMetric => shown(APPLICATION_METRICS[id]);

function shown({ namespace, name, dimensions = {} }: WatchedMetric): WidgetMetric {
  return [namespace, name, ...Object.entries(dimensions).flat()];
}

/** A row of widgets for each region. */
function perRegion(
  regions: readonly string[],
  charts: readonly {
    readonly title: string;
    readonly stat?: "Sum" | "Average" | "p90";
    readonly metrics: readonly WidgetMetric[];
  }[],
): readonly WidgetRow[] {
  return regions.map((region) => ({
    height: METRICS_HEIGHT,
    widgets: charts.map(({ title, stat = "Sum", metrics }): WidgetContent => ({
      kind: "metrics",
      title: `${title}, ${region}`,
      region,
      stat,
      metrics,
    })),
  }));
}

const failure = (name: string): WidgetMetric => [BEDROCK_NAMESPACE, name];

/** What each dashboard shows, by its id. */
export const DASHBOARDS: Readonly<Record<DashboardId, (subject: DashboardSubject) => readonly WidgetRow[]>> = {
  models: ({ regions }) => [
    ...perRegion(regions, [
      { title: "Calls to models", metrics: [metric("invocations"), metric("mantleInferences")] },
      { title: "Latency, 90th percentile (ms)", stat: "p90", metrics: [metric("latency")] },
      {
        title: "Errors and throttles",
        metrics: [metric("clientErrors"), metric("serverErrors"), metric("throttles"), metric("mantleErrors")],
      },
    ]),
    ...perRegion(regions, [
      {
        title: "Denied calls, failures of tools and retrievals",
        metrics: [ofApplications("deniedCalls"), ofApplications("toolFailures"), ofApplications("retrievalFailures")],
      },
      {
        title: "What applications report",
        metrics: [
          ofApplications("escalations"),
          ofApplications("lowQualityFeedback"),
          ofApplications("highRiskOutputs"),
          ofApplications("unexpectedActions"),
        ],
      },
    ]),
  ],
  guardrails: ({ regions }) =>
    perRegion(regions, [
      { title: "Checked and intervened", metrics: [metric("guardrailInvocations"), metric("guardrailInterventions")] },
      { title: "Errors and throttles", metrics: [metric("guardrailErrors"), metric("guardrailThrottles")] },
      { title: "Calls of applications that were blocked", metrics: [ofApplications("blockedCalls")] },
    ]),
  spend: ({ regions }) =>
    perRegion(regions, [
      { title: "Tokens of models", metrics: [metric("inputTokens"), metric("outputTokens")] },
      { title: "Tokens by bedrock-mantle", metrics: [metric("mantleInputTokens"), metric("mantleOutputTokens")] },
      { title: "Text units of guardrails", metrics: [metric("guardrailTextUnits")] },
    ]),
  audit: ({ home, regions, trailLogGroup, auditAlarms }) => [
    ...(auditAlarms.length === 0 ? [] : [alarmsRow(home, auditAlarms)]),
    ...(trailLogGroup === undefined ? [] : [trailRow(home, trailLogGroup)]),
    ...perRegion(regions, [
      {
        title: "Invocation logs that could not be delivered",
        metrics: Object.values(DELIVERY_FAILURE_METRICS).map(failure),
      },
    ]),
  ],
  runbooks: ({ home }) => [
    {
      height: 3,
      widgets: [
        {
          kind: "text",
          markdown:
            "# What runbooks found\nRows by runbook, as `baseline runbook run --publish metric` writes them. A zero is a run that found nothing; where there is no value, nobody asked.",
        },
      ],
    },
    ...inPairs(CATEGORY_IDS).map((categories) => ({
      height: METRICS_HEIGHT,
      widgets: categories.map((category) => foundBy(category, home)),
    })),
  ],
};

/** The answers of a category's runbooks. They are published at home, whichever regions they are about. */
function foundBy(category: Category, { region }: AccountRegion): WidgetContent {
  return {
    kind: "metrics",
    title: CATEGORIES[category],
    region,
    stat: "Sum",
    metrics: RUNBOOK_IDS.filter((id) => runbookOf(id).category === category).map((id) => [
      RUNBOOK_NAMESPACE,
      ROWS_METRIC,
      RUNBOOK_DIMENSIONS.category,
      category,
      RUNBOOK_DIMENSIONS.runbook,
      id,
    ]),
  };
}

const CATEGORY_IDS = Object.keys(CATEGORIES) as readonly Category[]; // Object.keys loses the key types

function inPairs<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => items.slice(index * 2, index * 2 + 2));
}

function alarmsRow({ partition, accountId, region }: AccountRegion, names: readonly string[]): WidgetRow {
  const alarms = names.map((name) => `arn:${partition}:cloudwatch:${region}:${accountId}:alarm:${name}`);
  return { height: 4, widgets: [{ kind: "alarms", title: "Alarms on the trail", alarms }] };
}

function trailRow({ region }: AccountRegion, logGroup: string): WidgetRow {
  return {
    height: METRICS_HEIGHT,
    widgets: [
      {
        kind: "metrics",
        title: "Events that the trail delivers",
        region,
        stat: "Sum",
        metrics: [["AWS/Logs", "IncomingLogEvents", "LogGroupName", logGroup]],
      },
    ],
  };
}

/** The names of the alarms of an `AuditAlarms` component. */
export function auditAlarmNames(component: string): readonly string[] {
  return [...AUDIT_FILTER_IDS, "silence"].map((id) => `${component}-${id}`);
}
