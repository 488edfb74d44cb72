import { cloudwatchAccountGovernanceAlertsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-governance-alerts-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ALERTING, beside, declinedCase, saying, unknownDeclined } from "../account-modes";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const named = (id: string) => ({ type: RULE, name: `baseline-us-east-1-events-${id}` });

const set = (id: string, properties: WireMap) => (stack: readonly ResourceState[]) =>
  changeAll(stack, named(id), { set: properties });
const nobodyIsTold = (what: string) =>
  [
    {
      name: "baseline",
      property: "governedRegions.1",
      message: `is "us-east-1", where nobody is told of ${what}; declare rules on them, with a target`,
    },
  ] as const;

const SHARING =
  "ram:AssociateResourceShare, ram:AssociateResourceSharePermission, ram:CreateResourceShare and 3 others";
const missing = (stack: readonly ResourceState[]) => without(stack, named("resource-sharing"));
const READS = "model calls by the root user, model calls by a long-term API key, model calls by another account";
const modelCalls = (only: object) => ({
  eventPattern: JSON.stringify({
    source: ["aws.bedrock"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName: ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"], ...only },
  }),
});

describeStackRule(cloudwatchAccountGovernanceAlertsExist, {
  fails: [
    { title: "a region without a rule on sharing", change: missing, findings: nobodyIsTold(SHARING) },
    {
      title: "a rule without a target",
      change: (stack) => without(stack, { type: TARGET, name: "baseline-us-east-1-events-resource-sharing-alert" }),
      findings: nobodyIsTold(SHARING),
    },
    {
      title: "a rule on model calls in the state that leaves reads out",
      change: set("model-callers", { state: "ENABLED" }),
      findings: nobodyIsTold(READS),
    },
    {
      title: "a rule on the root user's model calls alone",
      change: set("model-callers", modelCalls({ userIdentity: { type: ["Root"] } })),
      findings: nobodyIsTold("model calls by a long-term API key, model calls by another account"),
    },
    {
      title: "a rule on roles in the state that leaves reads out",
      change: set("foreign-role-sessions", { state: "ENABLED" }),
      findings: nobodyIsTold("roles that another account takes on"),
    },
    {
      title: "a rule on keys that leaves their deletion out",
      change: set("key-loss", {
        eventPattern: JSON.stringify({
          source: ["aws.kms"],
          "detail-type": ["KMS Imported Key Material Expiration"],
        }),
      }),
      findings: nobodyIsTold('"KMS CMK Deletion"'),
    },
    {
      title: "a rule on versions of models that leaves their rejection out",
      change: set("model-versions", {
        eventPattern: JSON.stringify({
          source: ["aws.sagemaker"],
          "detail-type": ["SageMaker Model Package State Change"],
          detail: { ModelApprovalStatus: ["Approved"] },
        }),
      }),
      findings: nobodyIsTold('"SageMaker Model Package State Change"'),
    },
    {
      title: "a rule on backup jobs that leaves those out that expired",
      change: set("backup-jobs", {
        eventPattern: JSON.stringify({
          source: ["aws.backup"],
          "detail-type": ["Backup Job State Change"],
          detail: { state: ["FAILED", "ABORTED"] },
        }),
      }),
      findings: nobodyIsTold('"Backup Job State Change"'),
    },
    {
      title: "recommendations of Trusted Advisor that nobody is told of, where it sends them",
      change: (stack) => without(stack, named("trusted-advisor")),
      findings: nobodyIsTold('"Trusted Advisor Check Item Refresh Notification"'),
    },
    {
      title: "changes of identities that nobody is told of, where they are recorded",
      change: (stack) => without(stack, named("identity-changes")),
      findings: nobodyIsTold("iam:AddUserToGroup, iam:AttachGroupPolicy, iam:AttachUserPolicy and 13 others"),
    },
    {
      title: "what is left out elsewhere, or is something else",
      change: saying({ declined: beside(ALERTING)["declined"] ?? [] }, missing),
      findings: nobodyIsTold(SHARING),
    },
  ],
  passes: [
    {
      title: "a rule on every model call, whoever makes it",
      change: set("model-callers", modelCalls({})),
    },
  ],
  unknown: [
    ...unknownDeclined(ALERTING, missing),
    {
      title: "a pattern",
      change: set("resource-sharing", { eventPattern: UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    { title: "a state", change: set("model-callers", { state: UNKNOWN_VALUE }), property: "governedRegions.1" },
  ],
  exempt: [declinedCase(ALERTING, missing)],
});
