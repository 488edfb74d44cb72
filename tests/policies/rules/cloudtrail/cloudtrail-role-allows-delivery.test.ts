import { cloudtrailRoleAllowsDelivery } from "../../../../policies/rules/cloudtrail/cloudtrail-role-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const ROLE = { type: "aws:iam/role:Role", name: "baseline-trail-log-delivery-role" };
const POLICY = { type: "aws:iam/rolePolicy:RolePolicy", name: "baseline-trail-log-delivery-role-policy" };
const STREAM =
  "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/cloudtrail/baseline-trail:log-stream:111122223333_CloudTrail_eu-central-1_1";
const lacks = (action: string) => ({
  name: "baseline-trail",
  message: `references the role ${ROLE.name}, whose policies do not allow ${action} on ${STREAM}; allow it`,
});
const NOT_ASSUMED = {
  name: "baseline-trail",
  message: `references the role ${ROLE.name}, which cloudtrail.amazonaws.com may not assume here; allow it in the trust policy`,
};
const permit = (Action: readonly string[], Resource: string): string =>
  documentOf({ Effect: "Allow", Action, Resource });

function boundBy(Condition: WireMap) {
  const trust = documentOf(allow({ Service: "cloudtrail.amazonaws.com" }, { Action: "sts:AssumeRole", Condition }));
  return (stack: readonly ResourceState[]) => changeAll(stack, ROLE, { set: { assumeRolePolicy: trust } });
}

describeStackRule(cloudtrailRoleAllowsDelivery, {
  fails: [
    {
      title: "a role without permissions",
      change: (stack) => without(stack, POLICY),
      findings: [lacks("logs:CreateLogStream"), lacks("logs:PutLogEvents")],
    },
    {
      title: "a role that may only create streams",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: permit(["logs:CreateLogStream"], "*") } }),
      findings: [lacks("logs:PutLogEvents")],
    },
    {
      title: "permissions for another group",
      change: (stack) =>
        changeAll(stack, POLICY, { set: { policy: permit(["logs:*"], "arn:aws:logs:*:*:log-group:other:*") } }),
      findings: [lacks("logs:CreateLogStream"), lacks("logs:PutLogEvents")],
    },
    {
      title: "a role for another service",
      change: (stack) =>
        changeAll(stack, ROLE, {
          set: { assumeRolePolicy: documentOf(allow({ Service: "ec2.amazonaws.com" }, { Action: "sts:AssumeRole" })) },
        }),
      findings: [NOT_ASSUMED],
    },
    {
      title: "a trust policy bound by the account, which CloudTrail does not send",
      change: boundBy({ StringEquals: { "aws:SourceAccount": "111122223333" } }),
      findings: [NOT_ASSUMED],
    },
    {
      title: "a trust policy bound by the trail, which CloudTrail does not send",
      change: boundBy({
        StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail" },
      }),
      findings: [NOT_ASSUMED],
    },
  ],
  passes: [
    {
      title: "a role with inline policies of its own",
      change: (stack) =>
        changeAll(without(stack, POLICY), ROLE, { set: { inlinePolicies: [{ policy: permit(["logs:*"], "*") }] } }),
    },
  ],
  unknown: [
    {
      title: "permissions that are not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "cloudWatchLogsRoleArn",
    },
    {
      title: "a trust policy that is not known yet",
      change: (stack) => changeAll(stack, ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: "cloudWatchLogsRoleArn",
    },
    {
      title: "a role with policies that are not declared here",
      change: (stack) =>
        changeAll(without(stack, POLICY), ROLE, { set: { managedPolicyArns: ["arn:aws:iam::aws:policy/Other"] } }),
      property: "cloudWatchLogsRoleArn",
    },
    { title: "a role of another stack", change: (stack) => without(stack, ROLE), property: "cloudWatchLogsRoleArn" },
  ],
});
