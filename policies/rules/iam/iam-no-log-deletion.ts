import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoLogDeletion = forbiddenPermissionsRule({
  id: "iam-no-log-deletion",
  title: "Only break-glass principals may delete logs of evidence or shorten their retention",
  severity: "high",
  actions: EVIDENCE_TAMPERING.logRetention,
  rationale: "A shorter retention deletes what is older within days, and no copy is left to show what it was.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"],
});
