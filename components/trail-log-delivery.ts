/** The role by which CloudTrail writes a trail's events to the trail's log group. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { policyJson } from "./documents/iam";
import { logDeliveryPermissions, logDeliveryTrust, type TrailIdentity } from "./documents/trail-documents";

/** The role, and the permission that must precede the trail. */
export interface TrailLogDelivery {
  readonly role: aws.iam.Role;
  readonly permissions: aws.iam.RolePolicy;
}

/** Which trail writes to which log group, on whose behalf. */
export interface TrailLogDeliveryArgs {
  /** The name of the component, which prefixes the names of its children. */
  readonly name: string;
  readonly parent: pulumi.Resource;
  readonly identity: pulumi.Output<TrailIdentity>;
  readonly logGroupName: string;
}

/** Declares a role that CloudTrail may assume for this trail alone, to write this trail's own streams alone. */
export function createTrailLogDelivery({
  name,
  parent,
  identity,
  logGroupName,
}: TrailLogDeliveryArgs): TrailLogDelivery {
  const role = new aws.iam.Role(
    `${name}-log-delivery-role`,
    {
      description: "Lets CloudTrail write its events to the trail's log group",
      assumeRolePolicy: identity.apply((trail) => policyJson([logDeliveryTrust(trail)])),
    },
    { parent },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-log-delivery-role-policy`,
    {
      role: role.name,
      policy: identity.apply((trail) => policyJson([logDeliveryPermissions(trail, logGroupName)])),
    },
    { parent },
  );
  return { role, permissions };
}
