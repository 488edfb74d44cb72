import { type Judgements, all, undecided } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { ROLE, arnParts, mustBeAssumable, mustBePermitted } from "../deliveries";
import { followed } from "../references";
import { eachOf } from "../subjects";

const TRAIL = "aws:cloudtrail/trail:Trail";
const PROPERTY = "cloudWatchLogsRoleArn";

export const trailRoleUsable = stackRule({
  id: "trail-role-usable",
  title: "A trail's role can write to the trail's log group",
  severity: "high",
  type: TRAIL,
  property: PROPERTY,
  rationale: "Once the role may no longer write, alarms and queries on the log group see nothing and report nothing.",
  fix: "Let cloudtrail.amazonaws.com assume the role, and the role call logs:CreateLogStream and logs:PutLogEvents on the group's streams.",
  links: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html",
  ],
  covers: {},
  judge: (stack) =>
    eachOf(stack, TRAIL, (trail) => followed(stack, trail, PROPERTY, ROLE, (role) => judgeRole(stack, trail, role))),
});

function judgeRole(stack: Stack, trail: StackResource, role: StackResource): Judgements {
  const { arn, cloudWatchLogsGroupArn: group } = trail.properties;
  const parts = arnParts(arn);
  if (typeof arn !== "string" || parts === undefined || typeof group !== "string") {
    return undecided(PROPERTY);
  }
  const stream = `${group.replace(/:\*$/, "")}:log-stream:${parts.account}_CloudTrail_${parts.region}_1`;
  const context = { "aws:sourcearn": arn, "aws:sourceaccount": parts.account };
  return all(
    mustBeAssumable(PROPERTY, role, { service: "cloudtrail.amazonaws.com", context }),
    mustBePermitted(stack, PROPERTY, role, [
      { action: "logs:CreateLogStream", resource: stream },
      { action: "logs:PutLogEvents", resource: stream },
    ]),
  );
}
