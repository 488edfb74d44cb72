/**
 * What a role or user of the account may do with a store of evidence: identity policies, permissions boundary, and the policy of
 * the resource. Pure.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
import { type AccessKind, READING_ACTIONS, type ReadingAction } from "../../facts/iam/evidence-reading";
import { ABSENT, ANYTHING, type Carried, type Carries, carrying, extentOf } from "../../policies/iam/conditions";
import { type Permissions, type Policies, allowsCall, policiesOf } from "../../policies/iam/evaluation";
import { type Principal, type Statement, includesAction, isEveryone } from "../../policies/iam/policy-document";
import { UNKNOWN } from "../../policies/properties";
import { type Truth, some } from "../../policies/truth";
import type { Access, EvidenceStore, Identity, NamedPolicy } from "./access";

/** An identity with its policies parsed, since it is asked about many stores. */
export interface ParsedIdentity extends Identity {
  readonly parsed: readonly ParsedPolicy[];
  readonly limits: readonly Policies[];
}

interface ParsedPolicy extends Policies {
  readonly name: string;
}

/** A store with its policies parsed, since many identities are asked about it. */
export interface ParsedStore extends EvidenceStore {
  readonly parsed: readonly ParsedPolicy[];
}

export function parsedIdentity(identity: Identity): ParsedIdentity {
  return {
    ...identity,
    parsed: identity.policies.map(parsedPolicy),
    limits: identity.boundary === undefined ? [] : [parsedPolicy(identity.boundary)],
  };
}

export function parsedStore(store: EvidenceStore): ParsedStore {
  return { ...store, parsed: store.policies.map(parsedPolicy) };
}

function parsedPolicy({ name, document }: NamedPolicy): ParsedPolicy {
  return { name, ...policiesOf([document ?? UNKNOWN]) };
}

/** A policy that may give something, with all that limits what it gives. */
interface Source {
  readonly by: string;
  readonly allows: readonly Statement[];
  readonly possible: readonly Statement[];
  readonly limits: readonly Policies[];
}

/** One action of the identity on the store. */
interface Decision {
  readonly action: string;
  readonly access: AccessKind;
  readonly allowed: Truth;
  readonly by: readonly string[];
  readonly conditional: boolean;
}

/** @returns `undefined` if it may do nothing with it. */
export function accessOf(
  identity: ParsedIdentity,
  store: ParsedStore,
  key: ParsedStore | undefined,
): Access | undefined {
  const allowed = READING_ACTIONS[store.kind]
    .map((row) => decided(identity, store, row))
    .filter(({ allowed: truth }) => truth !== false);
  if (allowed.length === 0) {
    return undefined;
  }
  return {
    holder: identity.arn,
    store: store.arn,
    kinds: unique(allowed.map(({ access }) => access)),
    actions: allowed.map(({ action }) => action),
    by: unique(allowed.flatMap(({ by }) => by)),
    conditional: allowed.every(({ conditional }) => conditional),
    certain: allowed.some(({ allowed: truth }) => truth === true),
    ...(key === undefined ? {} : { withKey: mayDecrypt(identity, key) }),
  };
}

function mayDecrypt(identity: ParsedIdentity, key: ParsedStore): boolean {
  const decrypt = READING_ACTIONS.key.filter(({ action }) => action === "kms:Decrypt");
  return decrypt.some((row) => decided(identity, key, row).allowed !== false);
}

function decided(identity: ParsedIdentity, store: ParsedStore, { action, access, on }: ReadingAction): Decision {
  const resources = on === undefined ? ["*"] : on.map((ending) => `${store.arn}${ending}`);
  const carries = carriedBy(identity, store);
  const asked = (permissions: Permissions): Truth =>
    isSettled(permissions)
      ? true
      : some(resources.map((resource) => allowsCall(permissions, { action, resource, carries: [carries] })));
  const mayCount = (statement: Statement): boolean =>
    includesAction(statement, action) && resources.some((one) => mayTakeIn(statement, one));
  const mayGive = (statement: Statement): boolean => isAllow(statement) && mayCount(statement);
  // A refusal that is not certain counts for nothing.
  const mayRefuse = (statement: Statement): boolean =>
    isDeny(statement) && mayCount(statement) && extentOf(statement.conditions, carries) === "all";

  const denies = [
    ...identity.parsed.flatMap(({ statements }) => statements),
    ...store.parsed.flatMap(({ statements }) => statements.filter((one) => isAbout(one, identity))),
  ].filter(mayRefuse);
  const possible = identity.parsed.flatMap((policy) => policy.possible);
  const possibleDenies = possible.filter(isDeny);
  const delegated = delegationOf(identity, store);
  const limits = [...identity.limits, ...(delegated === undefined ? [] : [delegated])];
  // A boundary limits what a resource's policy gives a role, and not what it gives a user by its own ARN.
  const limitsOfGrants = identity.kind === "role" ? identity.limits : [];

  const given: readonly Source[] = [
    ...identity.parsed.map(({ name, statements, possible: open }) => ({
      by: name,
      allows: statements.filter(mayGive),
      possible: [...open, ...possibleDenies],
      limits,
    })),
    ...store.parsed.map(({ name, statements }) => ({
      by: name,
      allows: statements.filter((one) => mayGive(one) && isFor(one, identity)),
      possible: possibleDenies,
      limits: limitsOfGrants,
    })),
  ];
  const sources = given
    .filter(({ allows, possible: open }) => allows.length + open.length > 0)
    .map((source): Source & { readonly truth: Truth } => ({
      ...source,
      truth: asked({ statements: [...source.allows, ...denies], possible: source.possible, limits: source.limits }),
    }));
  const giving = sources.filter(({ truth }) => truth !== false);
  const grants = store.grants.filter(({ grantee, actions }) => grantee === identity.arn && actions.includes(action));
  const isUnconditional = ({ allows, limits: groups }: Source): boolean =>
    (allows.length > 0 && allows.every(({ conditions }) => conditions.length === 0)) ||
    asked({
      statements: [...allows.filter(({ conditions }) => conditions.length === 0), ...denies],
      possible: [],
      limits: groups,
    }) !== false;
  return {
    action,
    access,
    allowed: grants.length > 0 ? true : some(giving.map(({ truth }) => truth)),
    by: [...giving.map(({ by }) => by), ...grants.map(({ id }) => `grant ${id}`)],
    conditional: !giving.some(isUnconditional) && !grants.some(({ conditional }) => !conditional),
  };
}

