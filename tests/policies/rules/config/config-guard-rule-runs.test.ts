import { configGuardRuleRuns } from "../../../../policies/rules/config/config-guard-rule-runs";
import { describeResourceRule } from "../../rule-harness";

const DETAILS = "source.sourceDetails";
const RUNTIME = "source.customPolicyDetails.policyRuntime";
const TEXT = "source.customPolicyDetails.policyText";
const TYPES = "scope.complianceResourceTypes";
const CHANGE = { messageType: "ConfigurationItemChangeNotification" };
const OVERSIZED = { messageType: "OversizedConfigurationItemChangeNotification" };
const WANTED = "it must be ConfigurationItemChangeNotification and OversizedConfigurationItemChangeNotification";

/** A policy text of the given length. */
function textOf(length: number): string {
  return "rule r {}".padEnd(length);
}

describeResourceRule(configGuardRuleRuns, {
  example: {
    scope: { complianceResourceTypes: ["AWS::Bedrock::Guardrail"] },
    source: {
      owner: "CUSTOM_POLICY",
      sourceDetails: [CHANGE, OVERSIZED],
      customPolicyDetails: { policyRuntime: "guard-2.x.x", policyText: "# why\nrule ready { Status exists }" },
    },
  },
  fails: [
    { title: "a rule without a trigger", remove: [DETAILS], message: `is triggered by no message; ${WANTED}` },
    {
      title: "a rule that misses large items",
      set: { [DETAILS]: [CHANGE] },
      message: `is triggered by "ConfigurationItemChangeNotification"; ${WANTED}`,
    },
    {
      title: "a rule with a schedule, which Guard rules do not have",
      set: { [DETAILS]: [CHANGE, { messageType: "ScheduledNotification" }] },
      message: `is triggered by "ConfigurationItemChangeNotification" and "ScheduledNotification"; ${WANTED}`,
    },
    {
      title: "a third trigger",
      set: { [DETAILS]: [CHANGE, OVERSIZED, CHANGE] },
      message:
        'is triggered by "ConfigurationItemChangeNotification" and "OversizedConfigurationItemChangeNotification" and ' +
        `"ConfigurationItemChangeNotification"; ${WANTED}`,
    },
    {
      title: "another runtime",
      set: { [RUNTIME]: "guard-3.x.x" },
      property: RUNTIME,
      message: 'is "guard-3.x.x"; it must be "guard-2.x.x"',
    },
    { title: "no text", remove: [TEXT], property: TEXT, message: "is absent; it must hold a rule block" },
    {
      title: "text without a rule",
      set: { [TEXT]: "# a rule to come" },
      property: TEXT,
      message: 'is "# a rule to come"; it must hold a rule block',
    },
    {
      title: "text that is too long",
      set: { [TEXT]: textOf(10_001) },
      property: TEXT,
      message: "is 10001 characters long; it must be at most 10000",
    },
    {
      title: "types that are not recorded",
      set: { [TYPES]: ["AWS::Bedrock::Guardrail", "AWS::Bedrock::Agent", "AWS::Logs::LogGroup"] },
      property: TYPES,
      message: "has AWS::Logs::LogGroup, AWS::Bedrock::Agent; it must name types that AWS Config records",
    },
  ],
  passes: [
    { title: "text of the greatest length", set: { [TEXT]: textOf(10_000) } },
    { title: "the triggers in the other order", set: { [DETAILS]: [OVERSIZED, CHANGE] } },
    { title: "a rule on every type", remove: ["scope"] },
  ],
  unknown: [
    DETAILS,
    { path: `${DETAILS}.0.messageType`, property: DETAILS },
    RUNTIME,
    TEXT,
    TYPES,
    { path: `${TYPES}.0`, property: TYPES },
    "source.owner",
  ],
  notApplicable: [
    { title: "a managed rule", set: { source: { owner: "AWS", sourceIdentifier: "CLOUD_TRAIL_ENABLED" } } },
  ],
});
