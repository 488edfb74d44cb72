import { ACCOUNT_BASELINE, SECURITY_HUB } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";

export const securityhubAccountHubExists = stackRule(ACCOUNT_BASELINE, {
  id: "securityhub-account-hub-exists",
  title: "AWS accounts have Security Hub enabled in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "What GuardDuty, Inspector and Access Analyzer find, and what AWS itself checks of endpoints, notebooks and agents, comes together " +
    "in Security Hub alone. Without it nobody sees in one place how a region stands.",
  remediation:
    "Declare SecurityStandards in each governed region, or let the setting detection adopt the Security Hub that the region has.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/what-is-securityhub.html"],
  related: { prowler: ["securityhub_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "securityHub", SECURITY_HUB, { what: "Security Hub" }),
});
