import { isRecordedIn } from "../../../facts/config/limits";
import { BASELINE_RULE_IDS, managedRule } from "../../../facts/config/managed-rules";
import { isOfferedIn } from "../../../facts/config/rule-regions";
import { UNKNOWN, at, isList } from "../../properties";
import { ACCOUNT_BASELINE, CONFIG_RULE, RECORDER } from "../../resources";
import { stackRule } from "../../rule";
import { texts } from "../../settings";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { Stack } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { every, is } from "../../truth";
import { REQUIRED_IDENTIFIERS } from "./config-account-required-rules-exist";
import { type RequiredRule, hasRules, managedRuleNamed } from "./governed-region-rules";
import { recordsGlobalTypes } from "./recording-group";

/** What no managed rule checks: properties of configuration items that a custom policy rule has to name. */
const CUSTOM_POLICY_RULES = [
  { resourceType: "AWS::Bedrock::Guardrail", property: "Status" },
  { resourceType: "AWS::Bedrock::Guardrail", property: "KmsKeyArn" },
  { resourceType: "AWS::Bedrock::KnowledgeBase", property: "Status" },
  { resourceType: "AWS::Bedrock::DataSource", property: "DataSourceStatus" },
  { resourceType: "AWS::BedrockAgentCore::Gateway", property: "Status" },
  { resourceType: "AWS::BedrockAgentCore::Memory", property: "Status" },
  { resourceType: "AWS::BedrockAgentCore::Runtime", property: "NetworkConfiguration.NetworkMode" },
  { resourceType: "AWS::BedrockAgentCore::BrowserCustom", property: "NetworkConfiguration.NetworkMode" },
  { resourceType: "AWS::Bedrock::Guardrail", property: "Tags" },
  { resourceType: "AWS::Bedrock::KnowledgeBase", property: "Tags" },
  { resourceType: "AWS::BedrockAgentCore::Gateway", property: "Tags" },
  { resourceType: "AWS::BedrockAgentCore::Memory", property: "Tags" },
  { resourceType: "AWS::BedrockAgentCore::Runtime", property: "Tags" },
  { resourceType: "AWS::BedrockAgentCore::BrowserCustom", property: "Tags" },
] as const;

export const configAccountBaselineRulesExist = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-baseline-rules-exist",
  title: "Accounts have every AWS Config rule of the baseline that a governed region offers",
  severity: "low",
  property: "governedRegions",
  rationale:
    "Only these rules check the buckets, keys, notebook instances, endpoints and agents that no program declares. Those on IAM " +
    "are needed once, where a recorder records it.",
  remediation:
    "Declare the missing AWS Config rules in the region, or exclude them in the rule's settings and record why there.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"],
  settings: {
    exclude: texts({ default: [], description: "Identifiers of managed rules that are not required." }),
  },
  checkEach: (baseline, { stack, settings }) =>
    inGovernedRegions(baseline, (region, place) => {
      const managed = managedRulesIn(region, recordsGlobalTypesIn(stack, region, place.governed)).filter(
        (identifier) => !settings.exclude.includes(identifier),
      );
      return hasRules(stack, baseline, region, place, [
        ...managed.map(managedRuleNamed),
        ...customPolicyRulesIn(region),
      ]);
    }),
});

/**
 * The managed rules of the baseline that the region offers and that config-account-required-rules-exist leaves out.
 *
 * @param globalTypes whether the region is to have the rules on what exists once in the account
 */
function managedRulesIn(region: string, globalTypes: boolean): readonly string[] {
  return BASELINE_RULE_IDS.map(managedRule)
    .filter(
      ({ regions, readsGlobalResources }) => isOfferedIn(regions, region) && (globalTypes || !readsGlobalResources),
    )
    .map(({ identifier }) => identifier)
    .filter((identifier) => !REQUIRED_IDENTIFIERS.includes(identifier));
}

/** Those of {@link CUSTOM_POLICY_RULES} whose type AWS Config is known to record in the region. */
function customPolicyRulesIn(region: string): readonly RequiredRule[] {
  return CUSTOM_POLICY_RULES.filter(({ resourceType }) => isRecordedIn(resourceType, region)).map(
    ({ resourceType, property }) => customPolicyRuleOn(resourceType, property),
  );
}

/** Whether a recorder of the region is known to record what exists once in the account. */
function recordsGlobalTypesIn(stack: Stack, region: string, governed: readonly unknown[]): boolean {
  return stack
    .ofType(RECORDER)
    .some(
      (recorder) =>
        recordsGlobalTypes(recorder.properties) === true &&
        isInGovernedRegion(stack, recorder, region, governed) === true,
    );
}

/** A custom policy rule that is triggered by the type and whose text names the property. */
function customPolicyRuleOn(resourceType: string, property: string): RequiredRule {
  return {
    name: `a custom policy rule on ${property} of ${resourceType}`,
    matches: ({ properties }) => {
      const types = at(properties, CONFIG_RULE.path("scope.complianceResourceTypes"));
      const text = at(properties, CONFIG_RULE.path("source.customPolicyDetails.policyText"));
      return every([
        is(at(properties, CONFIG_RULE.path("source.owner")), "CUSTOM_POLICY"),
        types === UNKNOWN ? UNKNOWN : isList(types) && types.includes(resourceType),
        text === UNKNOWN ? UNKNOWN : typeof text === "string" && text.includes(`configuration.${property} `),
      ]);
    },
  };
}
