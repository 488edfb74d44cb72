import { configAccountBaselineRulesExist } from "../../../../policies/rules/config/config-account-baseline-rules-exist";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const RULE = "aws:cfg/rule:Rule";
const ROTATED = { type: RULE, name: "baseline-us-east-1-rules-access-keys-rotated" };
const GUARD = { type: RULE, name: "baseline-us-east-1-rules-bedrock-guardrail-encrypted" };
const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline" };

function lacks(what: string) {
  const message = `is "us-east-1", which lacks these Config rules: ${what}; declare them there`;
  return [{ name: "baseline", property: "governedRegions.1", message }] as const;
}

describeStackRule(configAccountBaselineRulesExist, {
  fails: [
    {
      title: "a region without one of the managed rules",
      change: (stack) => without(stack, ROTATED),
      findings: lacks("ACCESS_KEYS_ROTATED"),
    },
    {
      title: "a rule of the same name that is not AWS's",
      change: (stack) => changeAll(stack, ROTATED, { set: { "source.owner": "CUSTOM_LAMBDA" } }),
      findings: lacks("ACCESS_KEYS_ROTATED"),
    },
    {
      title: "a region without one of the custom policies",
      change: (stack) => without(stack, GUARD),
      findings: lacks("a custom policy rule on KmsKeyArn of AWS::Bedrock::Guardrail"),
    },
    {
      title: "a custom policy on another type",
      change: (stack) => changeAll(stack, GUARD, { set: { "scope.complianceResourceTypes": ["AWS::S3::Bucket"] } }),
      findings: lacks("a custom policy rule on KmsKeyArn of AWS::Bedrock::Guardrail"),
    },
  ],
  passes: [
    {
      title: "a region without a rule that is excluded",
      change: (stack) => without(stack, ROTATED),
      settings: { exclude: ["ACCESS_KEYS_ROTATED"] },
    },
  ],
  unknown: [
    {
      title: "the rule's identifier",
      change: (stack) => changeAll(stack, ROTATED, { set: { "source.sourceIdentifier": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "the custom policy's text",
      change: (stack) => changeAll(stack, GUARD, { set: { "source.customPolicyDetails.policyText": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "the governed regions",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
  ],
});
