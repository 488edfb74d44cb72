import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoEvidenceDeletion = forbiddenPermissionsRule({
  id: "iam-no-evidence-deletion",
  title: "Only break-glass principals may delete evidence or lift what protects it in Amazon S3",
  severity: "critical",
  actions: EVIDENCE_TAMPERING.objects,
  rationale:
    "The log files in the bucket are the evidence of record. Whoever may delete them, or change what keeps others from it, can unmake the record.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
});
