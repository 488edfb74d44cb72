import { casesOf } from "./bad-resource";
import { broadTrust, grant, trust } from "./documents";

const role = casesOf("role", "aws:iam/role:Role");
const rolePolicy = casesOf("role", "aws:iam/rolePolicy:RolePolicy");
const attachment = casesOf("role", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
  role: "readers",
  policyArn: "arn:aws:iam::aws:policy/SecurityAudit",
});
const managedPolicy = casesOf("role", "aws:iam/policy:Policy", { name: "readers", policy: grant("s3:GetObject") });

export const badRoles = [
  role("iam-role-trust-bound", { set: { assumeRolePolicy: trust({ Service: "bedrock.amazonaws.com" }) } }),
  role("iam-role-trust-named", { set: { assumeRolePolicy: broadTrust() } }),
  role("iam-role-trust-not-public", { set: { assumeRolePolicy: trust("*") } }),
  role("iam-role-policies-separate", { set: { inlinePolicies: [{ name: "p", policy: grant("s3:GetObject") }] } }),
  rolePolicy("iam-role-policy-not-admin", { set: { policy: grant("*") }, also: ["iam-role-policy-no-unmask"] }),
  rolePolicy("iam-role-policy-no-unmask", { set: { policy: grant("logs:Unmask") } }),
  attachment("iam-role-no-broad-managed-policy", {
    set: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  }),
  managedPolicy("iam-policy-not-admin", { set: { policy: grant("*") }, also: ["iam-policy-no-unmask"] }),
  managedPolicy("iam-policy-no-unmask", { set: { policy: grant("logs:Unmask") } }),
];
