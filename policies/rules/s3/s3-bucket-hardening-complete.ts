import type { RelatedChecks } from "../../related-checks";
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
import { type Results, all, claiming } from "../../result";
import { stackRule } from "../../rule";
import { type Truth, must, some } from "../../truth";
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
    return all(
      ...PARTS.map((part) => mustHave(part, hasPart(part))),
      // A bucket that receives access logs would log their delivery into itself without end.
      mustHave(ACCESS_LOGGING, some([hasPart(ACCESS_LOGGING), receivesAccessLogs(stack, bucket)])),
    );
  },
});

function mustHave({ type, property, related = {} }: Part, has: Truth): Results {
  const name = type.token.split(":").at(-1) ?? type.token;
  const missing = property === BUCKET_NAME ? "referenced" : "set";
  return claiming(related, must(has, property, `is not ${missing} by a ${name}; declare one`));
}
