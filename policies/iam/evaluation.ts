/**
 * The one evaluator of IAM: what policies let through, asked in the way that is safe. What might be allowed is taken for
 * allowed, and a refusal counts only where it is certain.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import { type Value, UNKNOWN } from "../properties";
import type { Truth } from "../truth";
import { ABSENT, ANYTHING, type Carried, type Extent, carrying, extentOf } from "./conditions";
import { issuerOf, openClaims } from "./federation";
import { ANY_ACTION, ANY_TEXT, literally, someText } from "./pattern-sets";
import { type Principal, type Statement, includesAction, isEveryone, parseDocument } from "./policy-document";
import { actionPatterns, coverStatement, resourcePatterns, takesAction, takesResource } from "./statement-sets";
import { type CallerKind, type Home, type Networks, carriedAtHome, carriedByStrangers } from "./strangers";

export { isEveryAction, isEveryResource, isOnEverything, isWholeService, wholeServices } from "./statement-sets";
export type { Home } from "./strangers";

/** Policies that apply together. */
export interface Policies {
  readonly statements: readonly Statement[];
  /** Whether these are all: false where one is not known before the update, or is attached but not declared. */
  readonly isWhole: boolean;
}

/** What identity policies allow, and what has to allow it too. */
export interface Permissions extends Policies {
  /** A permissions boundary, a session policy, a service control policy: each allows at most what it holds. @default none */
  readonly limits?: readonly Policies[];
}

/** What a call carries, by condition key in lower case; `null` where it is known not to carry the key. */
export type CallContext = Readonly<Record<string, string | null>>;

/** A call, or all calls of which some is meant: what is left out may be anything. */
export interface Call {
  /** `s3:PutObject`, or a pattern of which some action is meant. */
  readonly action: string;
  /** An ARN, or a pattern of which some resource is meant. @default - some resource */
  readonly resource?: string;
  /** What is known of the call. @default - nothing */
  readonly context?: CallContext;
}

/** Reads policy documents that apply together. What cannot be parsed grants nothing and refuses nothing: AWS does not take it. */
export function policiesOf(documents: readonly (Value | undefined)[]): Policies {
  const parsed = documents.map(parseDocument);
  return {
    statements: parsed.flatMap((document) => (document.kind === "document" ? document.statements : [])),
    isWhole: parsed.every(({ kind }) => kind !== "unknown"),
  };
}

/**
 * Whether somebody who holds the permissions could make the call on some resource that it names: an Allow takes it in, whose
 * conditions can be met, every limit does too, and no certain Deny covers it. Unknown where a policy that is not known decides.
 */
export function allowsCall(permissions: Permissions, call: Call): Truth {
  const { groups, denies, isWhole } = weighable(permissions, call.context);
  const statements = [...groups.flatMap(({ allows }) => allows), ...denies];
  const isPossible = someCall(
    call,
    statements,
    (includes) => groups.every((group) => !group.isWhole || group.allows.some(includes)) && !denies.some(includes),
  );
  return isWhole || !isPossible ? isPossible : UNKNOWN;
}

/** Whether the permissions let the call through on every resource that the pattern takes in: an invocation of any model. */
export function allowsEverywhere(permissions: Permissions, { action, resource = "*", context }: Call): Truth {
  const { groups, denies, isWhole } = weighable(permissions, context);
  const isAbout = (statement: Statement): boolean => includesAction(statement, action);
  const statements = [...groups.flatMap(({ allows }) => allows), ...denies].filter(isAbout);
  const missing = someText(ANY_TEXT, [resource, ...statements.flatMap(resourcePatterns)], (matches) => {
    const includes = (statement: Statement): boolean => isAbout(statement) && takesResource(statement, matches);
    const isAllowed = groups.every((group) => !group.isWhole || group.allows.some(includes));
    return matches(resource) && !(isAllowed && !denies.some(includes));
  });
  // Who writes what nobody can compare is taken at the worst.
  const isPossible = missing !== true;
  return isWhole || !isPossible ? isPossible : UNKNOWN;
}

/** What of the permissions counts in calls with the context: the Allows that may, by group, and the Denies that must. */
function weighable(permissions: Permissions, context: CallContext | undefined) {
  const groups = [permissions, ...(permissions.limits ?? [])];
  const carried = carriedIn(context);
  return {
    groups: groups.map(({ statements, isWhole }) => ({
      isWhole,
      allows: statements.filter(
        ({ effect, conditions }) => effect === "Allow" && extentOf(conditions, carried) !== "none",
      ),
    })),
    denies: groups
      .flatMap(({ statements }) => statements)
      .filter(({ effect, conditions }) => effect === "Deny" && extentOf(conditions, carried) === "all"),
    isWhole: groups.every(({ isWhole }) => isWhole),
  };
}

/** What a call carries of which only a part is known. */
export function carriedIn(context: CallContext = {}): (key: string) => Carried {
  return (key) => {
    const got = Object.hasOwn(context, key) ? context[key] : undefined;
    return got === undefined ? ANYTHING : got === null ? ABSENT : carrying(got);
  };
}

/**
 * Whether some pair of an action and a resource that the call names is as wanted. The sets of actions that tell the statements
 * apart are looked for first, and then a resource for each of them.
 */
function someCall(
  { action, resource = "*" }: Call,
  statements: readonly Statement[],
  wanted: (includes: (statement: Statement) => boolean) => boolean,
): boolean {
  const asked = action.toLowerCase();
  const kinds = new Set<string>();
  const actions: ReadonlySet<Statement>[] = [];
  const domain = /[*?]/.test(asked) ? ANY_ACTION : literally(asked);
  const toldApart = someText(domain, [asked, ...statements.flatMap(actionPatterns)], (matches) => {
    const included = statements.filter((statement) => takesAction(statement, matches));
    const kind = included.map((statement) => statements.indexOf(statement)).join();
    if (matches(asked) && !kinds.has(kind)) {
      kinds.add(kind);
      actions.push(new Set(included));
    }
    return false;
  });
  const found = actions.map((included) =>
    someText(
      /[*?]/.test(resource) ? ANY_TEXT : literally(resource),
      [resource, ...[...included].flatMap(resourcePatterns)],
      (matches) =>
        matches(resource) && wanted((statement) => included.has(statement) && takesResource(statement, matches)),
    ),
  );
  // Who writes what nobody can compare is taken at the worst.
  return found.includes(true) || found.includes(UNKNOWN) || toldApart === UNKNOWN;
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
export function reachesStrangers({ statements, isWhole }: Policies, home: Home = {}): Truth {
  return isWhole ? statements.some((statement) => strangersIn(statement, statements, home).length > 0) : UNKNOWN;
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
