import { BASELINE_GUARD_RULES } from "../../../../components/documents/config-guard-rules";
import { GLOBAL_RESOURCE_TYPES } from "../../../../facts/config/limits";
import { configAccountBaselineRulesExist } from "../../../../policies/rules/config/config-account-baseline-rules-exist";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { BASELINE, HOME_RECORDER, RECORDER } from "./prod-names";

const RULE = "aws:cfg/rule:Rule";
const ROTATED = { type: RULE, name: "baseline-us-east-1-rules-cmk-backing-key-rotation-enabled" };
const KEYS = { type: RULE, name: "baseline-eu-central-1-rules-access-keys-rotated" };
const GUARD = { type: RULE, name: "baseline-us-east-1-rules-bedrock-guardrail-encrypted" };
const ENCRYPTED = "a custom policy rule on KmsKeyArn of AWS::Bedrock::Guardrail";

/** What each custom policy rule of `ConfigRules` is required as. */
const CUSTOM_POLICY_RULES: Readonly<Record<string, string>> = {
  "bedrock-guardrail-ready": "a custom policy rule on Status of AWS::Bedrock::Guardrail",
  "bedrock-guardrail-encrypted": ENCRYPTED,
  "bedrock-knowledge-base-active": "a custom policy rule on Status of AWS::Bedrock::KnowledgeBase",
  "bedrock-data-source-available": "a custom policy rule on DataSourceStatus of AWS::Bedrock::DataSource",
  "agentcore-gateway-ready": "a custom policy rule on Status of AWS::BedrockAgentCore::Gateway",
  "agentcore-memory-active": "a custom policy rule on Status of AWS::BedrockAgentCore::Memory",
  "agentcore-runtime-security-groups":
    "a custom policy rule on NetworkConfiguration.NetworkMode of AWS::BedrockAgentCore::Runtime",
  "agentcore-browser-security-groups":
    "a custom policy rule on NetworkConfiguration.NetworkMode of AWS::BedrockAgentCore::BrowserCustom",
  "ai-resource-tagged": [
    "AWS::Bedrock::Guardrail",
    "AWS::Bedrock::KnowledgeBase",
    "AWS::BedrockAgentCore::Gateway",
    "AWS::BedrockAgentCore::Memory",
    "AWS::BedrockAgentCore::Runtime",
    "AWS::BedrockAgentCore::BrowserCustom",
  ]
    .map((type) => `a custom policy rule on Tags of ${type}`)
    .join(", "),
};

function lacks(what: string) {
  const message = `is "us-east-1", which lacks these Config rules: ${what}; declare them there`;
  return [{ name: BASELINE.name, property: "governedRegions.1", message }] as const;
}