/** Whether an Allow of everything stands alone, as an administrator's does, so that nothing has to be looked for. */
function isSettled({ statements, possible, limits = [] }: Permissions): boolean {
  return (
    possible.length + limits.length === 0 &&
    statements.every(isAllow) &&
    statements.some(({ resources, conditions }) => resources.includes("*") && conditions.length === 0)
  );
}

/** Whether a statement's resources can take in some resource of the pattern, by what stands before their first wildcards. */
function mayTakeIn({ resources, notResources }: Statement, pattern: string): boolean {
  const wanted = beginningOf(pattern);
  return (
    notResources.length > 0 ||
    resources.some((one) => {
      const beginning = beginningOf(one);
      return beginning.startsWith(wanted) || wanted.startsWith(beginning);
    })
  );
}

/** Before the first wildcard or variable. */
function beginningOf(pattern: string): string {
  return pattern.split(/[*?$]/, 1)[0] ?? "";
}

/** IAM decides over a key only as far as the key's policy leaves it to the account. */
function delegationOf(identity: Identity, { kind, parsed }: ParsedStore): Policies | undefined {
  const account = accountOf(identity.arn);
  return kind === "key"
    ? {
        statements: parsed.flatMap(({ statements }) =>
          statements.filter(
            (one) =>
              isAllow(one) &&
              one.principals.some((principal) => isEveryone(principal) || isAccount(principal, account)),
          ),
        ),
        possible: parsed.flatMap(({ possible }) => possible),
      }
    : undefined;
}

function isAllow({ effect }: Statement): boolean {
  return effect === "Allow";
}

function isDeny({ effect }: Statement): boolean {
  return effect === "Deny";
}

/** Whether an Allow gives something to the identity itself, and not only to its account, which leaves it to IAM. */
function isFor({ principals, notPrincipals }: Statement, identity: Identity): boolean {
  return (
    principals.some((principal) => isEveryone(principal) || isIdentity(principal, identity)) ||
    (notPrincipals.length > 0 && !notPrincipals.some((principal) => isIdentity(principal, identity)))
  );
}

/** Whether a Deny is meant for the identity for certain. */
function isAbout({ principals, notPrincipals }: Statement, identity: Identity): boolean {
  const account = accountOf(identity.arn);
  const isIt = (principal: Principal): boolean =>
    isEveryone(principal) ||
    isAccount(principal, account) ||
    (isIdentity(principal, identity) && !isSession(principal));
  return (
    principals.some(isIt) ||
    (notPrincipals.length > 0 &&
      !notPrincipals.some(
        (principal) => isEveryone(principal) || isAccount(principal, account) || isIdentity(principal, identity),
      ))
  );
}

export function isIdentity({ kind, id }: Principal, { arn, name, uniqueId, kind: of }: Identity): boolean {
  if (kind !== "AWS") {
    return false;
  }
  const [, partition = "", , , account = ""] = arn.split(":");
  const sessions = `arn:${partition}:sts::${account}:assumed-role/${name}/`;
  return id === arn || id === uniqueId || (of === "role" && id.startsWith(sessions));
}

function isSession({ id }: Principal): boolean {
  return id.includes(":assumed-role/");
}

export function isAccount({ kind, id }: Principal, account: string): boolean {
  return kind === "AWS" && (id === account || new RegExp(`^arn:[a-z-]+:iam::${account}:root$`).test(id));
}

export function accountOf(arn: string): string {
  return arn.split(":")[4] ?? "";
}

/**
 * What is known of the calls of an identity that wants to read: it chooses what it can choose.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function carriedBy({ kind, arn, name }: Identity, { region }: EvidenceStore): Carries {
  const account = accountOf(arn);
  const known: Readonly<Record<string, Carried>> = {
    "aws:principalarn": carrying(arn),
    "aws:principalaccount": carrying(account),
    "aws:resourceaccount": carrying(account),
    "kms:calleraccount": carrying(account),
    "aws:principaltype": carrying(kind === "user" ? "User" : "AssumedRole"),
    "aws:principalisawsservice": carrying("false"),
    "aws:requestedregion": carrying(region),
    "aws:securetransport": carrying("true"),
    "aws:username": kind === "user" ? carrying(name) : ABSENT,
    // Only a service that calls for somebody sends these.
    "aws:sourceaccount": ABSENT,
    "aws:sourcearn": ABSENT,
    "aws:principalservicename": ABSENT,
  };
  return (key) => (Object.hasOwn(known, key) ? (known[key] ?? ANYTHING) : ANYTHING);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
