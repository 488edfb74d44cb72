import assert from "node:assert/strict";

import { DataLineage, type DataLineageArgs, resolveDataLineage } from "../../../components/lineage/data-lineage";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const TOPIC = `arn:aws:sns:${REGION}:${PLACE.accountId}:alerts`;
const QUEUE = `arn:aws:sqs:${REGION}:${PLACE.accountId}:undelivered`;
const BUCKETS: DataLineageArgs["buckets"] = [
  { kind: "training", name: "texts" },
  { kind: "model", name: "models" },
  { kind: "artifact", name: "artifacts" },
];

function lineage(args: Partial<DataLineageArgs> = {}): Promise<Recording> {
  return record(
    () => new DataLineage("lineage", { buckets: BUCKETS, accessLogBucket: "access-logs", region: REGION, ...args }),
  );
}

function patternsOf(made: Recording): readonly string[] {
  return made.registrations.filter(({ type }) => type === RULE).map(({ inputs }) => String(inputs["eventPattern"]));
}

describe("DataLineage", () => {
  it("is notifications and access logging of each bucket, and nothing of the buckets themselves", async () => {
    assert.deepEqual((await lineage()).children(), [
      "ai-governance-baseline:index:DataLineage lineage",
      `${LOGGING} lineage-artifacts-access-logging`,
      `${LOGGING} lineage-models-access-logging`,
      `${LOGGING} lineage-texts-access-logging`,
      `${NOTIFICATION} lineage-artifacts-events`,
      `${NOTIFICATION} lineage-models-events`,
      `${NOTIFICATION} lineage-texts-events`,
    ]);
  });

  it("sends a bucket's events to EventBridge and to nothing else", async () => {
    assert.deepEqual((await lineage()).inputs(NOTIFICATION, "lineage-texts-events"), {
      bucket: "texts",
      eventbridge: true,
      region: REGION,
    });
  });

  it("logs access below the bucket's name, in folders by the day of delivery", async () => {
    assert.deepEqual((await lineage()).inputs(LOGGING, "lineage-texts-access-logging"), {
      bucket: "texts",
      targetBucket: "access-logs",
      targetPrefix: "texts/",
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "DeliveryTime" } },
      region: REGION,
    });
  });

  it("tells the topic of training data and models that a call deletes, and not of artifacts or of what expires", async () => {
    const made = await lineage({ topicArn: TOPIC, undeliveredQueueArn: QUEUE });
    assert.deepEqual(
      patternsOf(made).map((pattern) => JSON.parse(pattern) as unknown),
      [
        {
          source: ["aws.s3"],
          "detail-type": ["Object Deleted"],
          detail: { bucket: { name: ["texts", "models"] }, reason: ["DeleteObject"] },
        },
      ],
    );
    const { arn, deadLetterConfig } = made.inputs(TARGET, "lineage-deletions-alert");
    assert.deepEqual([arn, deadLetterConfig], [TOPIC, { arn: QUEUE }]);
  });

  it("sends deletions whole to whom events are forwarded", async () => {
    const forwardTo = [{ id: "queue", arn: `${QUEUE}-siem`, undeliveredQueueArn: QUEUE }];
    const made = await lineage({ topicArn: TOPIC, forwardTo });
    assert.equal(made.inputs(TARGET, "lineage-deletions-queue")["arn"], `${QUEUE}-siem`);
  });

  it("has no rule where only artifacts could be deleted", async () => {
    const made = await lineage({ buckets: [{ kind: "artifact", name: "artifacts" }], topicArn: TOPIC });
    assert.deepEqual(patternsOf(made), []);
  });

  it("has as many rules as the names of its buckets need, each in a pattern that EventBridge takes", async () => {
    const names = Array.from({ length: 51 }, (_, index) => `${String(index).padStart(2, "0")}${"a".repeat(61)}`);
    const made = await lineage({ buckets: names.map((name) => ({ kind: "model", name })), topicArn: TOPIC });
    const patterns = patternsOf(made);
    assert.equal(patterns.length, 3);
    assert.ok(patterns.every((pattern) => pattern.length <= 2048));
    assert.deepEqual(
      patterns.flatMap(
        (pattern) => (JSON.parse(pattern) as { detail: { bucket: { name: string[] } } }).detail.bucket.name,
      ), // as declared
      names,
    );
    assert.deepEqual(
      made.children().filter((child) => child.startsWith(RULE)),
      [`${RULE} lineage-deletions`, `${RULE} lineage-deletions-2`, `${RULE} lineage-deletions-3`],
    );
  });

  const refused: readonly (readonly [string, Partial<DataLineageArgs>, string])[] = [
    [
      "no bucket",
      { buckets: [] },
      'DataLineage "lineage": buckets is []. Allowed: the names of one or more general purpose buckets, each once. Name each bucket once; directory buckets send no events and have no access logs.',
    ],
    [
      "a bucket twice",
      { buckets: [...BUCKETS, { kind: "model", name: "texts" }] },
      'DataLineage "lineage": buckets is ["texts","models","artifacts","texts"]. Allowed: the names of one or more general purpose buckets, each once. Name each bucket once; directory buckets send no events and have no access logs.',
    ],
    [
      "a directory bucket",
      { buckets: [{ kind: "training", name: "fast--use1-az4--x-s3" }] },
      'DataLineage "lineage": buckets is ["fast--use1-az4--x-s3"]. Allowed: the names of one or more general purpose buckets, each once. Name each bucket once; directory buckets send no events and have no access logs.',
    ],
    [
      "a queue of a topic that is not there",
      { undeliveredQueueArn: QUEUE },
      `DataLineage "lineage": undeliveredQueueArn is "${QUEUE}". Allowed: nothing with no topicArn, which would ignore it. Remove undeliveredQueueArn or give topicArn.`,
    ],
    [
      "targets beside a topic that is not there",
      { forwardTo: [] },
      'DataLineage "lineage": forwardTo is []. Allowed: nothing with no topicArn, which would ignore it. Remove forwardTo or give topicArn.',
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => resolveDataLineage("lineage", { buckets: BUCKETS, accessLogBucket: "access-logs", ...args }),
        { message },
      );
    });
  }
});
