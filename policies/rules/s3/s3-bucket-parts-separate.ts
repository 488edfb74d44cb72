import { isAbsent } from "../../requirements";
import { BUCKET } from "../../resources";
import { all } from "../../result";
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

const notOnBucket = isAbsent("because a part of its own would undo it");

export const s3BucketPartsSeparate = resourceRule(BUCKET, {
  id: "s3-bucket-parts-separate",
  title: "S3 buckets have their policy, ACL and protections in separate resources",
  severity: "medium",
  elsewhere: "evidence",
  property: "policy",
  rationale:
    "A part on the bucket itself and a resource of its own for the same part replace each other with every update, so that it is decided by " +
    "chance whether the evidence is kept.",
  remediation: "Declare an aws.s3.BucketPolicy, BucketLifecycleConfiguration, BucketVersioning and so on instead.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/"],
  check: ({ properties }) => all(...PARTS.map((part) => notOnBucket(properties, part))),
});
