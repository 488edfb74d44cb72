import { configRecorderRoleAllowsRecording } from "../../../../policies/rules/config/config-recorder-role-allows-recording";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const ROLE = { type: "aws:iam/role:Role", name: "baseline-us-east-1-recorder-role" };
const ATTACHMENT = {
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "baseline-us-east-1-recorder-role-managed-policy",
};
const RECORDER = "baseline-us-east-1-recorder-recorder";
const AWS_POLICY = "service-role/AWS_ConfigRole";
const DETACHED = {
  name: RECORDER,
  message: `references the role ${ROLE.name}, to which ${AWS_POLICY} is not attached; attach it`,
};

describeStackRule(configRecorderRoleAllowsRecording, {
  fails: [
    {
      title: "a role without the AWS managed policy",
      change: (stack) => without(stack, ATTACHMENT),
      findings: [DETACHED],
    },
    {
      title: "a role with another AWS managed policy",
      change: (stack) => changeAll(stack, ATTACHMENT, { set: { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } }),
      findings: [DETACHED],
    },
    {
      title: "a role with a policy of the same name that is customer managed",
      change: (stack) =>
        changeAll(stack, ATTACHMENT, { set: { policyArn: `arn:aws:iam::111122223333:policy/${AWS_POLICY}` } }),
      findings: [DETACHED],
    },
    {
      title: "a role that another service assumes",
      change: (stack) =>
        changeAll(stack, ROLE, {
          set: {
            assumeRolePolicy: documentOf(allow({ Service: "ec2.amazonaws.com" }, { Action: "sts:AssumeRole" })),
          },
        }),
      findings: [
        {
          name: RECORDER,
          message: `references the role ${ROLE.name}, which config.amazonaws.com may not assume here; allow it in the trust policy`,
        },
      ],
    },
  ],
  passes: [
    {
      title: "a role that names the policy itself",
      change: (stack) =>
        changeAll(without(stack, ATTACHMENT), ROLE, {
          set: { managedPolicyArns: [`arn:aws-cn:iam::aws:policy/${AWS_POLICY}`] },
        }),
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, ATTACHMENT, { set: { policyArn: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    {
      title: "a trust policy that is not known yet",
      change: (stack) => changeAll(stack, ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    { title: "a role of another stack", change: (stack) => without(stack, ROLE), property: "roleArn" },
  ],
});
