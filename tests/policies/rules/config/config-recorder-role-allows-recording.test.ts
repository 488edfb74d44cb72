import { configRecorderRoleAllowsRecording } from "../../../../policies/rules/config/config-recorder-role-allows-recording";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";
import { declared } from "../stack-resources";

const ROLE = { type: "aws:iam/role:Role", name: "recorder-role" };
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/recorder-role`;
const ATTACHMENT = { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: "recorder-role-managed-policy" };
const RECORDER = "baseline-us-east-1-recorder-recorder";
const AWS_POLICY = "service-role/AWS_ConfigRole";
const DETACHED = {
  name: RECORDER,
  message: `references the role ${ROLE.name}, to which ${AWS_POLICY} is not attached; attach it`,
};

/** The stack with a role of its own for the recorder of its second region, with all that the recorder needs. */
function withOwnRole(stack: readonly ResourceState[]): readonly ResourceState[] {
  return [
    ...changeAll(stack, { type: "aws:cfg/recorder:Recorder", name: RECORDER }, { set: { roleArn: ROLE_ARN } }),
    declared(ROLE.type, ROLE.name, {
      name: ROLE.name,
      arn: ROLE_ARN,
      assumeRolePolicy: documentOf(allow({ Service: "config.amazonaws.com" }, { Action: "sts:AssumeRole" })),
    }),
    declared(ATTACHMENT.type, ATTACHMENT.name, {
      role: ROLE.name,
      policyArn: `arn:aws:iam::aws:policy/${AWS_POLICY}`,
    }),
  ];
}

describeStackRule(configRecorderRoleAllowsRecording, {
  fails: [
    {
      title: "a role without the AWS managed policy",
      change: (stack) => without(withOwnRole(stack), ATTACHMENT),
      findings: [DETACHED],
    },
    {
      title: "a role with another AWS managed policy",
      change: (stack) =>
        changeAll(withOwnRole(stack), ATTACHMENT, { set: { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } }),
      findings: [DETACHED],
    },
    {
      title: "a role with a policy of the same name that is customer managed",
      change: (stack) =>
        changeAll(withOwnRole(stack), ATTACHMENT, {
          set: { policyArn: `arn:aws:iam::111122223333:policy/${AWS_POLICY}` },
        }),
      findings: [DETACHED],
    },
    {
      title: "a role that another service assumes",
      change: (stack) =>
        changeAll(withOwnRole(stack), ROLE, {
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
    { title: "a role of the program's own with the AWS managed policy", change: withOwnRole },
    {
      title: "the service-linked role, of another partition, whose permissions AWS keeps",
      change: (stack) =>
        changeAll(
          stack,
          { type: "aws:cfg/recorder:Recorder", name: RECORDER },
          {
            set: {
              roleArn: `arn:aws-us-gov:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
            },
          },
        ),
    },
    {
      title: "a role that names the policy itself",
      change: (stack) =>
        changeAll(without(withOwnRole(stack), ATTACHMENT), ROLE, {
          set: { managedPolicyArns: [`arn:aws-cn:iam::aws:policy/${AWS_POLICY}`] },
        }),
    },
  ],
  unknown: [
    {
      title: "the recorder's role",
      change: (stack) =>
        changeAll(stack, { type: "aws:cfg/recorder:Recorder", name: RECORDER }, { set: { roleArn: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(withOwnRole(stack), ATTACHMENT, { set: { policyArn: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    {
      title: "a trust policy that is not known yet",
      change: (stack) => changeAll(withOwnRole(stack), ROLE, { set: { assumeRolePolicy: UNKNOWN_VALUE } }),
      property: "roleArn",
    },
    { title: "a role of another stack", change: (stack) => without(withOwnRole(stack), ROLE), property: "roleArn" },
  ],
});
