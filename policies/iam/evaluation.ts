/**
 * The one evaluator of IAM: what policies let through, asked in the way that is safe. What might be allowed is taken for
 * allowed, and a refusal counts only where it is certain.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import { type Value, UNKNOWN } from "../properties";
import type { Truth } from "../truth";
import { type Carries, type Extent, carriedIn, extentOf } from "./conditions";
import { issuerOf, openClaims } from "./federation";
import {
  ANY_ACTION,
  type Domain,
  type Matches,
  type Owner,
  isMetIn,
  resourcesOf,
  sampleOf,
  someBeginning,
  someText,
} from "./pattern-sets";
import { type Principal, type Statement, includesAction, isEveryone, parseDocument } from "./policy-document";
import { actionPatterns, coverStatement, resourcePatterns, takesAction, takesResource } from "./statement-sets";
import { type CallerKind, type Home, type Networks, carriedAtHome, carriedByStrangers } from "./strangers";

export { isEveryAction, isEveryResource, isOnEverything, isWholeService, wholeServices } from "./statement-sets";
export type { Home } from "./strangers";

/** Policies that apply together. */
export interface Policies {
  readonly statements: readonly Statement[];
  /**
   * What may stand in them besides, where a part is not known before the update, or is attached but not declared: each statement as
   * wide as what is known of it leaves it.
   */
  readonly possible: readonly Statement[];
}

/** What identity policies allow, and what has to allow it too. */
export interface Permissions extends Policies {
  /** A permissions boundary, a session policy, a service control policy: each allows at most what it holds. @default none */
  readonly limits?: readonly Policies[];
}

/** A call, or all calls of which some is meant: what is left out may be anything. */
export interface Call {
  /** `s3:PutObject`, or a pattern of which some action is meant. */
  readonly action: string;
  /**
   * An ARN, or a pattern of which some resource is meant. An ARN without a partition, such as `arn::s3:::logs/*`, is that of
   * the owner, in some region.
   * @default - some resource
   */
  readonly resource?: string;
  /** @default - some owner */
  readonly owner?: Owner;
  /** What is known of the call; several where nobody knows which of them is so. @default - nothing */
  readonly carries?: readonly [Carries, ...Carries[]];
}

/** Reads policy documents that apply together. What cannot be parsed grants nothing and refuses nothing: AWS does not take it. */
export function policiesOf(documents: readonly (Value | undefined)[]): Policies {
  const parsed = documents.map(parseDocument);
  return {
    statements: parsed.flatMap((document) => ("statements" in document ? document.statements : [])),
    possible: parsed.flatMap((document) => (document.kind === "unknown" ? document.possible : [])),
  };
}

/**
 * Whether somebody who holds the permissions could make the call on some resource that it names: an Allow takes it in, whose
 * conditions can be met, every limit does too, and no certain Deny covers it. Unknown where a part that is not known decides.
 */
export function allowsCall(permissions: Permissions, call: Call): Truth {
  return decided(permissions, call, (counted) => someCall(call, counted));
}

/**
 * Whether the permissions let the call through on every resource that the pattern takes in: an invocation of any model. Of an ARN
 * without a partition it is every name of the owner in some region. A Deny of some resources leaves the others, so that
 * it takes nothing away here unless Denies leave none; one of all but some leaves no more than those.
 */
export function allowsEverywhere(permissions: Permissions, call: Call): Truth {
  return decided(permissions, call, (counted) => everyName(call, counted));
}

/** The statements that count: by group the Allows, of which each group has to have one, and the Denies. */
interface Counted {
  readonly allows: readonly (readonly Statement[])[];
  readonly denies: readonly Statement[];
}

/** True where it is so at least, false where it is not so at most. */
function decided(permissions: Permissions, call: Call, ask: (counted: Counted) => boolean): Truth {
  const [most, least] = [countedAtMost(permissions, call), countedAtLeast(permissions, call)];
  if (!ask(most)) {
    return false;
  }
  return isSame(most, least) || ask(least) ? true : UNKNOWN;
}

