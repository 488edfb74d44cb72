import { decide, found, isAbsent } from "../../requirements";
import { BUCKET } from "../../resources";
import { all, fail, pass } from "../../result";
import { resourceRule } from "../../rule";

/** What the provider declares apart from the bucket, and still takes on it. */
const PARTS = [
  BUCKET.path("policy"),
  BUCKET.path("grants"),
  BUCKET.path("lifecycleRules"),
  BUCKET.path("serverSideEncryptionConfiguration"),
  BUCKET.path("versioning"),
  BUCKET.path("logging"),
  BUCKET.path("objectLockConfiguration"),
] as const;

const notOnBucket = isAbsent("because no rule checks it there, and a part of its own would undo it");

export const s3BucketPartsSeparate = resourceRule(BUCKET, {
  id: "s3-bucket-parts-separate",
  title: "S3 buckets have their policy, ACL and protections in separate resources",
  severity: "high",
  property: "policy",
  rationale:
    "The rules on buckets check the resources that the provider declares apart from a bucket; what stands on the bucket itself goes " +
    "unchecked, and can make it public or expire the evidence in a day.",
  remediation:
    "Declare an aws.s3.BucketPolicy, BucketLifecycleConfiguration, BucketVersioning and so on instead, and leave acl at private.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/"],
  check: ({ properties }) =>
    all(
      ...PARTS.map((part) => notOnBucket(properties, part)),
      decide(properties, BUCKET.path("acl"), (acl) =>
        acl === undefined || acl === "private"
          ? pass
          : fail("acl", `${found(acl)}; leave it out, or set it to "private"`),
      ),
    ),
});
