import { casesOf } from "./bad-resource";
import { broadTrust, grant, trust } from "./documents";

const role = casesOf("role", "aws:iam/role:Role");
const rolePolicy = casesOf("role", "aws:iam/rolePolicy:RolePolicy");
const attachment = casesOf("role", "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
const managedPolicy = casesOf("role", "aws:iam/policy:Policy", { name: "readers", policy: grant("s3:GetObject") });

export const badRoles = [
  role("role-trust-bound", { set: { assumeRolePolicy: trust({ Service: "cloudtrail.amazonaws.com" }) } }),
  role("role-trust-named", { set: { assumeRolePolicy: broadTrust() } }),
  role("role-trust-not-public", { set: { assumeRolePolicy: trust("*") } }),
  role("role-permissions-apart", { set: { inlinePolicies: [{ name: "p", policy: grant("s3:GetObject") }] } }),
  rolePolicy("role-policy-not-admin", { set: { policy: grant("*") }, also: ["role-policy-no-unmask"] }),
  rolePolicy("role-policy-no-unmask", { set: { policy: grant("logs:Unmask") } }),
  attachment("role-no-broad-managed-policy", {
    set: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  }),
  managedPolicy("policy-not-admin", { set: { policy: grant("*") }, also: ["policy-no-unmask"] }),
  managedPolicy("policy-no-unmask", { set: { policy: grant("logs:Unmask") } }),
];