/** Every Allow that may count, and the Denies that do for certain. */
function countedAtMost(permissions: Permissions, call: Call): Counted {
  const { carries = [carriedIn()] } = call;
  return counted(permissions, call, {
    allows: ({ statements, possible }) =>
      [...statements, ...possible].filter(({ conditions }) =>
        carries.some((way) => extentOf(conditions, way) !== "none"),
      ),
    denies: ({ statements }) =>
      statements.filter(({ conditions }) => carries.every((way) => extentOf(conditions, way) === "all")),
  });
}

/** The Allows that count for certain, and every Deny that may. */
function countedAtLeast(permissions: Permissions, call: Call): Counted {
  const { carries = [carriedIn()] } = call;
  return counted(permissions, call, {
    allows: ({ statements }) =>
      statements.filter(({ conditions }) => carries.every((way) => extentOf(conditions, way) !== "none")),
    denies: ({ statements, possible }) =>
      [...statements, ...possible].filter(({ conditions }) =>
        carries.some((way) => extentOf(conditions, way) === "all"),
      ),
  });
}

function counted(
  permissions: Permissions,
  { action }: Call,
  { allows, denies }: Readonly<Record<"allows" | "denies", (policies: Policies) => readonly Statement[]>>,
): Counted {
  const groups = [permissions, ...(permissions.limits ?? [])];
  const mayBeAbout = (statement: Statement): boolean => isPattern(action) || includesAction(statement, action);
  return {
    allows: groups.map((group) => allows(group).filter((one) => one.effect === "Allow" && mayBeAbout(one))),
    denies: groups.flatMap((group) => denies(group).filter((one) => one.effect === "Deny" && mayBeAbout(one))),
  };
}

