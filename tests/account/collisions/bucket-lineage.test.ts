import assert from "node:assert/strict";
import { bucketLineageCollisions, tracedBuckets } from "../../../account/collisions/bucket-lineage";
import type { Declared } from "../../../account/collisions/declared";
import type { ObservedBucket } from "../../../account/collisions/observed";
import { DENIED, HOME, account } from "./observed";

const NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const LINEAGE = "urn:pulumi:prod::p::ai-governance-baseline:index:DataLineage$";
const OWN = "baseline-access-logs";
const FUNCTION = `arn:aws:lambda:${HOME}:111122223333:function:index-documents`;

const declaredIn = (parent: string, type: string, inputs: Declared["inputs"]): Declared => ({
  urn: `${parent}${type}::it`,
  type,
  region: HOME,
  inputs: { bucket: "models", ...inputs },
});
const BOTH = [
  declaredIn(LINEAGE, NOTIFICATION, { eventbridge: true }),
  declaredIn(LINEAGE, LOGGING, { targetBucket: OWN }),
];
const NOTHING: ObservedBucket = { notified: { seen: [] }, logged: { seen: [] } };

function decided(observed: Partial<ObservedBucket>) {
  return bucketLineageCollisions(BOTH, account({ buckets: new Map([["models", { ...NOTHING, ...observed }]]) }));
}

function said(observed: Partial<ObservedBucket>): readonly string[] {
  return decided(observed).collisions.map(
    ({ what, consequence, explanation }) => `${consequence}: ${what}: ${explanation}`,
  );
}

describe("buckets of a model's lineage", () => {
  it("are those that a DataLineage configures, not the baseline's own", () => {
    const own = declaredIn("urn:pulumi:prod::p::ai-governance-baseline:index:EvidenceBucket$", LOGGING, {
      targetBucket: OWN,
    });
    assert.deepEqual(
      tracedBuckets([...BOTH, own, declaredIn(LINEAGE, LOGGING, { bucket: null })]).map(({ name, targetBucket }) => [
        name,
        targetBucket,
      ]),
      [
        ["models", undefined],
        ["models", OWN],
      ],
    );
  });

  it("are free where nothing is notified and access is logged nowhere, to the same bucket, or was not asked for", () => {
    assert.deepEqual(said({}), []);
    assert.deepEqual(said({ logged: { seen: [OWN] } }), []);
    assert.deepEqual(bucketLineageCollisions(BOTH, account()).collisions, []);
  });

  it("lose the notifications that they have", () => {
    assert.deepEqual(said({ notified: { seen: [FUNCTION] } }), [
      `overwritten: Notifications of a bucket: The bucket notifies ${FUNCTION}. It has one configuration of notifications, and S3 replaces it without a word.`,
    ]);
  });

  it("lose the access logging that they have", () => {
    assert.deepEqual(said({ logged: { seen: ["company-logs"] } }), [
      "overwritten: Access logging of a bucket: The access logs of the bucket go to company-logs. It has one configuration of access logging, and S3 replaces it without a word.",
    ]);
  });

  it("are refused where the account has none of the name", () => {
    assert.deepEqual(said({ notified: { seen: undefined }, logged: { seen: undefined } }), [
      "refused: Notifications of a bucket: The account has no bucket models that it may configure.",
      "refused: Access logging of a bucket: The account has no bucket models that it may configure.",
    ]);
  });

  it("are left as they are by a setting of their region", () => {
    const [collision] = decided({ notified: { seen: [FUNCTION] } }).collisions;
    assert.deepEqual(collision?.settings, [
      {
        path: ["bucketLineage", "regions", HOME],
        value: { mode: "off", reason: "The buckets keep the notifications and the access logging that they have" },
      },
    ]);
  });

  it("are undecided where they cannot be read", () => {
    assert.deepEqual(decided({ notified: { unreadable: DENIED } }).undecided, [
      { what: "Notifications of a bucket, models", where: HOME, ...DENIED },
    ]);
  });
});
