import { equals } from "../../requirements";
import { DETECTOR } from "../../resources";
import { resourceRule } from "../../rule";

export const guarddutyDetectorPublishesInTime = resourceRule(DETECTOR, {
  id: "guardduty-detector-publishes-in-time",
  title: "GuardDuty detectors tell within the hour that a finding occurs again",
  severity: "low",
  enforcementLevel: "advisory",
  property: "findingPublishingFrequency",
  rationale:
    "GuardDuty tells EventBridge of a new finding at once, and that it goes on only as often as it is told to: six hours are long while " +
    "somebody copies data.",
  remediation: "Set findingPublishingFrequency to FIFTEEN_MINUTES.",
  references: ["https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html"],
  requires: equals(["FIFTEEN_MINUTES", "ONE_HOUR"], { byDefault: "SIX_HOURS" }),
});
