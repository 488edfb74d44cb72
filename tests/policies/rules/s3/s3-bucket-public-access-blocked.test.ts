import { s3BucketPublicAccessBlocked } from "../../../../policies/rules/s3/s3-bucket-public-access-blocked";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const CHECKOV = {
  blockPublicAcls: "CKV_AWS_53",
  blockPublicPolicy: "CKV_AWS_54",
  ignorePublicAcls: "CKV_AWS_55",
  restrictPublicBuckets: "CKV_AWS_56",
} as const;
type Flag = keyof typeof CHECKOV;

const relatedOf = (flag: Flag) => ({
  prowler: ["s3_bucket_level_public_access_block"],
  securityHub: ["S3.8"],
  config: ["S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"],
  checkov: [CHECKOV[flag]],
});
const off = (property: Flag): FailingCase => ({
  title: `${property} off`,
  set: { [property]: false },
  property,
  message: "is false; set it to true",
  related: relatedOf(property),
});
const absent = (property: Flag): FailingCase => ({
  title: `${property} left to the provider`,
  remove: [property],
  property,
  message: "is not set and defaults to false; set it to true",
  related: relatedOf(property),
});

describeResourceRule(s3BucketPublicAccessBlocked, {
  fails: [
    off("blockPublicAcls"),
    off("blockPublicPolicy"),
    off("ignorePublicAcls"),
    off("restrictPublicBuckets"),
    absent("blockPublicAcls"),
    absent("blockPublicPolicy"),
    absent("ignorePublicAcls"),
    absent("restrictPublicBuckets"),
  ],
  unknown: ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
});
