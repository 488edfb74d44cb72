import { configGuardRuleValid } from "../../../../policies/rules/config/config-guard-rule-valid";
import { describeResourceRule } from "../../rule-harness";

const DETAILS = "source.sourceDetails";
const RUNTIME = "source.customPolicyDetails.policyRuntime";
const TEXT = "source.customPolicyDetails.policyText";
const TYPES = "scope.complianceResourceTypes";
const CHANGE = { messageType: "ConfigurationItemChangeNotification" };
const OVERSIZED = { messageType: "OversizedConfigurationItemChangeNotification" };
const WANTED = "set exactly ConfigurationItemChangeNotification and OversizedConfigurationItemChangeNotification";

/** A policy text of the given length. */
function textOf(length: number): string {
  return "rule r {}".padEnd(length);
}

describeResourceRule(configGuardRuleValid, {
  example: {
    scope: { complianceResourceTypes: ["AWS::Bedrock::Guardrail"] },
    source: {
      owner: "CUSTOM_POLICY",
      sourceDetails: [CHANGE, OVERSIZED],
      customPolicyDetails: { policyRuntime: "guard-2.x.x", policyText: "# why\nrule ready { Status exists }" },
    },
  },
  fails: [
    { title: "a rule without a trigger", remove: [DETAILS], message: `has no message type; ${WANTED}` },
    {
      title: "a rule that misses large items",
      set: { [DETAILS]: [CHANGE] },
      message: `has the message types "ConfigurationItemChangeNotification"; ${WANTED}`,
    },
    {
      title: "a rule with a schedule, which Guard rules do not have",
      set: { [DETAILS]: [CHANGE, { messageType: "ScheduledNotification" }] },
      message: `has the message types "ConfigurationItemChangeNotification", "ScheduledNotification"; ${WANTED}`,
    },
    {
      title: "a third trigger",
      set: { [DETAILS]: [CHANGE, OVERSIZED, CHANGE] },
      message:
        'has the message types "ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification", ' +
        `"ConfigurationItemChangeNotification"; ${WANTED}`,
    },
    {
      title: "another runtime",
      set: { [RUNTIME]: "guard-3.x.x" },
      property: RUNTIME,
      message: 'is "guard-3.x.x"; set it to "guard-2.x.x"',
    },
    { title: "no text", remove: [TEXT], property: TEXT, message: "is not set; set it to Guard text with a rule block" },
    {
      title: "text without a rule",
      set: { [TEXT]: "# a rule to come" },
      property: TEXT,
      message: 'is "# a rule to come"; set it to Guard text with a rule block',
    },
    {
      title: "text that is too long",
      set: { [TEXT]: textOf(10_001) },
      property: TEXT,
      message: "has 10001 characters; shorten it to at most 10000",
    },
    {
      title: "types that are not recorded",
      set: { [TYPES]: ["AWS::Bedrock::Guardrail", "AWS::Bedrock::Agent", "AWS::Logs::LogGroup"] },
      property: TYPES,
      message:
        "has AWS::Logs::LogGroup, AWS::Bedrock::Agent, which AWS Config does not record; name recorded types only",
    },
  ],
  passes: [
    { title: "text of the maximum length", set: { [TEXT]: textOf(10_000) } },
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
