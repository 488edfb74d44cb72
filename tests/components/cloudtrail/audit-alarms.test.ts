import assert from "node:assert/strict";

import { AuditAlarms, type AuditAlarmsArgs } from "../../../components/cloudtrail/audit-alarms";
import { AUDIT_FILTER_IDS, AUDIT_FILTERS } from "../../../facts/cloudtrail/audit-filters";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:AuditAlarms alarms";
const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const GROUP = "/aws/cloudtrail/baseline-trail";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";

describe("AuditAlarms", () => {
  it("are a metric filter and an alarm for each thing that is counted, and an alarm on silence", async () => {
    assert.deepEqual(
      (await alarms({})).children(),
      [
        COMPONENT,
        ...AUDIT_FILTER_IDS.flatMap((id) => [`${FILTER} alarms-${id}-filter`, `${ALARM} alarms-${id}`]),
        `${ALARM} alarms-silence`,
      ].sort(),
    );
  });

  it("count by the pattern, once for each record", async () => {
    assert.deepEqual((await alarms({})).inputs(FILTER, "alarms-root-use-filter"), {
      name: "alarms-root-use",
      logGroupName: GROUP,
      pattern: AUDIT_FILTERS["root-use"].pattern,
      metricTransformation: {
        name: "alarms-root-use",
        namespace: "AiGovernanceBaseline/AuditTrail",
        value: "1",
        unit: "Count",
      },
    });
  });

  it("tell the topic of the first record within five minutes, after the filter is there", async () => {
    const made = await alarms({});
    assert.deepEqual(made.inputs(ALARM, "alarms-root-use"), {
      name: "alarms-root-use",
      alarmDescription: "The trail records use of the root user. Runbook: root-used. Severity: page.",
      namespace: "AiGovernanceBaseline/AuditTrail",
      metricName: "alarms-root-use",
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC_ARN],
    });
    assert.deepEqual(made.registration(ALARM, "alarms-root-use").dependsOn, [`${FILTER} alarms-root-use-filter`]);
  });

  it("tell it when nothing is delivered for an hour", async () => {
    assert.deepEqual((await alarms({})).inputs(ALARM, "alarms-silence"), {
      name: "alarms-silence",
      alarmDescription:
        "The trail delivers nothing to its log group: it may be stopped, or its key may be disabled. Runbook: feeds-silent. Severity: page.",
      namespace: "AWS/Logs",
      metricName: "IncomingLogEvents",
      dimensions: { LogGroupName: GROUP },
      statistic: "Sum",
      period: 3600,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  it("count only what is named, where they are told", async () => {
    const made = await alarms({ filters: ["key-removal"], region: "us-east-1" });
    assert.deepEqual(made.children(), [
      COMPONENT,
      `${FILTER} alarms-key-removal-filter`,
      `${ALARM} alarms-key-removal`,
      `${ALARM} alarms-silence`,
    ]);
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });
});

function alarms(args: Partial<AuditAlarmsArgs>): Promise<Recording> {
  return record(() => void new AuditAlarms("alarms", { logGroupName: GROUP, topicArn: TOPIC_ARN, ...args }));
}
