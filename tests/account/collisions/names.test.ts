import assert from "node:assert/strict";
import { NAMED_KINDS, clusterOf, nameCollisions } from "../../../account/collisions/names";
import { type Existing, type Reading, namedKey } from "../../../account/collisions/observed";
import { DENIED, HOME, account, declared } from "./observed";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const BUCKET = "aws:s3/bucket:Bucket";

function named(type: string, name: string, reading: Reading<Existing | undefined>) {
  return account({ named: new Map([[namedKey(type, HOME, name), reading]]) });
}

describe("a name that the stack gives", () => {
  const CONSEQUENCES = {
    "aws:bedrock/guardrail:Guardrail": "collides",
    "aws:cfg/configurationAggregator:ConfigurationAggregator": "overwritten",
    "aws:athena/workgroup:Workgroup": "collides",
    "aws:backup/vault:Vault": "collides",
    "aws:cloudwatch/dashboard:Dashboard": "overwritten",
    "aws:cloudwatch/eventApiDestination:EventApiDestination": "collides",
    "aws:cloudwatch/eventConnection:EventConnection": "collides",
    "aws:cloudwatch/eventRule:EventRule": "overwritten",
    "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": "collides",
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": "overwritten",
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": "collides",
    "aws:cloudwatch/logGroup:LogGroup": "collides",
    "aws:cloudwatch/metricAlarm:MetricAlarm": "overwritten",
    "aws:glue/catalogDatabase:CatalogDatabase": "collides",
    "aws:iam/role:Role": "collides",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": "collides",
    "aws:kms/alias:Alias": "collides",
    "aws:s3/bucket:Bucket": "collides",
    "aws:lambda/function:Function": "collides",
    "aws:sns/topic:Topic": "overwritten",
    "aws:sqs/queue:Queue": "collides",
    "aws:ssm/document:Document": "collides",
  };

  it("is looked at for these kinds", () => {
    assert.deepEqual(Object.keys(NAMED_KINDS), Object.keys(CONSEQUENCES));
  });

  for (const [type, consequence] of Object.entries(CONSEQUENCES)) {
    it(`${consequence} where a ${type.split(":")[2] ?? ""} has it`, () => {
      const { collisions } = nameCollisions(
        [declared(type, "baseline")],
        named(type, "baseline", { seen: { id: "it" } }),
      );
      assert.deepEqual(
        collisions.map((one) => [one.consequence, one.observed, one.settings]),
        [[consequence, "it", []]],
      );
    });
  }

  it("is free where nothing has it, or it was not asked for", () => {
    const log = declared(LOG_GROUP, "/log");
    assert.deepEqual(nameCollisions([log], named(LOG_GROUP, "/log", { seen: undefined })).collisions, []);
    assert.deepEqual(nameCollisions([log], named(LOG_GROUP, "/other", { seen: { id: "it" } })).collisions, []);
    assert.deepEqual(nameCollisions([declared(LOG_GROUP)], account()).collisions, []);
  });

  it("is refused where another account has the bucket", () => {
    const { collisions } = nameCollisions(
      [declared(BUCKET, "acme")],
      named(BUCKET, "acme", { seen: { id: "acme", foreign: true } }),
    );
    assert.deepEqual(
      collisions.map(({ consequence }) => consequence),
      ["refused"],
    );
  });

  it("of a cluster's log group is resolved by adopting it", () => {
    const name = "/aws/eks/inference/cluster";
    const { collisions } = nameCollisions(
      [declared(LOG_GROUP, name)],
      named(LOG_GROUP, name, { seen: { id: "it", detail: "kept for ever" } }),
    );
    assert.deepEqual(
      collisions.map(({ settings, explanation }) => [settings, explanation]),
      [
        [
          [{ path: ["eksClusters"], value: [{ name: "inference", region: HOME, logGroup: { mode: "existing" } }] }],
          "There is a log group with this name; CloudWatch Logs refuses a second one. It is kept for ever.",
        ],
      ],
    );
  });

  it("is a cluster's for its log group only", () => {
    assert.equal(clusterOf(declared(LOG_GROUP, "/aws/eks/inference/cluster")), "inference");
    assert.equal(clusterOf(declared(LOG_GROUP, "/aws/eks/inference/cluster/more")), undefined);
    assert.equal(clusterOf(declared("aws:kms/alias:Alias", "/aws/eks/inference/cluster")), undefined);
  });

  it("is undecided where it cannot be looked up", () => {
    const { undecided } = nameCollisions([declared(BUCKET, "acme")], named(BUCKET, "acme", { unreadable: DENIED }));
    assert.deepEqual(undecided, [{ what: "S3 bucket acme", where: HOME, ...DENIED }]);
  });
});
