/**
 * Who holds which permissions: every role, user, group and permission set with all that a stack says of it, wherever it stands -
 * on the principal itself, as a resource of its own, attached, by a list of all attachments, through a group, or as a boundary.
 */
import { type PropertyMap, type Value, at, isList } from "../properties";
import { type ResourceType, oneOf } from "../resource-type";
import {
  GROUP,
  GROUP_MEMBERSHIP,
  GROUP_POLICY,
  GROUP_POLICY_ATTACHMENT,
  GROUP_POLICY_ATTACHMENTS_EXCLUSIVE,
  PERMISSION_SET,
  PERMISSION_SET_BOUNDARY,
  PERMISSION_SET_CUSTOMER_POLICIES_EXCLUSIVE,
  PERMISSION_SET_CUSTOMER_POLICY,
  PERMISSION_SET_INLINE_POLICY,
  PERMISSION_SET_MANAGED_POLICIES_EXCLUSIVE,
  PERMISSION_SET_MANAGED_POLICY,
  POLICY,
  POLICY_ATTACHMENT,
  ROLE,
  ROLE_POLICY,
  ROLE_POLICY_ATTACHMENT,
  ROLE_POLICY_ATTACHMENTS_EXCLUSIVE,
  USER,
  USER_GROUP_MEMBERSHIP,
  USER_POLICY,
  USER_POLICY_ATTACHMENT,
  USER_POLICY_ATTACHMENTS_EXCLUSIVE,
} from "../resources";
import type { Stack, StackResource } from "../stack/stack";

/** A policy document of an identity, and where it stands. */
export interface PermissionDocument {
  readonly resource: StackResource;
  /** Dotted path of the document. */
  readonly property: string;
  readonly value: Value | undefined;
}

/** A reference to a policy that is attached, and where it stands. */
export interface Attachment {
  readonly resource: StackResource;
  /** Dotted path of the reference. */
  readonly property: string;
  /** The ARN of the policy, or its name where Identity Center refers to it. */
  readonly value: Value | undefined;
  /** The policies of this stack that it refers to; none where it leads elsewhere or is not known. */
  readonly policies: readonly StackResource[];
  /** Whether the policy is the holder's boundary, which grants nothing. */
  readonly isBoundary: boolean;
}

/** One principal, or a policy that this stack attaches to nobody. */
export interface Holder {
  /** "role", "user", "group", "permission set", "policy". */
  readonly kind: string;
  readonly name: string;
  /** What a setting can name it by: its name and its ARN, where they are known. */
  readonly identities: readonly string[];
  /** All that allows or refuses it something. */
  readonly documents: readonly PermissionDocument[];
  readonly attachments: readonly Attachment[];
}

/** A kind of principal, and where what it holds is declared. */
interface Kind {
  readonly name: string;
  readonly type: ResourceType;
  /** Documents of its own, on resources that refer to the principal. */
  readonly inline: readonly Place[];
  /** Policies that are attached to it. */
  readonly attached: readonly Place[];
}

/** Where one type refers to a principal, and to what the principal is given; both may be lists. */
interface Place {
  readonly type: ResourceType;
  readonly principal: string;
  readonly given: string;
  /** Where a reference stands within an item of a list. @default - the item is the reference */
  readonly within?: string;
  readonly isBoundary?: boolean;
}

