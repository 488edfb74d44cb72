import { policyTlsOnlyRule } from "../../families/policy-tls-only";
import { wildcard } from "../../iam/policy-document";
import { BUCKET_POLICY } from "../../resources";

export const s3BucketPolicyTlsOnly = policyTlsOnlyRule(BUCKET_POLICY, {
  id: "s3-bucket-policy-tls-only",
  title: "S3 bucket policies deny requests without TLS",
  severity: "high",
  property: "policy",
  rationale: "S3 still accepts plain HTTP, over which prompts and logs can be read and changed in transit.",
  remediation:
    'Deny s3:* to "*" on the bucket\'s ARN and on the ARN followed by /*, when aws:SecureTransport is "false".',
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html"],
  related: {
    prowler: ["s3_bucket_secure_transport_policy"],
    securityHub: ["S3.5"],
    config: ["S3_BUCKET_SSL_REQUESTS_ONLY"],
  },
  denial: {
    inWords: "deny everyone s3:* on the bucket and its objects when aws:SecureTransport is false",
    actions: ["s3:*", "*"],
    coversEverything: coversBucket,
  },
});

/** Whether the patterns match a bucket as well as every object in it. */
function coversBucket(patterns: readonly string[]): boolean {
  const covers = (resource: string): boolean => patterns.some((pattern) => wildcard(pattern, resource));
  return patterns
    .map((pattern) => pattern.replace(/\/\*$/, ""))
    .some((bucket) => covers(bucket) && covers(`${bucket}/*`));
}
