import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoEvidenceKeyRemoval = forbiddenPermissionsRule({
  id: "iam-no-evidence-key-removal",
  title: "Only break-glass principals may disable, delete or take over the KMS keys of evidence",
  severity: "critical",
  actions: EVIDENCE_TAMPERING.keys,
  rationale: "What a deleted key encrypted can never be read again, and an Object Lock does not help.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"],
  related: {
    prowler: ["iam_policy_no_full_access_to_kms", "iam_inline_policy_no_full_access_to_kms"],
    securityHub: ["KMS.1", "KMS.2"],
  },
});
