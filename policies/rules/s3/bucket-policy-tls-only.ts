import { type Statement, isEveryone, parseDocument, wildcard } from "../../documents";
import { fail, pass, undecided } from "../../judgement";
import { show } from "../../properties";
import { resourceRule } from "../../rule";
import { BUCKET_POLICY } from "./bucket";

const DEMAND = "it must deny everyone s3:* on the bucket and its objects when aws:SecureTransport is false";

export const bucketPolicyTlsOnly = resourceRule({
  id: "bucket-policy-tls-only",
  title: "A bucket refuses requests without TLS",
  severity: "high",
  type: BUCKET_POLICY,
  property: "policy",
  rationale: "S3 still answers over plain HTTP, where prompts and logs can be read and changed on the way.",
  fix: 'Deny s3:* to "*" on the bucket\'s ARN and on the ARN followed by /*, when aws:SecureTransport is "false".',
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html"],
  covers: {
    prowler: ["s3_bucket_secure_transport_policy"],
    securityHub: ["S3.5"],
    config: ["S3_BUCKET_SSL_REQUESTS_ONLY"],
  },
  judge: ({ properties }) => {
    const document = parseDocument(properties["policy"]);
    switch (document.kind) {
      case "document":
        return coversBucket(document.statements.filter(refusesPlainHttp).flatMap(({ resources }) => resources))
          ? pass
          : fail("policy", `lets in requests without TLS; ${DEMAND}`);
      case "unknown":
        return undecided("policy");
      case "absent":
        return fail("policy", `is ${show(properties["policy"])}; ${DEMAND}`);
      case "unparseable":
        return fail("policy", `cannot be read: ${document.problem}; it must be a JSON policy document`);
    }
  },
});

/** A second condition would let in the plain requests that do not meet it. */
function refusesPlainHttp({ effect, principals, actions, conditions }: Statement): boolean {
  const [condition, ...others] = conditions;
  return (
    effect === "Deny" &&
    principals.some(isEveryone) &&
    actions.some((action) => action === "s3:*" || action === "*") &&
    condition?.key === "aws:securetransport" &&
    (condition.operator === "bool" || condition.operator === "boolifexists") &&
    condition.values.some((value) => value.toLowerCase() === "false") &&
    others.length === 0
  );
}

/** Whether the patterns take in a bucket as well as every object in it. */
function coversBucket(patterns: readonly string[]): boolean {
  const covers = (resource: string): boolean => patterns.some((pattern) => wildcard(pattern, resource));
  return patterns
    .map((pattern) => pattern.replace(/\/\*$/, ""))
    .some((bucket) => covers(bucket) && covers(`${bucket}/*`));
}