const KINDS: readonly Kind[] = [
  {
    name: "role",
    type: ROLE,
    inline: [{ type: ROLE_POLICY, principal: "role", given: "policy" }],
    attached: [
      { type: ROLE_POLICY_ATTACHMENT, principal: "role", given: "policyArn" },
      { type: ROLE_POLICY_ATTACHMENTS_EXCLUSIVE, principal: "roleName", given: "policyArns" },
      { type: POLICY_ATTACHMENT, principal: "roles", given: "policyArn" },
    ],
  },
  {
    name: "user",
    type: USER,
    inline: [{ type: USER_POLICY, principal: "user", given: "policy" }],
    attached: [
      { type: USER_POLICY_ATTACHMENT, principal: "user", given: "policyArn" },
      { type: USER_POLICY_ATTACHMENTS_EXCLUSIVE, principal: "userName", given: "policyArns" },
      { type: POLICY_ATTACHMENT, principal: "users", given: "policyArn" },
    ],
  },
  {
    name: "group",
    type: GROUP,
    inline: [{ type: GROUP_POLICY, principal: "group", given: "policy" }],
    attached: [
      { type: GROUP_POLICY_ATTACHMENT, principal: "group", given: "policyArn" },
      { type: GROUP_POLICY_ATTACHMENTS_EXCLUSIVE, principal: "groupName", given: "policyArns" },
      { type: POLICY_ATTACHMENT, principal: "groups", given: "policyArn" },
    ],
  },
  {
    name: "permission set",
    type: PERMISSION_SET,
    inline: [{ type: PERMISSION_SET_INLINE_POLICY, principal: "permissionSetArn", given: "inlinePolicy" }],
    attached: [
      { type: PERMISSION_SET_MANAGED_POLICY, principal: "permissionSetArn", given: "managedPolicyArn" },
      { type: PERMISSION_SET_MANAGED_POLICIES_EXCLUSIVE, principal: "permissionSetArn", given: "managedPolicyArns" },
      {
        type: PERMISSION_SET_CUSTOMER_POLICY,
        principal: "permissionSetArn",
        given: "customerManagedPolicyReference.name",
      },
      {
        type: PERMISSION_SET_CUSTOMER_POLICIES_EXCLUSIVE,
        principal: "permissionSetArn",
        given: "customerManagedPolicyReferences",
        within: "name",
      },
      {
        type: PERMISSION_SET_BOUNDARY,
        principal: "permissionSetArn",
        given: "permissionsBoundary.managedPolicyArn",
        isBoundary: true,
      },
      {
        type: PERMISSION_SET_BOUNDARY,
        principal: "permissionSetArn",
        given: "permissionsBoundary.customerManagedPolicyReference.name",
        isBoundary: true,
      },
    ],
  },
];

/** The types by which somebody is given permissions. */
export const GIVES_PERMISSIONS = oneOf(
  [
    POLICY,
    ...KINDS.flatMap(({ type, inline, attached }) => [type, ...[...inline, ...attached].map((place) => place.type)]),
    ...[USER_GROUP_MEMBERSHIP, GROUP_MEMBERSHIP],
  ].map(({ token }) => token),
);

/** Stack -> its holders, because many rules ask for them. */
const KNOWN = new WeakMap<Stack, readonly Holder[]>();

/** Everyone who is given permissions by a resource of the stack, in the order of the resources. */
export function holdersOf(stack: Stack): readonly Holder[] {
  const known = KNOWN.get(stack) ?? findHolders(stack);
  KNOWN.set(stack, known);
  return known;
}

/** A holder while it is put together. */
interface Draft extends Holder {
  readonly documents: PermissionDocument[];
  readonly attachments: Attachment[];
}

function findHolders(stack: Stack): readonly Holder[] {
  const drafts = new Map<string, Draft>();
  const principals = (kind: Kind, from: StackResource, property: string): readonly Draft[] =>
    itemPaths(from.properties, property).flatMap((path) => holdersAt(stack, drafts, kind, from, path));
  for (const kind of KINDS) {
    for (const principal of stack.ofType(kind.type)) {
      draftOf(drafts, kind.name, principal.urn, principal.name, principal.properties);
    }
    for (const { type, principal, given } of kind.inline) {
      for (const resource of stack.ofType(type)) {
        const document = documentAt(resource, given);
        principals(kind, resource, principal).forEach(({ documents }) => documents.push(document));
      }
    }
    for (const place of kind.attached) {
      for (const resource of stack.ofType(place.type)) {
        const attachments = attachmentsAt(stack, resource, place);
        principals(kind, resource, place.principal).forEach((holder) => attach(holder, attachments));
      }
    }
  }
  addOwn(stack, drafts);
  addGroups(stack, drafts);
  addUnattached(stack, drafts);
  return [...drafts.values()];
}

/** The holder that a resource names; one that this stack does not declare is known by the name, or by who names it. */
function holdersAt(
  stack: Stack,
  drafts: Map<string, Draft>,
  kind: Kind,
  from: StackResource,
  path: string,
): readonly Draft[] {
  const reference = stack.references(from, path, kind.type);
  if (reference.found === "resources") {
    return reference.resources.map(({ urn, name, properties }) => draftOf(drafts, kind.name, urn, name, properties));
  }
  const value = at(from.properties, path);
  return typeof value === "string"
    ? [draftOf(drafts, kind.name, `${kind.name} ${value}`, value, { name: value, arn: value })]
    : [draftOf(drafts, kind.name, `${from.urn} ${path}`, `of ${from.name}`, {})];
}

