import { equals } from "../../requirements";
import { BUCKET_VERSIONING } from "../../resources";
import { resourceRule } from "../../rule";

export const s3BucketVersioningEnabled = resourceRule(BUCKET_VERSIONING, {
  id: "s3-bucket-versioning-enabled",
  title: "S3 buckets have versioning enabled",
  severity: "medium",
  elsewhere: "evidence",
  property: "versioningConfiguration.status",
  rationale: "Without versioning an overwritten or deleted object is lost, and nobody can show what it was.",
  remediation: 'Set versioningConfiguration.status to "Enabled".',
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"],
  related: {
    prowler: ["s3_bucket_object_versioning"],
    checkov: ["CKV_AWS_21"],
    securityHub: ["S3.14"],
    config: ["S3_BUCKET_VERSIONING_ENABLED"],
  },
  requires: equals("Enabled"),
});
