import { protectedRule } from "../../families/protected";
import { TRAIL } from "../../resources";

export const cloudtrailTrailProtected = protectedRule(TRAIL, {
  id: "cloudtrail-trail-protected",
  title: "CloudTrail trails are protected against deletion",
  severity: "medium",
  rationale: "One destroy, or one renamed resource, would end the record.",
});
