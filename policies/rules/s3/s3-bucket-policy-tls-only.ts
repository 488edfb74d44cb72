import { policyTlsOnlyRule } from "../../families/policy-tls-only";
import { BUCKET_POLICY } from "../../resources";

export const s3BucketPolicyTlsOnly = policyTlsOnlyRule(BUCKET_POLICY, {
  id: "s3-bucket-policy-tls-only",
  title: "S3 bucket policies deny requests without TLS",
  severity: "high",
  elsewhere: "good-practice",
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
    action: "s3:*",
    protects: (resource) => [bucketOf(resource), `${bucketOf(resource)}/*`],
  },
});

/** The bucket of a pattern of its objects, or of its own. */
function bucketOf(pattern: string): string {
  return pattern.replace(/\/\*$/, "");
}
