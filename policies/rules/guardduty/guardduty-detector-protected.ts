import { protectedRule } from "../../families/protected";
import { DETECTOR } from "../../resources";

export const guarddutyDetectorProtected = protectedRule(DETECTOR, {
  id: "guardduty-detector-protected",
  title: "GuardDuty detectors are protected against deletion",
  severity: "medium",
  rationale: "A detector that is deleted takes the region's findings with it, and what it has learned of the account.",
  references: ["https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DeleteDetector.html"],
});
