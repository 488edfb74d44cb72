import { equals } from "../../requirements";
import { MACIE } from "../../resources";
import { resourceRule } from "../../rule";

export const macieSessionEnabled = resourceRule(MACIE, {
  id: "macie-session-enabled",
  title: "Macie is enabled, not paused",
  severity: "high",
  property: "status",
  rationale: "Macie that is paused runs no job and watches no bucket, and the region seems to have it.",
  remediation: "Set status to ENABLED, or leave it out.",
  references: [
    "https://docs.aws.amazon.com/macie/latest/APIReference/macie.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/macie-controls.html",
  ],
  related: { prowler: ["macie_is_enabled"] },
  requires: equals("ENABLED", { byDefault: "ENABLED" }),
});
