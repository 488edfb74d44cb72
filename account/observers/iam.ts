/** Roles: whom they trust and what they may do. */
import type * as aws from "@pulumi/aws";
import { type Problem, type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ROLE_POLICY_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

export const roleObserver = observer<aws.iam.RoleArgs>({
  type: "aws:iam/role:Role",
  check: "verify-iam-role-as-declared",
  parts: [
    {
      properties: ["name", "path", "description", "assumeRolePolicy", "maxSessionDuration", "permissionsBoundary"],
      read: readRole,
    },
  ],
  notCompared: {
    namePrefix: "It only chooses the name.",
    forceDetachPolicies: "It says what the engine does when it deletes the role; the account does not know it.",
    inlinePolicies: "The stack's own inline policies are resources of their own.",
    managedPolicyArns: "The stack's own attachments are resources of their own.",
  },
  forms: { assumeRolePolicy: "document" },
  defaults: { path: "/", maxSessionDuration: 3600, permissionsBoundary: null },
  conditions: [{ check: "verify-iam-role-only-declared-policies", read: undeclaredPolicies }],
});

async function undeclaredPolicies(reader: Reader, { id, region, dependents }: Subject): Promise<readonly Problem[]> {
  const role = nameOfRole(id);
  const [inline, attached] = await Promise.all([
    inlinePolicies(reader, region, role),
    attachedPolicies(reader, region, role),
  ]);
  const declaredInline = dependents
    .filter(({ type }) => type === ROLE_POLICY)
    .map((policy) => parsedId(policy.id).name);
  const declaredArns = dependents
    .filter(({ type }) => type === ROLE_POLICY_ATTACHMENT)
    .map(({ inputs }) => textOf(inputs["policyArn"]));
  const undeclared = [
    ...inline.filter((name) => !declaredInline.includes(name)).map((name) => `the inline policy ${name}`),
    ...attached.filter((arn) => !declaredArns.includes(arn)).map((arn) => `the managed policy ${arn}`),
  ];
  return undeclared.map((policy) => ({
    result: "fail",
    property: "policies",
    message: `has ${policy} in the account; the stack does not declare it`,
  }));
}

async function readRole(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("iam:GetRole", region, { RoleName: nameOfRole(id) });
  const role = found?.Role;
  return (
    role && {
      name: role.RoleName,
      path: role.Path,
      description: role.Description,
      assumeRolePolicy: decoded(role.AssumeRolePolicyDocument),
      maxSessionDuration: role.MaxSessionDuration ?? 3600,
      permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
    }
  );
}

export const rolePolicyObserver = observer<aws.iam.RolePolicyArgs>({
  type: ROLE_POLICY,
  check: "verify-iam-role-policy-as-declared",
  parts: [
    {
      properties: ["role", "name", "policy"],
      read: async (reader, { id, region }) => {
        const { role, name } = parsedId(id);
        const found = await reader.read("iam:GetRolePolicy", region, { RoleName: role, PolicyName: name });
        return found && { role, name, policy: decoded(found.PolicyDocument) };
      },
    },
  ],
  notCompared: { namePrefix: "It only chooses the name." },
  forms: { policy: "document" },
});

export const rolePolicyAttachmentObserver = observer<aws.iam.RolePolicyAttachmentArgs>({
  type: ROLE_POLICY_ATTACHMENT,
  check: "verify-iam-role-policy-attachment-as-declared",
  parts: [
    {
      properties: ["role", "policyArn"],
      read: async (reader, { region, inputs }) => {
        const role = nameOfRole(textOf(inputs["role"]));
        const attached = await attachedPolicies(reader, region, role);
        return attached.includes(textOf(inputs["policyArn"])) ? { role, policyArn: inputs["policyArn"] } : undefined;
      },
    },
  ],
});

export const serviceLinkedRoleObserver = observer<aws.iam.ServiceLinkedRoleArgs>({
  type: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
  check: "verify-iam-service-linked-role-exists",
  parts: [
    {
      properties: ["awsServiceName", "description"],
      read: async (reader, { region, inputs }) => {
        // AWS names the role, and puts it under a path of the service.
        const service = textOf(inputs["awsServiceName"]);
        const suffix = textOf(inputs["customSuffix"]);
        const roles = await rolesUnder(reader, region, `/aws-service-role/${service}/`);
        const role = roles.find(({ RoleName = "" }) => suffix === "" || RoleName.endsWith(`_${suffix}`));
        return role && { awsServiceName: service, description: role.Description };
      },
    },
  ],
  notCompared: { customSuffix: "It is the end of the role's name, by which the role is looked for." },
});

/** The roles whose path begins with the prefix. */
export async function rolesUnder(reader: Reader, region: string, prefix: string) {
  const pages = await reader.readPages("iam:ListRoles", region, { PathPrefix: prefix }, ({ Marker }) =>
    Marker === undefined ? undefined : { PathPrefix: prefix, Marker },
  );
  return pages.flatMap(({ Roles = [] }) => Roles);
}

/** The ARNs of the managed policies of a role. */
export async function attachedPolicies(reader: Reader, region: string, role: string): Promise<readonly string[]> {
  const pages = await reader.readPages("iam:ListAttachedRolePolicies", region, { RoleName: role }, ({ Marker }) =>
    Marker === undefined ? undefined : { RoleName: role, Marker },
  );
  return pages
    .flatMap(({ AttachedPolicies = [] }) => AttachedPolicies)
    .flatMap(({ PolicyArn }) => (PolicyArn === undefined ? [] : [PolicyArn]));
}

/** The names of the inline policies of a role. */
export async function inlinePolicies(reader: Reader, region: string, role: string): Promise<readonly string[]> {
  const pages = await reader.readPages("iam:ListRolePolicies", region, { RoleName: role }, ({ Marker }) =>
    Marker === undefined ? undefined : { RoleName: role, Marker },
  );
  return pages.flatMap(({ PolicyNames = [] }) => PolicyNames);
}

/** The provider's id of an inline policy, `ROLE:NAME`. */
function parsedId(id: string): { readonly role: string; readonly name: string } {
  const [role = "", name = ""] = id.split(":");
  return { role, name };
}

/** A role may be named by its ARN. */
function nameOfRole(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/** IAM returns documents in URL encoding (RFC 3986). */
function decoded(document: string | undefined): string | undefined {
  return document === undefined ? undefined : decodeURIComponent(document);
}