/** What a recorder says that excludes types by name. */
function excluding(...resourceTypes: readonly string[]) {
  return {
    "recordingGroup.exclusionByResourceTypes": [{ resourceTypes }],
    "recordingGroup.recordingStrategies": [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
  };
}

/** The stack with what it declares in us-east-1 in another region instead. */
function moved(stack: readonly ResourceState[], region: string): readonly ResourceState[] {
  const text = JSON.stringify(stack).replaceAll('"us-east-1"', JSON.stringify(region));
  return JSON.parse(text) as readonly ResourceState[]; // the same shape, with other texts in it
}

/** The stack without the custom policy rules that it declares in us-east-1. */
function withoutCustomPolicyRules(stack: readonly ResourceState[], names: readonly string[]): readonly ResourceState[] {
  return names.reduce((rest, name) => without(rest, { type: RULE, name: `baseline-us-east-1-rules-${name}` }), stack);
}
const CAPABILITY = {
  type: "aws:cfg/recorder:Recorder",
  capability: "recorder",
  words: "a recorder",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "default",
};
const missing = (stack: readonly ResourceState[]) => without(stack, ROTATED);

describeStackRule(configAccountBaselineRulesExist, {
  fails: [
    {
      title: "a region without a rule where other regions do without a recorder",
      change: saying(beside(CAPABILITY), missing),
      findings: lacks("CMK_BACKING_KEY_ROTATION_ENABLED"),
    },
    {
      title: "a region without a rule beside a recorder that is adopted",
      change: saying({ adopted: [{ type: RECORDER.type, region: "us-east-1", id: "default" }] }, missing),
      findings: lacks("CMK_BACKING_KEY_ROTATION_ENABLED"),
    },
    {
      title: "a region without one of the managed rules",
      change: (stack) => without(stack, ROTATED),
      findings: lacks("CMK_BACKING_KEY_ROTATION_ENABLED"),
    },
    {
      title: "a rule with the identifier of a managed rule and another owner",
      change: (stack) => changeAll(stack, ROTATED, { set: { "source.owner": "CUSTOM_LAMBDA" } }),
      findings: lacks("CMK_BACKING_KEY_ROTATION_ENABLED"),
    },
    {
      title: "a region without a rule on IAM, where the recorder records IAM",
      change: (stack) => without(stack, KEYS),
      findings: [
        {
          name: BASELINE.name,
          property: "governedRegions.0",
          message: 'is "eu-central-1", which lacks these Config rules: ACCESS_KEYS_ROTATED; declare them there',
        },
      ],
    },
    {
      title: "rules on IAM in another region than the one that records IAM",
      change: (stack) =>
        [HOME_RECORDER, RECORDER].reduce<typeof stack>(
          (changed, recorder) =>
            changeAll(changed, recorder, {
              set: { "recordingGroup.includeGlobalResourceTypes": recorder === RECORDER },
            }),
          stack,
        ),
      findings: lacks(
        "IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS, IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS, IAM_ROOT_ACCESS_KEY_CHECK, " +
          "IAM_USER_MFA_ENABLED, ACCESS_KEYS_ROTATED",
      ),
    },
    {
      title: "no rules on IAM in a region whose recorder excludes other types than IAM",
      change: (stack) =>
        changeAll(
          changeAll(stack, HOME_RECORDER, { set: excluding("AWS::EC2::Subnet", ...GLOBAL_RESOURCE_TYPES) }),
          RECORDER,
          { set: excluding("AWS::EC2::Subnet") },
        ),
      findings: lacks(
        "IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS, IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS, IAM_ROOT_ACCESS_KEY_CHECK, " +
          "IAM_USER_MFA_ENABLED, ACCESS_KEYS_ROTATED",
      ),
    },
    ...BASELINE_GUARD_RULES.map(({ name }) => ({
      title: `a region without the custom policy rule ${name}`,
      change: (stack: Parameters<typeof without>[0]) =>
        without(stack, { type: RULE, name: `baseline-us-east-1-rules-${name}` }),
      findings: lacks(CUSTOM_POLICY_RULES[name] ?? "nothing, because the rule does not require it"),
    })),
    {
      title: "a region that records guardrails but no knowledge bases, without the rules on guardrails",
      change: (stack) => moved(withoutCustomPolicyRules(stack, Object.keys(CUSTOM_POLICY_RULES)), "eu-south-1"),
      findings: [
        {
          name: BASELINE.name,
          property: "governedRegions.1",
          message:
            'is "eu-south-1", which lacks these Config rules: a custom policy rule on Status of AWS::Bedrock::Guardrail, ' +
            `${ENCRYPTED}, a custom policy rule on Tags of AWS::Bedrock::Guardrail; declare them there`,
        },
      ],
    },
    {
      title: "a custom policy rule on another type",
      change: (stack) => changeAll(stack, GUARD, { set: { "scope.complianceResourceTypes": ["AWS::S3::Bucket"] } }),
      findings: lacks(ENCRYPTED),
    },
  ],
  passes: [
    {
      title: "a region with every rule, whether or not the account does without a recorder there",
      change: saying({ declined: UNKNOWN_VALUE }, (stack) => stack),
    },
    {
      title: "a region without a rule that is excluded",
      change: (stack) => without(stack, ROTATED),
      settings: { exclude: ["CMK_BACKING_KEY_ROTATION_ENABLED"] },
    },
    {
      title: "a region in which AWS Config records neither guardrails nor knowledge bases, without the rules on them",
      change: (stack) => moved(withoutCustomPolicyRules(stack, Object.keys(CUSTOM_POLICY_RULES)), "us-west-1"),
    },
    {
      title: "a region in which AWS Config records no knowledge bases, without the rule on them",
      change: (stack) => moved(withoutCustomPolicyRules(stack, ["bedrock-knowledge-base-active"]), "eu-south-1"),
    },
  ],
  unknown: [
    ...unknownDeclined(CAPABILITY, missing),
    {
      title: "the rule's identifier",
      change: (stack) => changeAll(stack, ROTATED, { set: { "source.sourceIdentifier": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "the custom policy rule's text",
      change: (stack) => changeAll(stack, GUARD, { set: { "source.customPolicyDetails.policyText": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "the governed regions",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
  ],
  exempt: [declinedCase(CAPABILITY, missing)],
});
