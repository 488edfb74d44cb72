import { arnParts, mustBeAssumable, mustBePermitted } from "../../iam/deliveries";
import { ROLE, TRAIL } from "../../resources";
import { type Results, all, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";

const ROLE_ARN = TRAIL.path("cloudWatchLogsRoleArn");

export const cloudtrailRoleAllowsDelivery = stackRule(TRAIL, {
  id: "cloudtrail-role-allows-delivery",
  title: "The roles of CloudTrail trails allow delivery to CloudWatch Logs",
  severity: "high",
  property: ROLE_ARN,
  rationale: "Once the role may no longer write, alarms and queries on the log group see nothing and report nothing.",
  remediation:
    "Let cloudtrail.amazonaws.com assume the role without a condition on its source, and allow the role logs:CreateLogStream and logs:PutLogEvents on the " +
    "group's streams.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html",
  ],
  checkEach: (trail, { stack }) => followed(stack, trail, ROLE_ARN, ROLE, (role) => checkRole(stack, trail, role)),
});

/** CloudTrail does not say for which trail it assumes the role: a trust policy that asks for it stops the delivery. */
const NO_SOURCE = { "aws:sourcearn": null, "aws:sourceaccount": null };

function checkRole(stack: Stack, trail: StackResourceOf<typeof TRAIL>, role: StackResourceOf<typeof ROLE>): Results {
  const { arn, cloudWatchLogsGroupArn: group } = trail.properties;
  const parts = arnParts(arn);
  if (typeof arn !== "string" || parts === undefined || typeof group !== "string") {
    return undecided(ROLE_ARN);
  }
  const stream = `${group.replace(/:\*$/, "")}:log-stream:${parts.account}_CloudTrail_${parts.region}_1`;
  return all(
    mustBeAssumable(ROLE_ARN, role, { service: "cloudtrail.amazonaws.com", context: NO_SOURCE }),
    mustBePermitted(stack, ROLE_ARN, role, [
      { action: "logs:CreateLogStream", resource: stream },
      { action: "logs:PutLogEvents", resource: stream },
    ]),
  );
}
