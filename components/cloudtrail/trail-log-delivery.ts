/** The role by which CloudTrail writes a trail's events to the trail's log group. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { logDeliveryPermissions, logDeliveryTrust, type TrailIdentity } from "../documents/cloudtrail";
import { policyJson } from "../documents/iam";
import { type ExistingRole, requiredRole, type RequiredRole } from "../iam/required-role";
import type { ExistingLogGroup } from "../logs/required-log-group";

/** Which role writes to which log group. */
export interface LogDeliveryOptions {
  readonly trailName: string;
  readonly logGroup: ExistingLogGroup | undefined;
  readonly logDeliveryRole: ExistingRole | undefined;
}

/** The name of the log group that a trail makes for itself. */
export function ownLogGroupName(trailName: string): string {
  return `/aws/cloudtrail/${trailName}`;
}

/** The role that CloudTrail may assume, to write this trail's own streams alone. */
export function createLogDeliveryRole(
  scope: Scope,
  { trailName, logGroup, logDeliveryRole }: LogDeliveryOptions,
  identity: pulumi.Output<TrailIdentity>,
): RequiredRole {
  const logGroupName = logGroup === undefined ? ownLogGroupName(trailName) : logGroup.existing.name;
  return requiredRole(logDeliveryRole, () => makeRole(scope, identity, logGroupName));
}

function makeRole(
  scope: Scope,
  identity: pulumi.Output<TrailIdentity>,
  logGroupName: pulumi.Input<string>,
): RequiredRole {
  const name = scope.child("log-delivery-role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: "Lets CloudTrail write its events to the trail's log group",
      assumeRolePolicy: policyJson([logDeliveryTrust()]),
    },
    scope.options,
  );
  const permissions = new aws.iam.RolePolicy(
    scope.child("log-delivery-role-policy"),
    {
      role: role.name,
      policy: pulumi
        .all([identity, logGroupName])
        .apply(([trail, group]) => policyJson([logDeliveryPermissions(trail, group)])),
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [permissions] };
}
