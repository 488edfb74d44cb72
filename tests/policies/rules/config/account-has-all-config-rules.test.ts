import assert from "node:assert/strict";
import { KNOWN_REGIONS, isOfferedIn } from "../../../../components/config-rule-regions";
import { BASELINE_GUARD_RULES } from "../../../../components/documents/guard-policies";
import { BASELINE_RULE_IDS, managedRule } from "../../../../components/managed-rules";
import { accountHasAllConfigRules } from "../../../../policies/rules/config/account-has-all-config-rules";
import { accountHasConfigRules } from "../../../../policies/rules/config/account-has-config-rules";
import { WATCHING_POLICIES, watchingRules } from "../../../../policies/rules/config/watching-rules";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const RULE = "aws:cfg/rule:Rule";
const ROTATED = { type: RULE, name: "baseline-us-east-1-rules-access-keys-rotated" };
const GUARD = { type: RULE, name: "baseline-us-east-1-rules-bedrock-guardrail-encrypted" };
const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline" };

function lacks(what: string) {
  const message = `is "us-east-1", which lacks the Config rules ${what}; it must have them`;
  return [{ name: "baseline", property: "governedRegions.1", message }] as const;
}

describeStackRule(accountHasAllConfigRules, {
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
      findings: lacks("on KmsKeyArn of AWS::Bedrock::Guardrail"),
    },
    {
      title: "a custom policy on another type",
      change: (stack) => changeAll(stack, GUARD, { set: { "scope.complianceResourceTypes": ["AWS::S3::Bucket"] } }),
      findings: lacks("on KmsKeyArn of AWS::Bedrock::Guardrail"),
    },
  ],
  passes: [
    {
      title: "a region without a rule that is excluded",
      change: (stack) => without(stack, ROTATED),
      config: { exclude: ["ACCESS_KEYS_ROTATED"] },
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

describe("the rules that watch a region", () => {
  const demanded = accountHasConfigRules.config?.["identifiers"]?.default as readonly string[]; // a list of texts there

  for (const region of KNOWN_REGIONS) {
    it(`are those that ConfigRules creates in ${region}`, () => {
      const created = BASELINE_RULE_IDS.map(managedRule).filter(({ regions }) => isOfferedIn(regions, region));
      assert.deepEqual(
        [...watchingRules(region), ...demanded].sort(),
        created.map(({ identifier }) => identifier).sort(),
      );
    });
  }

  it("are, beyond the managed ones, the custom policies that ConfigRules creates", () => {
    const matched = BASELINE_GUARD_RULES.filter(({ resourceTypes, policyText }) =>
      WATCHING_POLICIES.some(
        ({ resourceType, property }) =>
          resourceTypes.includes(resourceType) && policyText.includes(`configuration.${property} `),
      ),
    );
    assert.equal(matched.length, BASELINE_GUARD_RULES.length);
    assert.equal(WATCHING_POLICIES.length, BASELINE_GUARD_RULES.length);
  });
});
