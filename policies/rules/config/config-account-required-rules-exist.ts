import { type ManagedRuleId, managedRule } from "../../../facts/config/managed-rules";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { texts } from "../../settings";
import { inGovernedRegions } from "../../stack/governed-regions";
import { hasRules, managedRuleNamed } from "./governed-region-rules";

/** Rules on the evidence itself, which AWS Config offers in every region. */
const REQUIRED_RULE_IDS: readonly ManagedRuleId[] = [
  "cloudtrail-enabled",
  "multi-region-cloudtrail-enabled",
  "cloud-trail-encryption-enabled",
  "cloud-trail-log-file-validation-enabled",
  "cloud-trail-cloud-watch-logs-enabled",
  "cloudwatch-log-group-encrypted",
];

/** The managed rules that every governed region must have, unless the rule's setting names others. */
export const REQUIRED_IDENTIFIERS: readonly string[] = REQUIRED_RULE_IDS.map((id) => managedRule(id).identifier);

export const configAccountRequiredRulesExist = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-required-rules-exist",
  title: "Accounts have the required AWS Config rules in every governed region",
  severity: "medium",
  property: "governedRegions",
  rationale:
    "This pack checks what the program declares. Only a rule in the account detects that the trail or a log group was " +
    "changed afterwards.",
  remediation: "Declare the missing AWS Config managed rules in the region.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"],
  settings: {
    identifiers: texts({
      default: REQUIRED_IDENTIFIERS,
      description: "Identifiers of the managed rules that each governed region must have.",
    }),
  },
  checkEach: (baseline, { stack, settings }) => {
    const required = [...new Set(settings.identifiers)].map(managedRuleNamed);
    return inGovernedRegions(baseline, (region, place) => hasRules(stack, baseline, region, place, required));
  },
});
