import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { BUCKET } from "../../../../policies/resources";
import { s3BucketPartsCurrentTypes } from "../../../../policies/rules/s3/s3-bucket-parts-current-types";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import { declared } from "../stack-resources";
import { beside } from "../iam/forbidden-permissions";

const older = (type: string, name: string): FailingStackCase => ({
  title: `a ${name}V2`,
  change: beside([declared(type, "old", { bucket: "b" })]),
  findings: [{ name: "old", message: `are of the deprecated type ${name}V2; declare an aws.s3.${name}` }],
});

describeStackRule(s3BucketPartsCurrentTypes, {
  fails: [
    older("aws:s3/bucketV2:BucketV2", "Bucket"),
    older("aws:s3/bucketAclV2:BucketAclV2", "BucketAcl"),
    older("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "BucketLifecycleConfiguration"),
    older("aws:s3/bucketVersioningV2:BucketVersioningV2", "BucketVersioning"),
  ],
  notApplicable: [
    {
      title: "a stack without buckets",
      change: (stack) => stack.filter(({ type }) => !type.startsWith("aws:s3/")),
    },
  ],
});

describe("rule s3-bucket-parts-current-types, on the provider", () => {
  it("knows each class of a bucket or its part that ends with V2", () => {
    const older = readdirSync(dirname(require.resolve("@pulumi/aws/s3/bucket"))).flatMap((file) => {
      const [, module] = /^(bucket\w*V2)\.js$/.exec(file) ?? [];
      return module === undefined ? [] : [`aws:s3/${module}:${module.replace("b", "B")}`];
    });
    assert.ok(older.length > 0);
    assert.deepEqual([...s3BucketPartsCurrentTypes.types].sort(), [BUCKET.token, ...older].sort());
  });
});
