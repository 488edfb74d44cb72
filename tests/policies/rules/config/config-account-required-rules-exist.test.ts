import { configAccountRequiredRulesExist } from "../../../../policies/rules/config/config-account-required-rules-exist";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";
import { BASELINE } from "./prod-names";

const RULE = "aws:cfg/rule:Rule";
const TRAIL_ENABLED = { type: RULE, name: "baseline-us-east-1-rules-cloudtrail-enabled" };
const GROUP_ENCRYPTED = { type: RULE, name: "baseline-us-east-1-rules-cloudwatch-log-group-encrypted" };

function lacking(...identifiers: readonly string[]) {
  return {
    name: BASELINE.name,
    property: "governedRegions.1",
    message: `is "us-east-1", which lacks these Config rules: ${identifiers.join(", ")}; declare them there`,
  };
}

const RECORDER = {
  type: "aws:cfg/recorder:Recorder",
  capability: "recorder",
  words: "a recorder",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "default",
};
const missing = (stack: readonly ResourceState[]) => without(stack, TRAIL_ENABLED);

describeStackRule(configAccountRequiredRulesExist, {
  fails: [
    {
      title: "a region without a rule where other regions do without a recorder",
      change: saying(beside(RECORDER), missing),
      findings: [lacking("CLOUD_TRAIL_ENABLED")],
    },
    {
      title: "a region without a rule beside a recorder that is adopted",
      change: saying({ adopted: [{ type: RECORDER.type, region: "us-east-1", id: "default" }] }, missing),
      findings: [lacking("CLOUD_TRAIL_ENABLED")],
    },
    {
      title: "a governed region that lacks two rules",
      change: (stack) => without(without(stack, TRAIL_ENABLED), GROUP_ENCRYPTED),
      findings: [lacking("CLOUD_TRAIL_ENABLED", "CLOUDWATCH_LOG_GROUP_ENCRYPTED")],
    },
    {
      title: "a rule that only has the identifier",
      change: (stack) => changeAll(stack, TRAIL_ENABLED, { set: { "source.owner": "CUSTOM_LAMBDA" } }),
      findings: [lacking("CLOUD_TRAIL_ENABLED")],
    },
    {
      title: "a rule that is configured and not declared",
      change: (stack) => without(stack, { type: RULE, name: "baseline-us-east-1-rules-access-keys-rotated" }),
      settings: { identifiers: ["SAGEMAKER_DOMAIN_TAGGED_AND_MORE"] },
      findings: [
        {
          property: "governedRegions.0",
          message:
            'is "eu-central-1", which lacks these Config rules: SAGEMAKER_DOMAIN_TAGGED_AND_MORE; declare them there',
        },
        lacking("SAGEMAKER_DOMAIN_TAGGED_AND_MORE"),
      ],
    },
  ],
  passes: [
    {
      title: "a region with every rule, whether or not the account does without a recorder there",
      change: saying({ declined: UNKNOWN_VALUE }, (stack) => stack),
    },
    {
      title: "the rules that are configured, in the provider's region",
      change: () => [
        ...emptyStack(),
        declared(BASELINE.type, "account", { governedRegions: ["eu-west-1"] }),
        declared(RULE, "rule", { source: { owner: "AWS", sourceIdentifier: "CLOUD_TRAIL_ENABLED" } }),
      ],
      settings: { identifiers: ["CLOUD_TRAIL_ENABLED"] },
    },
  ],
  unknown: [
    ...unknownDeclined(RECORDER, missing),
    {
      title: "what a rule is",
      change: (stack) => changeAll(stack, TRAIL_ENABLED, { set: { "source.sourceIdentifier": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "which of several regions the provider's is",
      change: () => [
        ...emptyStack(),
        declared(BASELINE.type, "account", { governedRegions: ["eu-west-1", "us-east-1"] }),
        declared(RULE, "rule", { source: { owner: "AWS", sourceIdentifier: "CLOUD_TRAIL_ENABLED" } }),
        declared(RULE, "other", {
          source: { owner: "AWS", sourceIdentifier: "CLOUD_TRAIL_ENABLED" },
          region: "us-east-1",
        }),
      ],
      settings: { identifiers: ["CLOUD_TRAIL_ENABLED"] },
      property: "governedRegions.0",
    },
  ],
  exempt: [declinedCase(RECORDER, missing)],
});
