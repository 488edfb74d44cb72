import assert from "node:assert/strict";

import { ModelAlarms, type ModelAlarmsArgs } from "../../../components/bedrock/model-alarms";
import { MODEL_ALARM_IDS } from "../../../facts/bedrock/operation-metrics";
import { record, type Recording } from "../recorder";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";

describe("ModelAlarms", () => {
  it("are one alarm each, in the region that is given", async () => {
    const made = await alarms({ region: "us-east-1" });
    assert.deepEqual(
      made.children(),
      [
        "ai-governance-baseline:index:ModelAlarms models",
        ...MODEL_ALARM_IDS.map((id) => `${ALARM} models-${id}`),
      ].sort(),
    );
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("are those that are named, and no others", async () => {
    const made = await alarms({ alarms: ["model-latency"] });
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:ModelAlarms models",
      `${ALARM} models-model-latency`,
    ]);
  });

  it("go off at a value where nothing of the kind should happen", async () => {
    assert.deepEqual((await alarms({})).inputs(ALARM, "models-model-throttles"), {
      name: "models-model-throttles",
      alarmDescription:
        "Calls to models are throttled for a quarter of an hour. Runbook: calls-throttled. Severity: ticket.",
      namespace: "AWS/Bedrock",
      metricName: "InvocationThrottles",
      statistic: "Sum",
      period: 300,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 3,
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  it("go off above what is expected of the account where it is used to something", async () => {
    assert.deepEqual((await alarms({})).inputs(ALARM, "models-guardrail-interventions"), {
      name: "models-guardrail-interventions",
      alarmDescription:
        "Guardrails intervene more than this account is used to: an attack, or a change of a guardrail. Runbook: prompt-injection-spike. Severity: mail.",
      metricQueries: [
        {
          id: "observed",
          metric: {
            namespace: "AWS/Bedrock/Guardrails",
            metricName: "InvocationsIntervened",
            dimensions: { Operation: "ApplyGuardrail" },
            stat: "Sum",
            period: 300,
          },
          returnData: true,
        },
        { id: "expected", expression: "ANOMALY_DETECTION_BAND(observed, 3)", label: "Expected", returnData: true },
      ],
      thresholdMetricId: "expected",
      comparisonOperator: "GreaterThanUpperThreshold",
      evaluationPeriods: 3,
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  it("page for nothing: a model that is slow or dear loses no evidence", async () => {
    const made = await alarms({});
    const descriptions = made.registrations.slice(1).map(({ inputs }) => String(inputs["alarmDescription"]));
    assert.ok(descriptions.every((text) => /\. Severity: (mail|ticket)\.$/.test(text)));
  });
});

function alarms(args: Partial<ModelAlarmsArgs>): Promise<Recording> {
  return record(() => void new ModelAlarms("models", { topicArn: TOPIC_ARN, ...args }));
}
