import { type Judgements, all, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { ROLE, arnParts, hasAwsPolicy, mustBeAssumable } from "../deliveries";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { must } from "../truth";
import { RECORDER } from "./recorder";

const PROPERTY = "roleArn";
const AWS_POLICY = "service-role/AWS_ConfigRole";

export const recorderRoleUsable = stackRule({
  id: "recorder-role-usable",
  title: "A recorder's role can read what it records",
  severity: "high",
  type: RECORDER,
  property: PROPERTY,
  rationale:
    "A recorder records what its role may describe and leaves out the rest; AWS extends its own policy with each new type.",
  fix: `Let config.amazonaws.com assume the role, and attach the AWS managed policy ${AWS_POLICY}.`,
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, RECORDER, (recorder) =>
      followed(stack, recorder, PROPERTY, ROLE, (role) => judgeRole(stack, recorder, role)),
    ),
});

function judgeRole(stack: Stack, recorder: StackResource, role: StackResource): Judgements {
  const account = arnParts(role.properties["arn"] ?? recorder.properties[PROPERTY])?.account;
  if (account === undefined) {
    return undecided(PROPERTY);
  }
  return all(
    mustBeAssumable(PROPERTY, role, { service: "config.amazonaws.com", context: { "aws:sourceaccount": account } }),
    must(
      hasAwsPolicy(stack, role, AWS_POLICY),
      PROPERTY,
      `leads to ${role.name}, to which ${AWS_POLICY} is not attached; it must be`,
    ),
  );
}