function isSame(one: Counted, other: Counted): boolean {
  // Each list of the one holds the other's, or is held by it.
  const sizes = ({ allows, denies }: Counted): string => [...allows, denies].map(({ length }) => length).join();
  return sizes(one) === sizes(other);
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether a statement takes in what is asked about. */
type Includes = (statement: Statement) => boolean;

/** Whether the statements let through what they take in. */
function letThrough({ allows, denies }: Counted, includes: Includes): boolean {
  return allows.every((group) => group.some(includes)) && !denies.some(includes);
}

/**
 * Whether some pair of an action and a resource that the call names is let through. The sets of actions that tell the statements
 * apart are looked for first, and then a resource for each of them.
 */
function someCall({ action, resource = "*", owner }: Call, counted: Counted): boolean {
  const isEmpty = counted.allows.some(({ length }) => length === 0);
  if (isEmpty) {
    return false;
  }
  const statements = [...counted.allows.flat(), ...counted.denies];
  const { isAll, actions } = isPattern(action)
    ? actionsToldApart(action, statements)
    : { isAll: true, actions: [new Set(statements)] };
  const { beginnings, endings } = resourcesOf(resource, owner);
  const found = actions.map((included) =>
    someText([...beginnings, ...endings], [...included].flatMap(resourcePatterns), (matches) =>
      letThrough(counted, (statement) => included.has(statement) && takesResource(statement, matches)),
    ),
  );
  // Who writes what nobody can compare is taken at the worst.
  return found.some((truth) => truth !== false) || !isAll;
}

/** The sets of statements that take in some action of the pattern, and whether these are all. */
function actionsToldApart(pattern: string, statements: readonly Statement[]) {
  const asked = pattern.toLowerCase();
  const kinds = new Map<string, ReadonlySet<Statement>>();
  const found = someText(ANY_ACTION, [asked, ...statements.flatMap(actionPatterns)], (matches) => {
    const included = statements.filter((statement) => takesAction(statement, matches));
    if (matches(asked)) {
      kinds.set(included.map((statement) => statements.indexOf(statement)).join(), new Set(included));
    }
    return false;
  });
  return { isAll: found === false, actions: [...kinds.values()] };
}

/** Whether every name that the call's resource takes in is let through somewhere, but for what Denies name. */
function everyName({ resource = "*", owner }: Call, counted: Counted): boolean {
  const { allows, denies } = counted;
  if (allows.some((group) => group.length === 0)) {
    return false;
  }
  const exceptions = denies.filter(({ resources }) => resources.length === 0);
  const { beginnings, endings, names } = resourcesOf(resource, owner);
  const patterns = [...allows.flat(), ...denies].flatMap(resourcePatterns);
  // Most policies name their resources, which a name that nobody writes settles at once.
  const sample = [...beginnings, ...sampleOf(names)];
  if (allows.some((group) => !group.some((allow) => mayTakeIn(allow, sample)))) {
    return false;
  }
  const found = someBeginning(beginnings, endings, patterns, (someEnding) => {
    const passes = (of: readonly Statement[]) => (matches: Matches) =>
      letThrough({ allows, denies: of }, (statement) => takesResource(statement, matches));
    const missing = someEnding(names, (matches) => !passes(exceptions)(matches));
    return missing === true ? false : someEnding(endings, passes(denies));
  });
  // Who writes what nobody can compare is taken at the worst.
  return found !== false;
}

/** Whether the patterns take in every name of a resource, as {@link allowsEverywhere} asks it of what permissions allow. */
export function areEvery(patterns: readonly string[], resource: string): boolean {
  return everyName({ action: "*", resource }, { allows: [[{ ...EVERYTHING, resources: patterns }]], denies: [] });
}

/** An Allow of every action on everything. */
export const EVERYTHING: Statement = {
  sid: undefined,
  effect: "Allow",
  principals: [],
  notPrincipals: [],
  actions: ["*"],
  notActions: [],
  resources: ["*"],
  notResources: [],
  conditions: [],
};

function mayTakeIn(allow: Statement, domain: Domain): boolean {
  return allow.resources.length === 0 || resourcePatterns(allow).some((pattern) => isMetIn(domain, pattern));
}

/** A stranger whom a statement lets in. */
export interface Reached {
  readonly kind: CallerKind;
  /** The principal by which; absent where it is by being none of those excepted. */
  readonly principal?: Principal;
  /** Whether only the network that the call comes from would tell that it is a stranger. */
  readonly fromNamedNetworks: boolean;
}

/**
 * The strangers whom an Allow of a resource policy or a trust policy lets in: anybody outside of the accounts and organizations
 * that the policy names, or that are said to be home.
 *
 * @param policy all statements of the policy, among them the Denies
 */
export function strangersIn(statement: Statement, policy: readonly Statement[], home: Home = {}): readonly Reached[] {
  if (statement.effect !== "Allow") {
    return [];
  }
  return callersOf(statement, home).flatMap(({ kind, principal }) => {
    const open = (networks: Networks): boolean =>
      extentFor({ kind, principal }, statement, home, networks) !== "none" &&
      !isDeniedTo({ kind, principal }, statement, policy, home, networks);
    if (!open("bind-nothing")) {
      return [];
    }
    return [{ kind, ...(principal === undefined ? {} : { principal }), fromNamedNetworks: !open("bind") }];
  });
}

/** Whether some statement lets some stranger in. */
export function reachesStrangers({ statements, possible }: Policies, home: Home = {}): Truth {
  return possible.length > 0
    ? UNKNOWN
    : statements.some((statement) => strangersIn(statement, statements, home).length > 0);
}

interface Caller {
  readonly kind: CallerKind;
  readonly principal: Principal | undefined;
}

const EVERY_KIND: readonly CallerKind[] = ["signed", "anonymous", "service"];

function callersOf({ principals, notPrincipals }: Statement, home: Home): readonly Caller[] {
  const named = principals.flatMap((principal): readonly Caller[] => {
    switch (principal.kind) {
      case "Service":
        return [{ kind: "service", principal }];
      case "Federated":
        return [{ kind: "federated", principal }];
      case "CanonicalUser":
        return isNamed(principal, home) ? [] : [{ kind: "signed", principal }];
      default:
        return isEveryone(principal)
          ? EVERY_KIND.map((kind) => ({ kind, principal }))
          : isNamed(principal, home)
            ? []
            : [{ kind: "signed", principal }];
    }
  });
  return notPrincipals.length > 0 ? [...named, ...EVERY_KIND.map((kind) => ({ kind, principal: undefined }))] : named;
}

/**
 * Whether the principal is one account or identity, and one at home. AWS takes no wildcard in a principal but a star alone; where
 * one is written all the same, nobody can say whom it is meant for.
 */
function isNamed({ kind, id }: Principal, { accounts }: Home = {}): boolean {
  if (kind === "CanonicalUser") {
    return /^[0-9a-f]{64}$/i.test(id);
  }
  if (/^A(IDA|ROA|GPA|NPA|NVA|SIA|IPA)[A-Z0-9]+$/.test(id)) {
    return true;
  }
  if (/^arn:[^:*?]+:iam::cloudfront:user\/CloudFront Origin Access Identity \w+$/.test(id)) {
    return true;
  }
  const account = /^\d{12}$/.test(id) ? id : /^arn:[^:*?]+:(iam|sts)::(\d{12}):[^*?]+$/.exec(id)?.[2];
  return account !== undefined && (accounts?.includes(account) ?? true);
}

function extentFor({ kind, principal }: Caller, statement: Statement, home: Home, networks: Networks): Extent {
  const extent = extentOf(statement.conditions, carriedByStrangers(kind, home, networks));
  if (kind !== "federated" || extent === "none") {
    return extent;
  }
  const issuer = issuerOf(principal?.id ?? "");
  return issuer === undefined || openClaims(issuer, statement.conditions).length === 0 ? "none" : "some";
}

/** Whether Denies that every such stranger meets take in all that the statement allows: by its actions, or by its resources. */
function isDeniedTo(
  caller: Caller,
  statement: Statement,
  policy: readonly Statement[],
  home: Home,
  networks: Networks,
): boolean {
  const denies = policy.filter(
    (deny) =>
      deny.effect === "Deny" &&
      isAbout(deny, caller) &&
      extentOf(deny.conditions, carriedByStrangers(caller.kind, home, networks)) === "all",
  );
  return coverStatement(denies, statement);
}

function isAbout({ principals, notPrincipals }: Statement, { principal }: Caller): boolean {
  const isThis = (other: Principal): boolean => other.kind === principal?.kind && other.id === principal.id;
  return (
    principals.some((other) => isEveryone(other) || isThis(other)) ||
    (notPrincipals.length > 0 && notPrincipals.every((other) => isNamed(other) && !isThis(other)))
  );
}

/** Whether an Allow to everyone is meant for services alone: only they carry what its conditions ask for. */
export function isForServicesAlone({ conditions, principals }: Statement): boolean {
  return (
    principals.some(isEveryone) &&
    extentOf(conditions, carriedAtHome("signed")) === "none" &&
    extentOf(conditions, carriedAtHome("service")) !== "none"
  );
}

/**
 * Whether a condition on one of the keys (in lower case) ties down every call of a service that carries the key. A call without it
 * passes, so this is enough only where nobody can say that the service sends it.
 */
export function isNarrowedBy({ conditions }: Statement, keys: readonly string[]): boolean {
  const carriedUnder = carriedByStrangers("service", {}, "bind-nothing");
  return keys.some(
    (key) =>
      extentOf(
        conditions.filter((condition) => condition.key === key),
        () => ({ ...carriedUnder(key), presence: "always" }),
      ) === "none",
  );
}
