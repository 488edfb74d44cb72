import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { BUCKET_VERSIONING } from "./bucket";

export const bucketVersioningEnabled = resourceRule({
  id: "bucket-versioning-enabled",
  title: "A bucket keeps the versions of its objects",
  severity: "medium",
  type: BUCKET_VERSIONING,
  property: "versioningConfiguration.status",
  rationale: "Without versions an overwritten or deleted object is gone, and nobody can show what it was.",
  fix: 'Set versioningConfiguration.status to "Enabled".',
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"],
  covers: {
    prowler: ["s3_bucket_object_versioning"],
    checkov: ["CKV_AWS_21"],
    securityHub: ["S3.14"],
    config: ["S3_BUCKET_VERSIONING_ENABLED"],
  },
  judge: ({ properties }) => mustBe(properties, "versioningConfiguration.status", "Enabled"),
});
