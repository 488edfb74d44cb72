import { configAccountPeriodicChecksExist } from "../../../../policies/rules/config/config-account-periodic-checks-exist";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { BASELINE } from "./prod-names";

const RULE = "aws:cfg/rule:Rule";
const LOGGING = { type: RULE, name: "baseline-us-east-1-checks-invocation-logging" };
const RETENTION = { type: RULE, name: "baseline-us-east-1-checks-ai-log-retention" };
const LACKS = [
  {
    name: BASELINE.name,
    property: "governedRegions.1",
    message: 'is "us-east-1", which lacks these Config rules: one that a Lambda function answers; declare them there',
  },
] as const;

const CHECKS = {
  type: RULE,
  capability: "periodicChecks",
  words: "checks of what AWS Config does not record",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "own",
};
const RECORDED = { ...CHECKS, capability: "recorder", words: "a recorder" };
const missing = (stack: readonly ResourceState[]) => without(without(stack, LOGGING), RETENTION);

describeStackRule(configAccountPeriodicChecksExist, {
  fails: [
    { title: "a region without a rule that a function answers", change: missing, findings: LACKS },
    {
      title: "rules that AWS's own code answers",
      change: (stack) =>
        [LOGGING, RETENTION].reduce<readonly ResourceState[]>(
          (changed, rule) => changeAll(changed, rule, { set: { "source.owner": "AWS" } }),
          stack,
        ),
      findings: LACKS,
    },
    {
      title: "rules in another region",
      change: (stack) =>
        [LOGGING, RETENTION].reduce<readonly ResourceState[]>(
          (changed, rule) => changeAll(changed, rule, { set: { region: "eu-central-1" } }),
          stack,
        ),
      findings: LACKS,
    },
    {
      title: "a region without such a rule where other regions and other things are left out",
      change: saying(beside(CHECKS), missing),
      findings: LACKS,
    },
  ],
  passes: [{ title: "a region with one such rule", change: (stack) => without(stack, RETENTION) }],
  exempt: [declinedCase(CHECKS, missing), declinedCase(RECORDED, missing)],
  unknown: [
    {
      title: "who answers the rules",
      change: (stack) =>
        [LOGGING, RETENTION].reduce<readonly ResourceState[]>(
          (changed, rule) => changeAll(changed, rule, { set: { "source.owner": UNKNOWN_VALUE } }),
          stack,
        ),
      property: "governedRegions.1",
    },
    {
      title: "which regions are governed",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    ...unknownDeclined(CHECKS, missing),
  ],
  notApplicable: [{ title: "a stack that is no account's baseline", change: () => emptyStack() }],
});
