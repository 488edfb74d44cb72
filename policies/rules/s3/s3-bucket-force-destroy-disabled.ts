import { equals } from "../../requirements";
import { BUCKET } from "../../resources";
import { resourceRule } from "../../rule";

export const s3BucketForceDestroyDisabled = resourceRule(BUCKET, {
  id: "s3-bucket-force-destroy-disabled",
  title: "S3 buckets have force destroy disabled",
  severity: "high",
  elsewhere: "evidence",
  property: "forceDestroy",
  rationale: "With forceDestroy one destroy first empties the bucket, including all versions.",
  remediation: "Leave forceDestroy out, or set it to false.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html"],
  requires: equals(false, { byDefault: false }),
});
