import { ACCOUNT_BASELINE, DETECTOR } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";

export const guarddutyAccountDetectorExists = stackRule(ACCOUNT_BASELINE, {
  id: "guardduty-account-detector-exists",
  title: "AWS accounts have a GuardDuty detector in every governed region",
  severity: "high",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "Whoever calls models with stolen credentials, removes a guardrail or copies training data makes calls that are allowed. A trail " +
    "records them; only GuardDuty tells that they are unlike what the account does otherwise.",
  remediation:
    "Declare a ThreatDetection in each governed region, or let the setting detection adopt the detector that the region has.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1",
    "https://docs.aws.amazon.com/guardduty/latest/ug/ai-protection.html",
  ],
  related: { prowler: ["guardduty_is_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "guardDuty", DETECTOR, { what: "GuardDuty detector" }),
});
