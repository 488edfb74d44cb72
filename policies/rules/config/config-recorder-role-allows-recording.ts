import { arnParts, hasAwsPolicy, mustBeAssumable } from "../../iam/deliveries";
import { RECORDER, ROLE } from "../../resources";
import { isConfigServiceLinkedRole } from "../../iam/service-linked-roles";
import { type Results, all, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { must } from "../../truth";

const ROLE_ARN = RECORDER.path("roleArn");
const AWS_POLICY = "service-role/AWS_ConfigRole";

export const configRecorderRoleAllowsRecording = stackRule(RECORDER, {
  id: "config-recorder-role-allows-recording",
  title: "The roles of AWS Config recorders allow recording",
  severity: "high",
  property: ROLE_ARN,
  rationale:
    "A recorder leaves out what its role may not describe. AWS extends its managed policy with each new resource type.",
  remediation: `Let config.amazonaws.com assume the role, and attach the AWS managed policy ${AWS_POLICY}.`,
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html"],
  checkEach: (recorder, { stack }) =>
    isConfigServiceLinkedRole(recorder.properties.roleArn) === true
      ? pass
      : followed(stack, recorder, ROLE_ARN, ROLE, (role) => checkRole(stack, recorder, role)),
});

function checkRole(
  stack: Stack,
  recorder: StackResourceOf<typeof RECORDER>,
  role: StackResourceOf<typeof ROLE>,
): Results {
  const account = arnParts(role.properties.arn ?? recorder.properties.roleArn)?.account;
  if (account === undefined) {
    return undecided(ROLE_ARN);
  }
  return all(
    mustBeAssumable(ROLE_ARN, role, { service: "config.amazonaws.com", context: { "aws:sourceaccount": account } }),
    must(
      hasAwsPolicy(stack, role, AWS_POLICY),
      ROLE_ARN,
      `references the role ${role.name}, to which ${AWS_POLICY} is not attached; attach it`,
    ),
  );
}
