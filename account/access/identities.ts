/** The roles and users of an account, with their policies and their last use. */
import { parseDocument } from "../../policies/iam/policy-document";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";
import type { Identity, NamedPolicy } from "./access";

type Page = OutputOf<"iam:GetAccountAuthorizationDetails">;
type Role = NonNullable<Page["RoleDetailList"]>[number];
type User = NonNullable<Page["UserDetailList"]>[number];
type Inline = NonNullable<Role["RolePolicyList"]>[number];
type Attached = NonNullable<Role["AttachedManagedPolicies"]>[number];

/** Everything that IAM says at once; who used what last is in it for roles only. */
export interface Authorizations {
  readonly roles: readonly Role[];
  readonly users: readonly User[];
  readonly groups: NonNullable<Page["GroupDetailList"]>;
  readonly policies: NonNullable<Page["Policies"]>;
}

/** @throws ReadError */
export async function readAuthorizations(reader: Reader): Promise<Authorizations> {
  const pages = await reader.readPages(
    "iam:GetAccountAuthorizationDetails",
    reader.homeRegion,
    {},
    ({ IsTruncated, Marker }) => (IsTruncated === true && Marker !== undefined ? { Marker } : undefined),
  );
  return {
    roles: pages.flatMap(({ RoleDetailList = [] }) => RoleDetailList),
    users: pages.flatMap(({ UserDetailList = [] }) => UserDetailList),
    groups: pages.flatMap(({ GroupDetailList = [] }) => GroupDetailList),
    policies: pages.flatMap(({ Policies = [] }) => Policies),
  };
}

/** Roles with their last use, users without it. Pure. */
export function identitiesOf({ roles, users, groups, policies }: Authorizations): readonly Identity[] {
  const managed = new Map(policies.map((policy) => [policy.Arn ?? "", defaultVersion(policy)]));
  const attached = (all: readonly Attached[] = []): readonly NamedPolicy[] =>
    all.map(({ PolicyArn = "" }) => ({ name: PolicyArn, document: managed.get(PolicyArn) }));
  const bounded = (boundary: Role["PermissionsBoundary"]): Pick<Identity, "boundary"> => {
    const name = boundary?.PermissionsBoundaryArn;
    return name === undefined ? {} : { boundary: { name, document: managed.get(name) } };
  };
  return [
    ...roles.map((role): Identity => ({
      kind: "role",
      arn: role.Arn ?? "",
      name: role.RoleName ?? "",
      path: role.Path ?? "/",
      uniqueId: role.RoleId ?? "",
      policies: [...inline(role.RolePolicyList), ...attached(role.AttachedManagedPolicies)],
      ...bounded(role.PermissionsBoundary),
      trusts: trustedBy(decoded(role.AssumeRolePolicyDocument)),
      lastUsed: role.RoleLastUsed?.LastUsedDate?.toISOString(),
    })),
    ...users.map((user): Identity => {
      const of = groups.filter(({ GroupName = "" }) => user.GroupList?.includes(GroupName));
      return {
        kind: "user",
        arn: user.Arn ?? "",
        name: user.UserName ?? "",
        path: user.Path ?? "/",
        uniqueId: user.UserId ?? "",
        policies: [
          ...inline(user.UserPolicyList),
          ...attached(user.AttachedManagedPolicies),
          ...of.flatMap((group) =>
            [...inline(group.GroupPolicyList), ...attached(group.AttachedManagedPolicies)].map(
              ({ name, document }) => ({
                name: `${name} of group ${group.GroupName ?? ""}`,
                document,
              }),
            ),
          ),
        ],
        ...bounded(user.PermissionsBoundary),
        trusts: [],
        lastUsed: undefined,
      };
    }),
  ];
}

function defaultVersion(policy: Authorizations["policies"][number]): string | undefined {
  const version = (policy.PolicyVersionList ?? []).find(({ IsDefaultVersion }) => IsDefaultVersion === true);
  return decoded(version?.Document);
}

function inline(policies: readonly Inline[] = []): readonly NamedPolicy[] {
  return policies.map(({ PolicyName = "", PolicyDocument }) => ({
    name: PolicyName,
    document: decoded(PolicyDocument),
  }));
}

/** IAM returns documents in URL encoding (RFC 3986). */
function decoded(document: string | undefined): string | undefined {
  return document === undefined ? undefined : decodeURIComponent(document);
}

/** Whom the trust policy lets take on the role, whatever its conditions. */
function trustedBy(document: string | undefined): readonly string[] {
  const parsed = parseDocument(document);
  const statements = parsed.kind === "document" ? parsed.statements : [];
  const allowed = statements.filter(({ effect }) => effect === "Allow");
  const excepting = allowed.some(({ notPrincipals }) => notPrincipals.length > 0)
    ? ["everyone but those excepted"]
    : [];
  return [...new Set([...allowed.flatMap(({ principals }) => principals.map(({ id }) => id)), ...excepting])].sort();
}

/**
 * When a user was there last: by password, or by an access key.
 *
 * @returns ISO 8601; `undefined` where AWS knows of no use
 * @throws ReadError
 */
export async function lastUseOf(reader: Reader, name: string): Promise<string | undefined> {
  const [user, keys] = await Promise.all([
    reader.read("iam:GetUser", reader.homeRegion, { UserName: name }),
    reader.read("iam:ListAccessKeys", reader.homeRegion, { UserName: name }),
  ]);
  const uses = await Promise.all(
    (keys?.AccessKeyMetadata ?? []).map(async ({ AccessKeyId = "" }) => {
      const used = await reader.read("iam:GetAccessKeyLastUsed", reader.homeRegion, { AccessKeyId });
      return used?.AccessKeyLastUsed?.LastUsedDate;
    }),
  );
  return [user?.User?.PasswordLastUsed, ...uses]
    .flatMap((date) => (date === undefined ? [] : [date.toISOString()]))
    .sort()
    .at(-1);
}
