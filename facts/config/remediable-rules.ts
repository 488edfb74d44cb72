/** Which managed rules have findings that one call puts right, and where AWS takes that call. */
import type { Source } from "../source";
import type { ManagedRuleId } from "./managed-rules";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html",
    readOn: "2026-11-27",
  },
  { page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html", readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/configservice/remediation_configuration.go",
    readOn: "2026-11-27",
  },
];

/**
 * The rules, and where the call that puts a finding right is taken: in the region of what the rule finds, or in that of the
 * account's trail, whose copies in other regions AWS CloudTrail starts nowhere else.
 */
const REMEDIABLE = {
  "cloudtrail-enabled": "region-of-trail",
  "cmk-backing-key-rotation-enabled": "region-of-finding",
  "s3-bucket-level-public-access-prohibited": "region-of-finding",
} as const satisfies Readonly<Partial<Record<ManagedRuleId, "region-of-finding" | "region-of-trail">>>;

/** A managed rule whose findings can be put right. */
export type RemediableRule = keyof typeof REMEDIABLE;

/** Every {@link RemediableRule}. */
export const REMEDIABLE_RULES = Object.keys(REMEDIABLE) as readonly RemediableRule[]; // Object.keys loses the key types

/**
 * The longest name of a rule, in characters, for which AWS's provider makes a remediation; AWS Config's own limit, of rules and of
 * remediations, is 128.
 */
export const LONGEST_REMEDIABLE_NAME = 64;

/** Whether what the rule finds is put right in the region of the trail alone. */
export function isOfTrail(rule: RemediableRule): boolean {
  return REMEDIABLE[rule] === "region-of-trail";
}
