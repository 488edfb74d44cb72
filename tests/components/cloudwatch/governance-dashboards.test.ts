import assert from "node:assert/strict";

import { DASHBOARD_IDS, DASHBOARDS, auditAlarmNames } from "../../../components/cloudwatch/dashboard-contents";
import {
  GovernanceDashboards,
  type GovernanceDashboardsArgs,
} from "../../../components/cloudwatch/governance-dashboards";
import { dashboardBody } from "../../../components/documents/dashboards";
import { OPERATION_METRICS, type OperationMetric } from "../../../facts/bedrock/operation-metrics";
import { parseDashboardBody } from "../../../policies/patterns/dashboard-body";
import { RUNBOOK_IDS, runbookOf } from "../../../runbooks/catalogue";
import { CATEGORIES } from "../../../runbooks/runbook";
import { record, type Recording } from "../recorder";

const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
const REGIONS = ["eu-central-1", "us-east-1"];

describe("GovernanceDashboards", () => {
  it("are five, at one place", async () => {
    const made = await dashboards({ region: "eu-central-1" });
    assert.deepEqual(
      made.children(),
      [
        "ai-governance-baseline:index:GovernanceDashboards board",
        ...DASHBOARD_IDS.map((id) => `${DASHBOARD} board-${id}`),
      ].sort(),
    );
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "eu-central-1"));
  });

  it("show every metric of models and guardrails, of every region", async () => {
    const made = await dashboards({});
    const shown = DASHBOARD_IDS.flatMap((id) => parseDashboardBody(bodyOf(made, id)));
    for (const region of REGIONS) {
      for (const { namespace, name } of Object.values<OperationMetric>(OPERATION_METRICS)) {
        assert.ok(
          shown.some((one) => one.region === region && one.namespace === namespace && one.name === name),
          `${namespace} ${name} in ${region}`,
        );
      }
    }
  });

  it("show what each runbook found, at home", async () => {
    const made = await dashboards({ region: "eu-central-1" });
    const { widgets } = JSON.parse(bodyOf(made, "runbooks")) as {
      readonly widgets: readonly {
        readonly properties: { readonly region?: string; readonly metrics?: readonly unknown[] };
      }[];
    }; // by its form
    const metrics = widgets.flatMap(({ properties }) => properties.metrics ?? []);
    assert.deepEqual(
      metrics,
      Object.keys(CATEGORIES).flatMap((category) =>
        RUNBOOK_IDS.filter((id) => runbookOf(id).category === category).map((id) => [
          "AiGovernanceBaseline/Runbooks",
          "Rows",
          "Category",
          category,
          "Runbook",
          id,
        ]),
      ),
    );
    assert.equal(metrics.length, RUNBOOK_IDS.length);
    assert.ok(widgets.slice(1).every(({ properties }) => properties.region === "eu-central-1"));
  });

  it("show the trail and its alarms where they are given", async () => {
    const made = await dashboards({ trailLogGroupName: "/aws/cloudtrail/trail", auditAlarms: "audit-alarms" });
    const { widgets } = JSON.parse(bodyOf(made, "audit")) as { widgets: { type: string; properties: object }[] }; // by its form
    assert.deepEqual(
      widgets.map(({ type }) => type),
      ["alarm", "metric", "metric", "metric"],
    );
    assert.deepEqual(widgets[0]?.properties, {
      title: "Alarms on the trail",
      alarms: auditAlarmNames("audit-alarms").map(
        (name) => `arn:aws:cloudwatch:eu-central-1:123456789012:alarm:${name}`,
      ),
    });
    assert.deepEqual(widgets[1], {
      type: "metric",
      x: 0,
      y: 4,
      width: 24,
      height: 6,
      properties: {
        title: "Events that the trail delivers",
        region: "eu-central-1",
        stat: "Sum",
        metrics: [["AWS/Logs", "IncomingLogEvents", "LogGroupName", "/aws/cloudtrail/trail"]],
        period: 300,
        view: "timeSeries",
        stacked: false,
      },
    });
  });

  it("show no trail where none is given", async () => {
    const { widgets } = JSON.parse(bodyOf(await dashboards({}), "audit")) as { widgets: { type: string }[] }; // by its form
    assert.deepEqual(
      widgets.map(({ type }) => type),
      ["metric", "metric"],
    );
  });

  it("refuse to show no region", () => {
    assert.throws(() => new GovernanceDashboards("board", { regions: [] }), {
      message:
        'GovernanceDashboards "board": regions is []. Allowed: one or more regions. Name the regions in which models are called.',
    });
  });
});

describe("The body of a dashboard", () => {
  it("places rows below each other, and widgets of a row beside each other", () => {
    const text = { kind: "text", markdown: "# Models" } as const;
    const body = dashboardBody([
      { height: 2, widgets: [text] },
      { height: 6, widgets: [text, text, text] },
    ]);
    const { widgets } = JSON.parse(body) as { widgets: { x: number; y: number; width: number; height: number }[] }; // by its form
    assert.deepEqual(
      widgets.map(({ x, y, width, height }) => [x, y, width, height]),
      [
        [0, 0, 24, 2],
        [0, 2, 8, 6],
        [8, 2, 8, 6],
        [16, 2, 8, 6],
      ],
    );
  });

  for (const id of DASHBOARD_IDS) {
    it(`of ${id} can be read, for as many regions as there are`, () => {
      const regions = Array.from({ length: 35 }, (_, index) => `eu-central-${index}`);
      const home = { partition: "aws", accountId: "111122223333", region: "eu-central-1" };
      const rows = DASHBOARDS[id]({ home, regions, trailLogGroup: "trail", auditAlarms: auditAlarmNames("alarms") });
      assert.ok(parseDashboardBody(dashboardBody(rows)).length >= regions.length);
    });
  }
});

function bodyOf(made: Recording, id: string): string {
  return String(made.inputs(DASHBOARD, `board-${id}`)["dashboardBody"]);
}

function dashboards(args: Partial<GovernanceDashboardsArgs>): Promise<Recording> {
  return record(() => void new GovernanceDashboards("board", { regions: REGIONS, ...args }));
}
