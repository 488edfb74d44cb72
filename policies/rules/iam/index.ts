import { deliveryRoleNarrow } from "./delivery-role-narrow";
import { policyNoUnmask } from "./policy-no-unmask";
import { policyNotAdmin } from "./policy-not-admin";
import { roleNoBroadManagedPolicy } from "./role-no-broad-managed-policy";
import { rolePermissionsApart } from "./role-permissions-apart";
import { rolePolicyNoUnmask } from "./role-policy-no-unmask";
import { rolePolicyNotAdmin } from "./role-policy-not-admin";
import { roleTrustBound } from "./role-trust-bound";
import { roleTrustNamed } from "./role-trust-named";
import { roleTrustNotPublic } from "./role-trust-not-public";

export const iamRules = [
  roleTrustBound,
  roleTrustNotPublic,
  rolePermissionsApart,
  rolePolicyNotAdmin,
  policyNotAdmin,
  rolePolicyNoUnmask,
  policyNoUnmask,
  roleNoBroadManagedPolicy,
  roleTrustNamed,
  deliveryRoleNarrow,
] as const;
