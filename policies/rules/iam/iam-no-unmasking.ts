import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoUnmasking = forbiddenPermissionsRule({
  id: "iam-no-unmasking",
  title: "Only break-glass principals may read masked data or take the masking away",
  severity: "high",
  actions: EVIDENCE_TAMPERING.masking,
  rationale: "Masking keeps personal data in prompts from readers of the log group; each of these calls reveals it.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
});
