import { equals } from "../../requirements";
import { SECURITY_HUB } from "../../resources";
import { resourceRule } from "../../rule";

export const securityhubHubControlsAutoEnabled = resourceRule(SECURITY_HUB, {
  id: "securityhub-hub-controls-auto-enabled",
  title: "Security Hub enables new controls of its standards by itself",
  severity: "low",
  enforcementLevel: "advisory",
  property: "autoEnableControls",
  rationale:
    "AWS adds controls as it adds services. One that nobody enables checks nothing, and the standard seems to be met.",
  remediation: "Set autoEnableControls to true, or leave it out.",
  references: ["https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_UpdateSecurityHubConfiguration.html"],
  requires: equals(true, { byDefault: true }),
});
