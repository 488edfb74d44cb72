import { equals } from "../../requirements";
import { DETECTOR } from "../../resources";
import { resourceRule } from "../../rule";

export const guarddutyDetectorEnabled = resourceRule(DETECTOR, {
  id: "guardduty-detector-enabled",
  title: "GuardDuty detectors are enabled",
  severity: "high",
  property: "enable",
  rationale: "A detector that is suspended looks at nothing and finds nothing, and the region seems to have one.",
  remediation: "Set enable to true, or leave it out.",
  references: [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1",
  ],
  related: { prowler: ["guardduty_is_enabled"], checkov: ["CKV_AWS_238"] },
  requires: equals(true, { byDefault: true }),
});
