import { configAccountRemediationsExist } from "../../../../policies/rules/config/config-account-remediations-exist";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { BASELINE } from "./prod-names";

const REMEDIATION = "aws:cfg/remediationConfiguration:RemediationConfiguration";
const RULE = "aws:cfg/rule:Rule";
const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const ROTATION = { type: REMEDIATION, name: "baseline-us-east-1-remediation-key-rotation-remediation" };
const ROTATION_RULE = { type: RULE, name: "baseline-us-east-1-rules-cmk-backing-key-rotation-enabled" };
const LOGGING = { type: REMEDIATION, name: "baseline-eu-central-1-remediation-trail-logging-remediation" };
const RECORDED_TWICE = { type: RULE, name: "baseline-us-east-1-rules-cloudtrail-enabled" };

const lacks = (index: number, region: string, rules: string) =>
  [
    {
      name: BASELINE.name,
      property: `governedRegions.${index}`,
      message: `is "${region}", where nothing puts right what these Config rules find: ${rules}`,
    },
  ] as const;
const LACKS = lacks(1, "us-east-1", "CMK_BACKING_KEY_ROTATION_ENABLED");

const REMEDIATIONS = {
  type: REMEDIATION,
  capability: "configRemediation",
  words: "remediations of what AWS Config finds",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "own",
};
const missing = (stack: readonly ResourceState[]) => without(stack, ROTATION);

describeStackRule(configAccountRemediationsExist, {
  fails: [
    { title: "a region with a rule whose findings nothing puts right", change: missing, findings: LACKS },
    {
      title: "a home region where nothing starts its trail",
      change: (stack) => without(stack, LOGGING),
      findings: lacks(0, "eu-central-1", "CLOUD_TRAIL_ENABLED"),
    },
    {
      title: "a remediation of another rule",
      change: (stack) => changeAll(stack, ROTATION, { set: { configRuleName: RECORDED_TWICE.name } }),
      findings: LACKS,
    },
    {
      title: "a remediation in another region than its rule",
      change: (stack) => changeAll(stack, ROTATION, { set: { region: "eu-central-1" } }),
      findings: LACKS,
    },
    {
      title: "a region without where other regions and other things are left out",
      change: saying(beside(REMEDIATIONS), missing),
      findings: LACKS,
    },
  ],
  passes: [
    {
      title: "a region without the rule",
      change: (stack) => without(missing(stack), ROTATION_RULE),
    },
    {
      title: "a rule on trails where no trail is created",
      change: (stack) => without(without(stack, LOGGING), TRAIL),
    },
  ],
  exempt: [declinedCase(REMEDIATIONS, missing)],
  unknown: [
    {
      title: "which rule is put right",
      change: (stack) =>
        changeAll(stack, ROTATION, { set: { configRuleName: UNKNOWN_VALUE } }).map((resource) =>
          resource.urn.endsWith(`::${ROTATION.name}`) ? { ...resource, propertyDependencies: {} } : resource,
        ),
      property: "governedRegions.1",
    },
    {
      title: "which rule it is",
      change: (stack) =>
        changeAll(missing(stack), ROTATION_RULE, { set: { "source.sourceIdentifier": UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "which regions are governed",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    ...unknownDeclined(REMEDIATIONS, missing),
  ],
  notApplicable: [{ title: "a stack that is no account's baseline", change: () => emptyStack() }],
});
