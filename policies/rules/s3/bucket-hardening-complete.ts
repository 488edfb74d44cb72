import { type Judgements, all } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { eachOf } from "../subjects";
import { must, some } from "../truth";
import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_OWNERSHIP,
  BUCKET_POLICY,
  BUCKET_PUBLIC_ACCESS_BLOCK,
  BUCKET_VERSIONING,
} from "./bucket";
import { isServedBy, receivesAccessLogs } from "./companions";

/** What a bucket lacks unless a resource of the type leads to it, by the name that a finding uses. */
const COMPANIONS = {
  publicAccessBlock: BUCKET_PUBLIC_ACCESS_BLOCK,
  encryption: BUCKET_ENCRYPTION,
  tlsPolicy: BUCKET_POLICY,
  versioning: BUCKET_VERSIONING,
  ownership: BUCKET_OWNERSHIP,
  lifecycle: BUCKET_LIFECYCLE,
} as const;

export const bucketHardeningComplete = stackRule({
  id: "bucket-hardening-complete",
  title: "A bucket has everything that the rules on buckets judge",
  severity: "high",
  type: BUCKET,
  property: "bucket",
  rationale:
    "The provider declares each protection of a bucket as a resource of its own; where one is left out, no rule on it ever speaks.",
  fix: "Declare the missing resource with this bucket as its bucket.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"],
  covers: {
    prowler: ["s3_bucket_server_access_logging_enabled"],
    checkov: ["CKV_AWS_18", "CKV2_AWS_6", "CKV2_AWS_61"],
    securityHub: ["S3.9", "S3.13"],
    config: ["S3_BUCKET_LOGGING_ENABLED"],
  },
  judge: (stack) =>
    eachOf(stack, BUCKET, (bucket) =>
      all(
        ...Object.entries(COMPANIONS).map(([property, type]) =>
          must(isServedBy(stack, bucket, type), property, lacks(type)),
        ),
        mustLogAccess(stack, bucket),
      ),
    ),
});

/** A bucket that receives access logs would log their delivery into itself for ever. */
function mustLogAccess(stack: Stack, bucket: StackResource): Judgements {
  const logged = some([isServedBy(stack, bucket, BUCKET_LOGGING), receivesAccessLogs(stack, bucket)]);
  return must(logged, "accessLogging", lacks(BUCKET_LOGGING));
}

function lacks(type: string): string {
  const resource = type.split(":").at(-1);
  return `is absent; a ${resource} must lead to this bucket`;
}
