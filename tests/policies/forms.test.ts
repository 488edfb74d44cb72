/** Buckets in the forms of the AWS provider's majors 5, 6 and 7, judged as what they stand for. */
import assert from "node:assert/strict";
import { type Form } from "../../policies/forms/form";
import { formsOf, otherForms } from "../../policies/forms";
import { UNKNOWN } from "../../policies/properties";
import {
  BUCKET,
  BUCKET_ACL,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_POLICY,
  BUCKET_VERSIONING,
} from "../../policies/resources";
import { s3BucketAclNotPublic } from "../../policies/rules/s3/s3-bucket-acl-not-public";
import { type s3BucketLifecycleBounded } from "../../policies/rules/s3/s3-bucket-lifecycle-bounded";
import { s3BucketPartsDeclaredOnce } from "../../policies/rules/s3/s3-bucket-parts-declared-once";
import { s3BucketVersioningEnabled } from "../../policies/rules/s3/s3-bucket-versioning-enabled";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import type { WireMap } from "../../pulumi/stack-state";
import { asStack } from "./rule-harness";
import { declared } from "./rules/stack-resources";
import { emptyStack } from "./state-changes";

const CLASSIC = BUCKET.token;
const V2 = "aws:s3/bucketV2:BucketV2";

const only = (type: string, properties: Parameters<typeof formsOf>[1], within: string): Form => {
  const found = formsOf(type, properties).filter((form) => form.within === within);
  assert.equal(found.length, 1);
  return found[0] ?? assert.fail();
};
const bucket = "logs";

describe("a bucket of another form", () => {
  it("is the current one where its type ends in V2, without what stands for parts", () => {
    assert.deepEqual(formsOf(V2, { bucket, forceDestroy: true, acl: "private" }), [
      { type: BUCKET.token, properties: { bucket, forceDestroy: true } },
    ]);
  });
  for (const [type, versioning] of [
    [CLASSIC, { versioning: { enabled: true } }],
    [CLASSIC, { versioning: { enabled: false } }],
    [V2, { versionings: [{ enabled: true }] }],
    [V2, { versionings: [{ enabled: false }] }],
  ] as const) {
    it(`has the versioning of ${type.split(":").at(-1)} with ${JSON.stringify(versioning)}`, () => {
      const [name = ""] = Object.keys(versioning);
      const enabled = JSON.stringify(versioning).includes("true");
      assert.deepEqual(only(type, { bucket, ...versioning }, name), {
        type: BUCKET_VERSIONING.token,
        properties: { bucket, versioningConfiguration: { status: enabled ? "Enabled" : "Suspended" } },
        within: name,
      });
    });
  }
  it("has the encryption of its argument, as an object or in lists", () => {
    const byDefault = { sseAlgorithm: "aws:kms", kmsMasterKeyId: "key" };
    const properties = { bucket, rules: [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true }] };
    const classic = { rule: { applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true } };
    const listed = [{ rules: [{ applyServerSideEncryptionByDefaults: [byDefault], bucketKeyEnabled: true }] }];
    const name = "serverSideEncryptionConfiguration";
    for (const [type, given] of [
      [CLASSIC, { [name]: classic }],
      [V2, { [`${name}s`]: listed }],
    ] as const) {
      const [within = ""] = Object.keys(given);
      assert.deepEqual(only(type, { bucket, ...given }, within), { type: BUCKET_ENCRYPTION.token, properties, within });
    }
  });
  it("has the lifecycle of its argument, in the words of the separate resource", () => {
    const lifecycleRules = [
      {
        enabled: true,
        prefix: "AWSLogs/",
        expiration: { days: 1 },
        noncurrentVersionExpiration: { days: 2 },
        abortIncompleteMultipartUploadDays: 3,
      },
    ];
    const rules = [
      {
        status: "Enabled",
        filter: { prefix: "AWSLogs/" },
        expiration: { days: 1 },
        noncurrentVersionExpiration: { noncurrentDays: 2 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 3 },
      },
    ];
    assert.deepEqual(only(CLASSIC, { bucket, lifecycleRules }, "lifecycleRules"), {
      type: BUCKET_LIFECYCLE.token,
      properties: { bucket, rules },
      within: "lifecycleRules",
    });
    assert.deepEqual(formsOf(CLASSIC, { bucket, lifecycleRules: [] }), []);
  });
  it("has an ACL where it lets in more than its owner", () => {
    assert.deepEqual(formsOf(CLASSIC, { bucket, acl: "private" }), []);
    assert.deepEqual(only(CLASSIC, { bucket, acl: "public-read" }, "acl").properties, { bucket, acl: "public-read" });
    const uri = "http://acs.amazonaws.com/groups/global/AllUsers";
    assert.deepEqual(
      only(CLASSIC, { bucket, grants: [{ type: "Group", uri, permissions: ["READ", "WRITE"] }] }, "grants").properties,
      {
        bucket,
        accessControlPolicy: {
          grants: [
            { grantee: { type: "Group", uri }, permission: "READ" },
            { grantee: { type: "Group", uri }, permission: "WRITE" },
          ],
        },
      },
    );
  });
  it("has an unknown part where its argument is unknown", () => {
    for (const name of [
      "versioning",
      "serverSideEncryptionConfiguration",
      "lifecycleRules",
      "policy",
      "acl",
      "logging",
    ]) {
      const { properties } = only(CLASSIC, { bucket, [name]: UNKNOWN }, name);
      assert.ok(
        JSON.stringify(properties, (_, value: unknown) => (value === UNKNOWN ? "?" : value)).includes("?"),
        name,
      );
    }
  });
  it("is nothing else where it has none of them", () => {
    assert.deepEqual(formsOf(CLASSIC, { bucket, tags: {} }), []);
    assert.deepEqual(formsOf("aws:s3/bucketObject:BucketObject", { bucket, acl: "public-read" }), []);
  });
  it("is asked about by the rules on what it stands for", () => {
    assert.deepEqual(otherForms(BUCKET.token), [V2]);
    assert.deepEqual(otherForms(BUCKET_POLICY.token), [CLASSIC, V2]);
    assert.deepEqual(otherForms(BUCKET_ACL.token), [CLASSIC, V2, "aws:s3/bucketAclV2:BucketAclV2"]);
    assert.deepEqual(otherForms("aws:kms/key:Key"), []);
  });
});

