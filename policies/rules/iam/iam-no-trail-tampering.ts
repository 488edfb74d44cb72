import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoTrailTampering = forbiddenPermissionsRule({
  id: "iam-no-trail-tampering",
  title: "Only break-glass principals may stop, delete or narrow a CloudTrail trail",
  severity: "critical",
  actions: EVIDENCE_TAMPERING.trails,
  rationale:
    "Whoever may stop the trail can act unseen from then on, and the trail is the record of every other control.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"],
  related: { prowler: ["iam_policy_no_full_access_to_cloudtrail", "iam_inline_policy_no_full_access_to_cloudtrail"] },
});