function draftOf(drafts: Map<string, Draft>, kind: string, key: string, name: string, properties: PropertyMap): Draft {
  const identities = [properties["name"], properties["arn"], properties["id"]].filter(
    (value) => typeof value === "string",
  );
  const known = drafts.get(key) ?? { kind, name, identities: [...new Set(identities)], documents: [], attachments: [] };
  drafts.set(key, known);
  return known;
}

/** What stands on the principal itself. */
function addOwn(stack: Stack, drafts: Map<string, Draft>): void {
  for (const role of stack.ofType(ROLE)) {
    const draft = draftOf(drafts, "role", role.urn, role.name, role.properties);
    draft.documents.push(
      ...itemPaths(role.properties, "inlinePolicies").map((path) => documentAt(role, `${path}.policy`)),
    );
    attach(draft, attachmentsAt(stack, role, { type: ROLE, principal: "", given: "managedPolicyArns" }));
  }
  for (const { name, type } of KINDS.filter(({ type: { token } }) => token === ROLE.token || token === USER.token)) {
    for (const principal of stack.ofType(type)) {
      const boundary = { type, principal: "", given: "permissionsBoundary", isBoundary: true };
      attach(
        draftOf(drafts, name, principal.urn, principal.name, principal.properties),
        attachmentsAt(stack, principal, boundary),
      );
    }
  }
}

/** A user has what its groups have. */
function addGroups(stack: Stack, drafts: Map<string, Draft>): void {
  const [, user, group] = KINDS;
  if (user === undefined || group === undefined) {
    return;
  }
  const memberships = [
    ...stack.ofType(USER_GROUP_MEMBERSHIP).map((resource) => ({ resource, users: "user", groups: "groups" })),
    ...stack.ofType(GROUP_MEMBERSHIP).map((resource) => ({ resource, users: "users", groups: "group" })),
  ];
  for (const { resource, users, groups } of memberships) {
    const of = (kind: Kind, property: string): readonly Draft[] =>
      itemPaths(resource.properties, property).flatMap((path) => holdersAt(stack, drafts, kind, resource, path));
    const given = of(group, groups);
    for (const member of of(user, users)) {
      member.documents.push(...given.flatMap(({ documents }) => documents));
      member.attachments.push(...given.flatMap(({ attachments }) => attachments));
    }
  }
}

/** A policy that nobody here has is anybody's: it is judged by itself. */
function addUnattached(stack: Stack, drafts: Map<string, Draft>): void {
  const attached = new Set(
    [...drafts.values()].flatMap(({ attachments }) => attachments.flatMap(({ policies }) => policies)),
  );
  for (const policy of stack.ofType(POLICY)) {
    if (!attached.has(policy)) {
      const draft = draftOf(drafts, "policy", policy.urn, policy.name, policy.properties);
      draft.documents.push(documentAt(policy, "policy"));
    }
  }
}

function attach(holder: Draft, attachments: readonly Attachment[]): void {
  holder.attachments.push(...attachments);
  for (const { policies, isBoundary } of attachments) {
    holder.documents.push(...(isBoundary ? [] : policies.map((policy) => documentAt(policy, "policy"))));
  }
}

function attachmentsAt(stack: Stack, resource: StackResource, place: Place): readonly Attachment[] {
  return itemPaths(resource.properties, place.given).map((item) => {
    const property = place.within === undefined ? item : `${item}.${place.within}`;
    const reference = stack.references(resource, property, POLICY);
    return {
      resource,
      property,
      value: at(resource.properties, property),
      policies: reference.found === "resources" ? reference.resources : [],
      isBoundary: place.isBoundary ?? false,
    };
  });
}

function documentAt(resource: StackResource, property: string): PermissionDocument {
  return { resource, property, value: at(resource.properties, property) };
}

/** The path of each item of a list; a value that is none has its own, and an absent one has none. */
function itemPaths(properties: PropertyMap, property: string): readonly string[] {
  const value = at(properties, property);
  if (isList(value)) {
    return value.map((_, index) => `${property}.${index}`);
  }
  return value === undefined ? [] : [property];
}
