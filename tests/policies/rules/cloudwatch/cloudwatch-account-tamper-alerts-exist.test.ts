import { TAMPER_EVENTS } from "../../../../facts/cloudtrail/tamper-events";
import { cloudwatchAccountTamperAlertsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-tamper-alerts-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { ALERTING, beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { having } from "../bedrock/prod-names";
import { declared, urnOf } from "../stack-resources";

const BASELINE = "ai-governance-baseline:index:AccountBaseline";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

const OF_KMS = { type: RULE, name: "baseline-us-east-1-events-kms" };
const OF_IAM = { type: RULE, name: "baseline-us-east-1-events-iam" };

const KMS_CALLS = "kms:DisableKey, kms:ScheduleKeyDeletion, kms:PutKeyPolicy";
const NOT_TOLD = `is "us-east-1", where nobody is told of ${KMS_CALLS} and 3 others; declare rules on them, with a target`;

const finding = (message: string) => [{ name: "baseline", property: "governedRegions.1", message }] as const;
const kms = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, OF_KMS, { set });
const pattern = (detail: object) =>
  JSON.stringify({ source: ["aws.kms"], "detail-type": ["AWS API Call via CloudTrail"], detail });
const NAMES = TAMPER_EVENTS.kms;

/** An account of the regions, with rules on every call, each with a target. */
function accountOf(governedRegions: readonly string[], ...rules: readonly WireMap[]) {
  return having(
    declared(BASELINE, "account", { governedRegions }),
    ...rules.flatMap((rule, index) => [
      declared(RULE, `rule-${index}`, { name: `rule-${index}`, ...rule }),
      declared(
        TARGET,
        `target-${index}`,
        { rule: `rule-${index}`, arn: "arn:aws:sns:eu-west-1:111122223333:alerts" },
        { propertyDependencies: { rule: [urnOf(RULE, `rule-${index}`)] } },
      ),
    ]),
  )(emptyStack());
}

const EVERY_CALL = JSON.stringify({ "detail-type": ["AWS API Call via CloudTrail"] });

const missing = (stack: readonly ResourceState[]) => without(stack, OF_KMS);

describeStackRule(cloudwatchAccountTamperAlertsExist, {
  fails: [
    { title: "a region without a rule on the calls of a service", change: missing, findings: finding(NOT_TOLD) },
    {
      title: "a rule without a target",
      change: (stack) => without(stack, { type: TARGET, name: "baseline-us-east-1-events-kms-alert" }),
      findings: finding(NOT_TOLD),
    },
    { title: "a rule that is disabled", change: kms({ state: "DISABLED" }), findings: finding(NOT_TOLD) },
    { title: "a rule on another bus", change: kms({ eventBusName: "audit" }), findings: finding(NOT_TOLD) },
    { title: "a rule in another region", change: kms({ region: "eu-central-1" }), findings: finding(NOT_TOLD) },
    { title: "a rule with a schedule", change: kms({ eventPattern: "" }), findings: finding(NOT_TOLD) },
    { title: "a rule whose pattern cannot be read", change: kms({ eventPattern: "{" }), findings: finding(NOT_TOLD) },
    {
      title: "a rule that leaves out the calls that are refused",
      change: kms({ eventPattern: pattern({ eventName: NAMES, errorCode: [{ exists: false }] }) }),
      findings: finding(NOT_TOLD),
    },
    {
      title: "a rule on the calls of one kind of identity",
      change: kms({ eventPattern: pattern({ eventName: NAMES, userIdentity: { type: ["Root"] } }) }),
      findings: finding(NOT_TOLD),
    },
    {
      title: "a rule on all the calls but one",
      change: kms({ eventPattern: pattern({ eventName: NAMES.slice(1) }) }),
      findings: finding('is "us-east-1", where nobody is told of kms:DisableKey; declare rules on them, with a target'),
    },
    {
      title: "calls to IAM that nobody is told of, where they are recorded",
      change: (stack) => without(stack, OF_IAM),
      findings: finding(
        'is "us-east-1", where nobody is told of iam:UpdateAssumeRolePolicy, iam:PutRolePolicy, iam:AttachRolePolicy and 5 others; declare rules on them, with a target',
      ),
    },
    {
      title: "an account that governs no region in which calls to IAM are recorded, and tells nobody of them",
      change: () => accountOf(["eu-west-1"], { eventPattern: EVERY_CALL }),
      findings: [
        {
          name: "account",
          property: "governedRegions",
          message:
            "leaves out us-east-1, which records calls to IAM, and where nobody is told of iam:UpdateAssumeRolePolicy, iam:PutRolePolicy, iam:AttachRolePolicy and 5 others; declare rules on them, with a target",
        },
      ],
    },
    {
      title: "what is left out elsewhere, or is something else",
      change: saying({ declined: beside(ALERTING)["declined"] ?? [] }, missing),
      findings: finding(NOT_TOLD),
    },
    {
      title: "an account that governs nothing",
      change: () => accountOf([]),
      findings: [{ name: "account", message: "is []; set it to at least one region" }],
    },
  ],
  passes: [
    {
      title: "one rule on every call, with the state that takes reads too",
      change: () =>
        accountOf(["us-east-1"], {
          eventPattern: EVERY_CALL,
          state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
          eventBusName: "default",
          isEnabled: true,
        }),
    },
    {
      title: "a rule in the region that records calls to IAM, which is not governed",
      change: () =>
        accountOf(["eu-west-1"], { eventPattern: EVERY_CALL }, { region: "us-east-1", eventPattern: EVERY_CALL }),
    },
    {
      title: "calls to IAM that a partition records nowhere that is known",
      change: () => accountOf(["eusc-de-east-1"], { eventPattern: EVERY_CALL }),
    },
    {
      title: "a rule by a beginning",
      change: kms({
        eventPattern: pattern({
          eventName: ["Disable", "Schedule", "Put", "Revoke", "Delete"].map((prefix) => ({ prefix })),
        }),
      }),
    },
  ],
  unknown: [
    ...unknownDeclined(ALERTING, missing),
    { title: "a pattern", change: kms({ eventPattern: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "a state", change: kms({ state: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "a region", change: kms({ region: UNKNOWN_VALUE }), property: "governedRegions.1" },
    {
      title: "the regions",
      change: (stack) => changeAll(stack, { type: BASELINE }, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
  ],
  exempt: [declinedCase(ALERTING, missing)],
});
