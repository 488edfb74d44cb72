import { logsSubscriptionRoleAllowsDelivery } from "../../../../policies/rules/logs/logs-subscription-role-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { sampledStack } from "../bedrock/sampled-stack";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const FILTER = {
  type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
  name: "baseline-us-east-1-export-subscription-invocations",
};
const ROLE = { type: "aws:iam/role:Role", name: "baseline-us-east-1-export-subscription-role" };
const POLICY = { type: "aws:iam/rolePolicy:RolePolicy", name: "baseline-us-east-1-export-subscription-role-policy" };
const STREAM = "arn:aws:firehose:us-east-1:111122223333:deliverystream/baseline-us-east-1-export";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

const permitting =
  (Action: readonly string[], Resource: string): Change =>
  (stack) =>
    changeAll(stack, POLICY, { set: { policy: documentOf({ Effect: "Allow", Action, Resource }) } });
const trusting =
  (service: string, more: WireMap = {}): Change =>
  (stack) =>
    changeAll(stack, ROLE, {
      set: { assumeRolePolicy: documentOf(allow({ Service: service }, { Action: "sts:AssumeRole", ...more })) },
    });
const from = (source: string): WireMap => ({ Condition: { ArnLike: { "aws:SourceArn": source } } });

const lacks = (action: string) => ({
  name: FILTER.name,
  message: `references the role ${ROLE.name}, whose policies do not allow ${action} on ${STREAM}; allow it`,
});
const NOT_ASSUMED = {
  name: FILTER.name,
  message: `references the role ${ROLE.name}, which logs.amazonaws.com may not assume here; allow it in the trust policy`,
};

describeStackRule(logsSubscriptionRoleAllowsDelivery, {
  fails: [
    {
      title: "a role without permissions",
      change: (stack) => without(stack, POLICY),
      findings: [lacks("firehose:PutRecord"), lacks("firehose:PutRecordBatch")],
    },
    {
      title: "a role that may send single records only",
      change: permitting(["firehose:PutRecord"], "*"),
      findings: [lacks("firehose:PutRecordBatch")],
    },
    {
      title: "a role that may send to another stream",
      change: permitting(["firehose:*"], `${STREAM}-2`),
      findings: [lacks("firehose:PutRecord"), lacks("firehose:PutRecordBatch")],
    },
    { title: "a role for another service", change: trusting("firehose.amazonaws.com"), findings: [NOT_ASSUMED] },
    {
      title: "a role for log groups of another region",
      change: trusting("logs.amazonaws.com", from("arn:aws:logs:eu-west-1:111122223333:*")),
      findings: [NOT_ASSUMED],
    },
  ],
  passes: [
    { title: "a role that may do more", change: permitting(["firehose:*"], "*") },
    { title: "a trust without a source", change: trusting("logs.amazonaws.com") },
  ],
  unknown: [
    {
      title: "permissions that are not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    {
      title: "a trust that is not known yet",
      change: (stack) => changeAll(stack, ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    { title: "a role of another stack", change: (stack) => without(stack, ROLE), property: "roleArn" },
  ],
  notApplicable: [{ title: "a subscription that calls a function", change: () => sampledStack() }],
});
