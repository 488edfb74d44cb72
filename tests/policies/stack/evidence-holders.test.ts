/** What holds evidence in programs that use none of this project's components. */
import assert from "node:assert/strict";
import { holdsEvidence } from "../../../policies/stack/evidence-holders";
import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LOGGING,
  BUCKET_VERSIONING,
  CLUSTER,
  DELIVERY_CHANNEL,
  DELIVERY_STREAM,
  ENDPOINT_CONFIGURATION,
  INVOCATION_LOGGING_CONFIGURATION,
  KEY,
  LOG_GROUP,
  RECORDER,
  ROLE,
  SUBSCRIPTION_FILTER,
  TOPIC,
  TOPIC_POLICY,
  TRAIL,
} from "../../../policies/resources";
import type { ResourceState, WireMap } from "../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";
import { asStack } from "../rule-harness";
import { declared, urnOf } from "../rules/stack-resources";
import { emptyStack } from "../state-changes";

const keyArn = (id: string): string => `arn:aws:kms:us-east-1:111122223333:key/${id}`;
const groupArn = (name: string): string => `arn:aws:logs:us-east-1:111122223333:log-group:${name}`;

const key = (id: string): ResourceState => declared(KEY.token, id, { keyId: id, arn: keyArn(id) });
const bucket = (name: string): ResourceState =>
  declared(BUCKET.token, name, { bucket: name, arn: `arn:aws:s3:::${name}` });
const group = (name: string, more: WireMap = {}): ResourceState =>
  declared(LOG_GROUP.token, name, { name, arn: groupArn(name), ...more });

/** The names of those that hold evidence, in the order in which they are declared. */
function holders(...resources: readonly ResourceState[]): readonly string[] {
  const stack = asStack([...emptyStack(), ...resources]);
  return stack.resources.filter((resource) => holdsEvidence(stack, resource)).map(({ name }) => name);
}

describe("what holds evidence", () => {
  it("is nothing of an application that collects none", () => {
    assert.deepEqual(
      holders(bucket("uploads"), key("data"), group("/aws/lambda/fn", { kmsKeyId: keyArn("data") })),
      [],
    );
  });
  it("is the bucket, the log group, the topic and the key of a trail", () => {
    const trail = declared(TRAIL.token, "trail", {
      s3BucketName: "logs",
      cloudWatchLogsGroupArn: `${groupArn("events")}:*`,
      snsTopicName: "told",
      kmsKeyId: keyArn("of-trail"),
    });
    assert.deepEqual(
      holders(
        trail,
        bucket("logs"),
        group("events", { kmsKeyId: keyArn("of-group") }),
        declared(TOPIC.token, "told", { name: "told", kmsMasterKeyId: keyArn("of-topic") }),
        key("of-trail"),
        key("of-group"),
        key("of-topic"),
        key("ordinary"),
        bucket("uploads"),
      ),
      ["trail", "logs", "events", "told", "of-trail", "of-group", "of-topic"],
    );
  });
  it("is the role by which it is delivered, and no other", () => {
    const role = (name: string): ResourceState =>
      declared(ROLE.token, name, { name, arn: `arn:aws:iam::111122223333:role/${name}` });
    const roleArn = "arn:aws:iam::111122223333:role/delivers";
    for (const [type, properties] of [
      [TRAIL.token, { cloudWatchLogsRoleArn: roleArn }],
      [RECORDER.token, { roleArn }],
      [INVOCATION_LOGGING_CONFIGURATION.token, { loggingConfig: { cloudwatchConfig: { roleArn } } }],
    ] as const) {
      assert.deepEqual(holders(declared(type, "collector", properties), role("delivers"), role("of-application")), [
        "collector",
        "delivers",
      ]);
    }
  });
  it("is what belongs to a bucket of evidence, and where its access logs go", () => {
    assert.deepEqual(
      holders(
        declared(DELIVERY_CHANNEL.token, "channel", { s3BucketName: "history" }),
        bucket("history"),
        declared(BUCKET_VERSIONING.token, "versions", { bucket: "history" }),
        declared(BUCKET_VERSIONING.token, "of-another", { bucket: "uploads" }),
        declared(BUCKET_LOGGING.token, "logging", { bucket: "history", targetBucket: "access-logs" }),
        bucket("access-logs"),
        declared(BUCKET_ENCRYPTION.token, "encryption", {
          bucket: "history",
          rules: [
            { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn("at-rest") } },
          ],
        }),
        key("at-rest"),
        bucket("uploads"),
      ),
      ["channel", "history", "versions", "logging", "access-logs", "encryption", "at-rest"],
    );
  });
  it("is what model invocations are logged to, and where a subscription archives them", () => {
    assert.deepEqual(
      holders(
        declared(INVOCATION_LOGGING_CONFIGURATION.token, "logging", {
          loggingConfig: { cloudwatchConfig: { logGroupName: "prompts" } },
        }),
        group("prompts"),
        declared(SUBSCRIPTION_FILTER.token, "archive", {
          logGroup: "prompts",
          destinationArn: "arn:aws:firehose:us-east-1:111122223333:deliverystream/archive",
        }),
        declared(DELIVERY_STREAM.token, "stream", {
          arn: "arn:aws:firehose:us-east-1:111122223333:deliverystream/archive",
          extendedS3Configuration: { bucketArn: "arn:aws:s3:::archive" },
        }),
        bucket("archive"),
        declared(DELIVERY_STREAM.token, "clicks", { extendedS3Configuration: { bucketArn: "arn:aws:s3:::clicks" } }),
        bucket("clicks"),
      ),
      ["logging", "prompts", "archive", "stream", "archive"],
    );
  });
  it("is the bucket of captured inference data", () => {
    assert.deepEqual(
      holders(
        declared(
          ENDPOINT_CONFIGURATION.token,
          "endpoint",
          { dataCaptureConfig: { destinationS3Uri: "s3://captured/endpoint" } },
          { propertyDependencies: { dataCaptureConfig: [urnOf(BUCKET.token, "captured")] } },
        ),
        bucket("captured"),
      ),
      ["endpoint", "captured"],
    );
  });
  it("is the log group of a cluster that logs anything", () => {
    const logs = group("/aws/eks/ours/cluster");
    const cluster = (enabledClusterLogTypes: readonly string[]): ResourceState =>
      declared(CLUSTER.token, "ours", { name: "ours", enabledClusterLogTypes: [...enabledClusterLogTypes] });
    assert.deepEqual(holders(cluster(["audit"]), logs, group("/aws/eks/theirs/cluster")), ["/aws/eks/ours/cluster"]);
    assert.deepEqual(holders(cluster([]), logs), []);
  });
  it("is found by the property dependency where the name is not known yet", () => {
    const trail = declared(
      TRAIL.token,
      "trail",
      { s3BucketName: UNKNOWN_VALUE },
      { propertyDependencies: { s3BucketName: [urnOf(BUCKET.token, "logs")] } },
    );
    const unnamed = declared(BUCKET.token, "logs", { bucket: UNKNOWN_VALUE });
    assert.deepEqual(holders(trail, unnamed, bucket("uploads")), ["trail", "logs"]);
  });
  it("is no policy of a topic that tells of nothing", () => {
    const arn = "arn:aws:sns:us-east-1:111122223333:orders";
    assert.deepEqual(
      holders(declared(TOPIC.token, "orders", { arn }), declared(TOPIC_POLICY.token, "policy", { arn })),
      [],
    );
  });
});
