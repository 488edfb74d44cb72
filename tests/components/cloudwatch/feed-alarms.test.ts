import assert from "node:assert/strict";

import { FeedAlarms, type FeedAlarmsArgs, resolveFeedAlarms } from "../../../components/cloudwatch/feed-alarms";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:FeedAlarms feeds";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";
const CLUSTER_GROUP = "/aws/eks/inference/cluster";
const INVOCATION_GROUP = "/ai-governance/invocations/model-invocations";

const CLUSTERS = [
  { clusterName: "inference", logGroupName: CLUSTER_GROUP },
  { clusterName: "training", logGroupName: "/aws/eks/training/cluster" },
];
const EVERYTHING = { clusters: CLUSTERS, invocationLogGroupName: INVOCATION_GROUP, configRecorder: true };

describe("FeedAlarms", () => {
  it("are an alarm for each cluster and for the log of invocations, and three for AWS Config, in the region that is given", async () => {
    const made = await alarms({ ...EVERYTHING, region: "us-east-1" });
    assert.deepEqual(made.children(), [
      COMPONENT,
      `${ALARM} feeds-cluster-inference`,
      `${ALARM} feeds-cluster-training`,
      `${ALARM} feeds-config-history`,
      `${ALARM} feeds-config-permissions`,
      `${ALARM} feeds-config-snapshots`,
      `${ALARM} feeds-invocations`,
    ]);
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("are of what is given, and of nothing else", async () => {
    const of = async (args: Partial<FeedAlarmsArgs>) => (await alarms(args)).children().slice(1);
    assert.deepEqual(await of({ clusters: CLUSTERS.slice(0, 1) }), [`${ALARM} feeds-cluster-inference`]);
    assert.deepEqual(await of({ invocationLogGroupName: INVOCATION_GROUP }), [`${ALARM} feeds-invocations`]);
    assert.deepEqual(await of({ configRecorder: true }), [
      `${ALARM} feeds-config-history`,
      `${ALARM} feeds-config-permissions`,
      `${ALARM} feeds-config-snapshots`,
    ]);
  });

  it("go off when a cluster's log group receives nothing for an hour", async () => {
    assert.deepEqual((await alarms(EVERYTHING)).inputs(ALARM, "feeds-cluster-inference"), {
      name: "feeds-cluster-inference",
      alarmDescription:
        "The control plane of the cluster inference sends nothing to its log group: its logging may be off, or the group's key may be disabled. Runbook: feeds-silent. Severity: page.",
      namespace: "AWS/Logs",
      metricName: "IncomingLogEvents",
      dimensions: { LogGroupName: CLUSTER_GROUP },
      statistic: "Sum",
      period: 3600,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  it("go off when models are called in two hours in a row and nothing is logged, and stay quiet where nobody calls one", async () => {
    assert.deepEqual((await alarms(EVERYTHING)).inputs(ALARM, "feeds-invocations"), {
      name: "feeds-invocations",
      alarmDescription:
        "Models are called, and the log of their invocations receives nothing: logging may be off, or its role or key may refuse it. Runbook: calls-not-logged. Severity: page.",
      metricQueries: [
        {
          id: "calls",
          metric: { namespace: "AWS/Bedrock", metricName: "Invocations", stat: "Sum", period: 3600 },
          returnData: false,
        },
        {
          id: "events",
          metric: {
            namespace: "AWS/Logs",
            metricName: "IncomingLogEvents",
            dimensions: { LogGroupName: INVOCATION_GROUP },
            stat: "Sum",
            period: 3600,
          },
          returnData: false,
        },
        {
          id: "logged",
          expression: "IF(calls, FILL(events, 0), 1)",
          label: "Events where models were called",
          returnData: true,
        },
      ],
      evaluationPeriods: 2,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC_ARN],
    });
  });

  for (const [id, metricName, description] of [
    [
      "config-history",
      "ConfigHistoryExportFailed",
      "AWS Config could not deliver the history of configurations to its bucket. Runbook: recorder-stopped. Severity: mail.",
    ],
    [
      "config-snapshots",
      "ConfigSnapshotExportFailed",
      "AWS Config could not deliver a snapshot of configurations to its bucket. Runbook: recorder-stopped. Severity: mail.",
    ],
    [
      "config-permissions",
      "ConfigurationRecorderInsufficientPermissionsFailure",
      "The role of AWS Config's recorder lacks permissions to read what it records. Runbook: recorder-stopped. Severity: ticket.",
    ],
  ] as const) {
    it(`go off at the first ${metricName}`, async () => {
      assert.deepEqual((await alarms(EVERYTHING)).inputs(ALARM, `feeds-${id}`), {
        name: `feeds-${id}`,
        alarmDescription: description,
        namespace: "AWS/Config",
        metricName,
        statistic: "Sum",
        period: 3600,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
        alarmActions: [TOPIC_ARN],
      });
    });
  }

  it("refuse to be without any feed", () => {
    for (const args of [{}, { clusters: [] }, { configRecorder: false }]) {
      assert.throws(() => resolveFeedAlarms("feeds", { topicArn: TOPIC_ARN, ...args }), {
        message:
          'FeedAlarms "feeds": clusters is []. Allowed: one cluster at least, where neither invocationLogGroupName nor configRecorder is given. Name a feed, or leave the component out.',
      });
    }
  });

  it("refuse a cluster that is named twice", () => {
    const clusters = [...CLUSTERS, { clusterName: "inference", logGroupName: "/other" }];
    assert.throws(() => resolveFeedAlarms("feeds", { topicArn: TOPIC_ARN, clusters }), {
      message:
        'FeedAlarms "feeds": clusters is ["inference","training","inference"]. Allowed: clusters of different names. Name each cluster once.',
    });
  });
});

function alarms(args: Partial<FeedAlarmsArgs>): Promise<Recording> {
  return record(() => void new FeedAlarms("feeds", { topicArn: TOPIC_ARN, ...args }));
}
