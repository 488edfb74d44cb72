import { UNKNOWN } from "../../properties";
import { type RelatedChecks, merged } from "../../related-checks";
import type { ResourceType } from "../../resource-type";
import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_POLICY,
  BUCKET_PUBLIC_ACCESS_BLOCK,
  BUCKET_VERSIONING,
} from "../../resources";
import { type Result, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { type Truth, some } from "../../truth";
import { isReferencedBy, receivesAccessLogs } from "./bucket-parts";

const OF_PUBLIC_ACCESS_BLOCK = { checkov: ["CKV2_AWS_6"] };
const OF_LIFECYCLE = { checkov: ["CKV2_AWS_61"], securityHub: ["S3.13"] };
const OF_ACCESS_LOGGING = {
  prowler: ["s3_bucket_server_access_logging_enabled"],
  checkov: ["CKV_AWS_18"],
  securityHub: ["S3.9"],
  config: ["S3_BUCKET_LOGGING_ENABLED"],
};

/** What the provider declares apart from the bucket that it is about. */
interface Part {
  readonly type: ResourceType;
  /** The property of the bucket that the part stands for; where the provider has none, the bucket's name. */
  readonly property: string;
  /** @default - no check of another system reports the same */
  readonly related?: RelatedChecks;
}

const BUCKET_NAME = BUCKET.path("bucket");

/** Not Object Ownership: a bucket without the part has no ACLs, unless it declares one. */
const PARTS: readonly Part[] = [
  { type: BUCKET_PUBLIC_ACCESS_BLOCK, property: BUCKET_NAME, related: OF_PUBLIC_ACCESS_BLOCK },
  { type: BUCKET_ENCRYPTION, property: BUCKET.path("serverSideEncryptionConfiguration") },
  { type: BUCKET_POLICY, property: BUCKET.path("policy") },
  { type: BUCKET_VERSIONING, property: BUCKET.path("versioning") },
  { type: BUCKET_LIFECYCLE, property: BUCKET.path("lifecycleRules"), related: OF_LIFECYCLE },
];
const ACCESS_LOGGING: Part = { type: BUCKET_LOGGING, property: BUCKET.path("logging"), related: OF_ACCESS_LOGGING };

export const s3BucketHardeningComplete = stackRule(BUCKET, {
  id: "s3-bucket-hardening-complete",
  title: "S3 buckets have every resource that the rules on S3 buckets check",
  severity: "high",
  elsewhere: "evidence",
  property: BUCKET_NAME,
  rationale:
    "The provider declares each protection of a bucket as a resource of its own. Where one is left out, the rules " +
    "on it have nothing to check.",
  remediation: "Declare the missing resource with this bucket as its bucket.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"],
  related: {
    ...OF_ACCESS_LOGGING,
    checkov: [...OF_ACCESS_LOGGING.checkov, ...OF_PUBLIC_ACCESS_BLOCK.checkov, ...OF_LIFECYCLE.checkov],
    securityHub: [...OF_ACCESS_LOGGING.securityHub, ...OF_LIFECYCLE.securityHub],
  },
  checkEach: (bucket, { stack }) => {
    const hasPart = ({ type }: Part): Truth => isReferencedBy(stack, bucket, stack.ofType(type));
    const parts = [
      ...PARTS.map((part) => ({ part, has: hasPart(part) })),
      // A bucket that receives access logs would log their delivery into itself without end.
      { part: ACCESS_LOGGING, has: some([hasPart(ACCESS_LOGGING), receivesAccessLogs(stack, bucket)]) },
    ];
    const missing = parts.filter(({ has }) => has === false).map(({ part }) => part);
    return all(
      missing.length === 0 ? pass : lacks(missing),
      ...parts.filter(({ has }) => has === UNKNOWN).map(({ part }) => undecided(part.property)),
    );
  },
});

/** One finding, however many are missing: whoever mends it declares them together. */
function lacks(missing: readonly Part[]): Result {
  const names = missing.map(({ type }) => type.token.split(":").at(-1) ?? type.token);
  const [only] = missing.length === 1 ? missing : [];
  return fail(
    only?.property ?? BUCKET_NAME,
    only === undefined
      ? `is referenced by no ${names.join(", no ")}; declare them`
      : `is not ${only.property === BUCKET_NAME ? "referenced" : "set"} by a ${names.join()}; declare one`,
    { related: merged(missing.map(({ related = {} }) => related)) },
  );
}
