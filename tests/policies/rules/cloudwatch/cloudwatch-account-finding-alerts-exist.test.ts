import { cloudwatchAccountFindingAlertsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-finding-alerts-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { ALERTING, beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { OF_GUARDDUTY } from "../guardduty/prod-names";
import { declared, urnOf } from "../stack-resources";

const BASELINE = "ai-governance-baseline:index:AccountBaseline";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const OF_THREATS = { type: RULE, name: "baseline-us-east-1-findings-guardduty" };

const NOT_TOLD = [
  {
    name: "baseline",
    property: "governedRegions.1",
    message:
      'is "us-east-1", where nobody is told of GuardDuty findings of high severity and above; declare rules on them, with a target',
  },
] as const;

const missing = (stack: readonly ResourceState[]) => without(stack, OF_THREATS);
const threats = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, OF_THREATS, { set });
const pattern = (detail: object) =>
  JSON.stringify({ source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], detail });

/** An account of one region, with one rule on whatever comes. */
function accountOf(rule: WireMap): readonly ResourceState[] {
  return [
    ...emptyStack(),
    declared(BASELINE, "account", { governedRegions: ["eu-west-1"] }),
    declared(RULE, "rule", { name: "rule", ...rule }),
    declared(
      TARGET,
      "target",
      { rule: "rule", arn: "arn:aws:sns:eu-west-1:111122223333:alerts" },
      { propertyDependencies: { rule: [urnOf(RULE, "rule")] } },
    ),
  ];
}

describeStackRule(cloudwatchAccountFindingAlertsExist, {
  fails: [
    { title: "a region without a rule on the findings of a service", change: missing, findings: NOT_TOLD },
    {
      title: "a rule without a target",
      change: (stack) => without(stack, { type: TARGET, name: "baseline-us-east-1-findings-guardduty-alert" }),
      findings: NOT_TOLD,
    },
    { title: "a rule that is disabled", change: threats({ state: "DISABLED" }), findings: NOT_TOLD },
    { title: "a rule on another bus", change: threats({ eventBusName: "audit" }), findings: NOT_TOLD },
    { title: "a rule in another region", change: threats({ region: "eu-central-1" }), findings: NOT_TOLD },
    { title: "a rule whose pattern cannot be read", change: threats({ eventPattern: "{" }), findings: NOT_TOLD },
    {
      title: "a rule on findings of critical severity alone",
      change: threats({ eventPattern: pattern({ severity: [{ numeric: [">=", 9] }] }) }),
      findings: NOT_TOLD,
    },
    {
      title: "what is left out elsewhere, or is something else",
      change: saying({ declined: beside(ALERTING)["declined"] ?? [] }, missing),
      findings: NOT_TOLD,
    },
  ],
  passes: [
    {
      title: "a rule on whatever comes",
      change: () => accountOf({ eventPattern: '{"source":[{"prefix":"aws."}]}' }),
    },
    {
      title: "a rule on findings of every severity",
      change: threats({ eventPattern: '{"source":["aws.guardduty"]}' }),
    },
  ],
  unknown: [
    {
      title: "what a rule is about",
      change: threats({ eventPattern: UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    { title: "whether a rule is enabled", change: threats({ state: UNKNOWN_VALUE }), property: "governedRegions.1" },
    ...unknownDeclined(ALERTING, missing),
  ],
  exempt: [declinedCase(ALERTING, missing), declinedCase(OF_GUARDDUTY, missing)],
});
