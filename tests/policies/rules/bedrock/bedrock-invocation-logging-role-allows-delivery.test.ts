import { bedrockInvocationLoggingRoleAllowsDelivery } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-role-allows-delivery";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const ROLE = { type: "aws:iam/role:Role", name: "baseline-us-east-1-invocations-role" };
const POLICY = { type: "aws:iam/rolePolicy:RolePolicy", name: "baseline-us-east-1-invocations-role-policy" };
const STREAM =
  "arn:aws:logs:us-east-1:111122223333:log-group:/ai-governance/baseline-us-east-1-invocations/model-invocations:log-stream:aws/bedrock/modelinvocations";
const lacks = (action: string) => ({
  name: "model-invocation-logging-us-east-1",
  message: `references the role ${ROLE.name}, whose policies do not allow ${action} on ${STREAM}; allow it`,
});
const NOT_ASSUMED = {
  name: "model-invocation-logging-us-east-1",
  message: `references the role ${ROLE.name}, which bedrock.amazonaws.com may not assume here; allow it in the trust policy`,
};
const permit = (Action: readonly string[], Resource: string): string =>
  documentOf({ Effect: "Allow", Action, Resource });

describeStackRule(bedrockInvocationLoggingRoleAllowsDelivery, {
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
      title: "a role for another account",
      change: (stack) =>
        changeAll(stack, ROLE, {
          set: {
            assumeRolePolicy: documentOf(
              allow(
                { Service: "bedrock.amazonaws.com" },
                { Action: "sts:AssumeRole", Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } },
              ),
            ),
          },
        }),
      findings: [NOT_ASSUMED],
    },
  ],
  passes: [
    {
      title: "a role that carries its permissions itself",
      change: (stack) =>
        changeAll(without(stack, POLICY), ROLE, { set: { inlinePolicies: [{ policy: permit(["logs:*"], "*") }] } }),
    },
  ],
  unknown: [
    {
      title: "permissions that are not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "loggingConfig.cloudwatchConfig.roleArn",
    },
    {
      title: "a trust that is not known yet",
      change: (stack) => changeAll(stack, ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: "loggingConfig.cloudwatchConfig.roleArn",
    },
    {
      title: "a role with policies that are not declared here",
      change: (stack) =>
        changeAll(without(stack, POLICY), ROLE, { set: { managedPolicyArns: ["arn:aws:iam::aws:policy/Other"] } }),
      property: "loggingConfig.cloudwatchConfig.roleArn",
    },
    {
      title: "a role of another stack",
      change: (stack) => without(stack, ROLE),
      property: "loggingConfig.cloudwatchConfig.roleArn",
    },
  ],
});