describe("a stack with buckets of other forms", () => {
  const stackOf = (type: string, properties: WireMap, ...given: readonly string[]) =>
    asStack([
      ...emptyStack(),
      declared(type, "logs", properties, { propertyDependencies: Object.fromEntries(given.map((name) => [name, []])) }),
    ]);

  it("has their parts, which belong to them, and says where they are declared", () => {
    const stack = stackOf(V2, { bucket, versionings: [{ enabled: true }] }, "versionings");
    const [found] = stack.ofType(BUCKET);
    const [versioning] = stack.ofType(BUCKET_VERSIONING);
    assert.ok(found !== undefined && versioning !== undefined);
    assert.deepEqual(stack.referencing(found, BUCKET_VERSIONING, "bucket"), [versioning]);
    assert.deepEqual(stack.declaredAs(versioning.urn, "versioningConfiguration.status"), {
      urn: `urn:pulumi:prod::example::${V2}::logs`,
      property: "versionings",
    });
    assert.deepEqual(stack.declaredAs(found.urn, "forceDestroy").property, "forceDestroy");
  });
  it("has no part that a provider shows and no program gave", () => {
    const stack = stackOf(CLASSIC, { bucket, versioning: { enabled: false } });
    assert.deepEqual(stack.ofType(BUCKET_VERSIONING), []);
  });
  it("has a part twice where it stands on the bucket and apart from it", () => {
    const stack = asStack([
      ...emptyStack(),
      declared(
        CLASSIC,
        "logs",
        { bucket, versioning: { enabled: true } },
        { propertyDependencies: { versioning: [] } },
      ),
      declared(BUCKET_VERSIONING.token, "apart", { bucket }),
    ]);
    const messages = [s3BucketPartsDeclaredOnce.check(stack)]
      .flat()
      .map((result) => ("message" in result ? result.message : ""));
    assert.deepEqual(messages, ["has 2 of BucketVersioning (apart, logs); declare one"]);
  });
  it("is judged by the rules on the parts", () => {
    const judged = (
      rule: typeof s3BucketVersioningEnabled | typeof s3BucketAclNotPublic | typeof s3BucketLifecycleBounded,
      type: string,
      properties: WireMap,
    ) => {
      const stack = stackOf(type, properties, ...Object.keys(properties));
      return stack
        .ofToken(rule.types[0])
        .flatMap((resource) => [rule.check(resource)].flat().map(({ status }) => status));
    };
    assert.deepEqual(judged(s3BucketVersioningEnabled, CLASSIC, { bucket, versioning: { enabled: true } }), ["pass"]);
    assert.deepEqual(judged(s3BucketVersioningEnabled, CLASSIC, { bucket, versioning: { enabled: false } }), ["fail"]);
    assert.deepEqual(judged(s3BucketAclNotPublic, V2, { bucket, acl: "public-read" }), ["fail"]);
    assert.deepEqual(judged(s3BucketAclNotPublic, CLASSIC, { bucket, acl: UNKNOWN_VALUE }), ["undecided"]);
  });
});
