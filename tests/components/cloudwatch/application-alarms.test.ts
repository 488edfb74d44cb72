import assert from "node:assert/strict";

import { ApplicationAlarms, type ApplicationAlarmsArgs } from "../../../components/cloudwatch/application-alarms";
import { APPLICATION_ALARM_IDS, APPLICATION_ALARMS, APPLICATION_METRICS } from "../../../facts/telemetry/signals";
import { record, type Recording } from "../recorder";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";

describe("ApplicationAlarms", () => {
  it("are one alarm each, in the region that is given", async () => {
    const made = await alarms({ region: "us-east-1" });
    assert.deepEqual(
      made.children(),
      [
        "ai-governance-baseline:index:ApplicationAlarms applications",
        ...APPLICATION_ALARM_IDS.map((id) => `${ALARM} applications-${id}`),
      ].sort(),
    );
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("are those that are named, and no others", async () => {
    assert.deepEqual((await alarms({ alarms: ["escalations"] })).children(), [
      "ai-governance-baseline:index:ApplicationAlarms applications",
      `${ALARM} applications-escalations`,
    ]);
  });

  it("watch everything that is counted", () => {
    const watched = APPLICATION_ALARM_IDS.map((id): string => APPLICATION_ALARMS[id].metric);
    assert.deepEqual([...watched].sort(), Object.keys(APPLICATION_METRICS).sort());
  });

  it("go off at the first of what should never happen, of all applications together", async () => {
    assert.deepEqual((await alarms({})).inputs(ALARM, "applications-unexpected-actions"), {
      name: "applications-unexpected-actions",
      alarmDescription: "An agent tried what it is not meant to do. Runbook: agent-tool-abuse. Severity: mail.",
      namespace: "AIGovernance/Applications",
      metricName: "UnexpectedActions",
      statistic: "Sum",
      period: 300,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  it("go off above what is expected of the account where it is used to something", async () => {
    const { metricQueries, thresholdMetricId } = (await alarms({})).inputs(ALARM, "applications-escalations");
    assert.deepEqual(metricQueries, [
      {
        id: "observed",
        metric: { namespace: "AIGovernance/Applications", metricName: "Escalations", stat: "Sum", period: 300 },
        returnData: true,
      },
      { id: "expected", expression: "ANOMALY_DETECTION_BAND(observed, 3)", label: "Expected", returnData: true },
    ]);
    assert.equal(thresholdMetricId, "expected");
  });
});

function alarms(args: Partial<ApplicationAlarmsArgs>): Promise<Recording> {
  return record(() => void new ApplicationAlarms("applications", { topicArn: TOPIC_ARN, ...args }));
}
