/** Whom the policy of a store, or a grant of a key, lets read who is no role or user of the account. Pure. */
import { type AccessKind, READING_ACTIONS, type ReadingAction } from "../../facts/iam/evidence-reading";
import { type Reached, allowsCall, isForServicesAlone, strangersIn } from "../../policies/iam/evaluation";
import { type Condition, type Principal, type Statement, includesAction } from "../../policies/iam/policy-document";
import type { Access, AccessHolder, Identity, KeyGrant } from "./access";
import { type ParsedStore, isAccount, isIdentity } from "./decision";

/** Somebody, and one thing that lets them read. */
export interface Let {
  readonly holder: AccessHolder;
  readonly access: Access;
}

/** Who the account is. */
export interface Insiders {
  /** 12 digits. */
  readonly account: string;
  readonly identities: readonly Identity[];
}

export function othersOf(store: ParsedStore, insiders: Insiders): readonly Let[] {
  const byPolicies = store.parsed.flatMap(({ name, statements }) =>
    statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) => {
        const actions = actionsGiven(statement, store);
        return actions.length === 0
          ? []
          : holdersIn(statement, statements, insiders).map((holder) =>
              letIn(store, holder, actions, name, statement.conditions.length > 0),
            );
      }),
  );
  const byGrants = store.grants
    .filter(({ grantee }) => !insiders.identities.some((one) => one.arn === grantee))
    .map((grant) => {
      const actions = READING_ACTIONS.key.filter(({ action }) => grant.actions.includes(action));
      return letIn(store, granteeOf(grant, insiders.account), actions, `grant ${grant.id}`, grant.conditional);
    });
  return merged([...byPolicies, ...byGrants]);
}

/** The actions that the statement allows on the store, whatever its Denies say of the conditions. */
function actionsGiven(statement: Statement, store: ParsedStore): readonly ReadingAction[] {
  const denies = store.parsed
    .flatMap(({ statements }) => statements)
    .filter(
      ({ effect, principals, conditions }) =>
        effect === "Deny" && conditions.length === 0 && principals.some(({ id }) => id === "*"),
    );
  return READING_ACTIONS[store.kind].filter(
    ({ action, on }) =>
      includesAction(statement, action) &&
      (on ?? []).some(
        (ending) =>
          allowsCall(
            { statements: [statement, ...denies], possible: [] },
            { action, resource: `${store.arn}${ending}` },
          ) !== false,
      ),
  );
}

function holdersIn(
  statement: Statement,
  policy: readonly Statement[],
  { account, identities }: Insiders,
): readonly AccessHolder[] {
  const services = statement.principals
    .filter(({ kind }) => kind === "Service")
    .map(({ id }) => holder("service", id, false));
  const ownUnknown = statement.principals.filter(
    (principal) => isOwn(principal, account) && !identities.some((one) => isIdentity(principal, one)),
  );
  // Whoever is let in because of an organization is of other accounts too.
  const strangers = isForServicesAlone(statement)
    ? []
    : strangersIn(statement, policy, { accounts: [account], organizations: [] }).filter(
        ({ kind }) => kind !== "service",
      );
  return [
    ...services,
    ...(isForServicesAlone(statement) ? [holder("service", "every service", false)] : []),
    ...ownUnknown.map(({ id }) => holder("other", `${id}, which the account does not have`, false)),
    ...strangers
      .filter(({ principal }) => principal === undefined || !isOwn(principal, account))
      .map(({ kind, principal }) => stranger({ kind, principal }, statement.conditions)),
  ];
}

/** A role or user of the account, by its ARN. */
function isOwn(principal: Principal, account: string): boolean {
  return (
    principal.kind === "AWS" &&
    !isAccount(principal, account) &&
    new RegExp(`^arn:[a-z-]+:(iam|sts)::${account}:`).test(principal.id)
  );
}

function stranger(
  { kind, principal }: { readonly kind: Reached["kind"]; readonly principal: Principal | undefined },
  conditions: readonly Condition[],
): AccessHolder {
  const who = principal?.id ?? "everyone but those excepted";
  if (principal === undefined || principal.id === "*") {
    const whom = kind === "anonymous" ? "everyone, without credentials" : "every account";
    return holder(
      "everyone",
      narrowed(principal === undefined ? `${whom} but those excepted` : whom, conditions),
      true,
    );
  }
  return holder(kind === "federated" ? "other" : "account", narrowed(who, conditions), true);
}

/** The principal, and the conditions on it. */
function narrowed(who: string, conditions: readonly Condition[]): string {
  const texts = conditions.map(({ operator, key, values }) => `${key} ${operator} ${values.join(" or ")}`);
  return texts.length === 0 ? who : `${who} if ${texts.join(" and ")}`;
}

function granteeOf({ grantee }: KeyGrant, account: string): AccessHolder {
  return grantee.endsWith(".amazonaws.com")
    ? holder("service", grantee, false)
    : holder("other", grantee, grantee.split(":")[4] !== account);
}

function holder(kind: AccessHolder["kind"], id: string, outside: boolean): AccessHolder {
  return { kind, id, outside, trusts: [] };
}

function letIn(
  store: ParsedStore,
  who: AccessHolder,
  actions: readonly ReadingAction[],
  by: string,
  conditional: boolean,
): Let {
  return {
    holder: who,
    access: {
      holder: who.id,
      store: store.arn,
      kinds: [...new Set(actions.map(({ access }): AccessKind => access))],
      actions: actions.map(({ action }) => action),
      by: [by],
      conditional,
      certain: true,
    },
  };
}

/** One entry a holder, whatever number of statements and grants let it in. */
function merged(all: readonly Let[]): readonly Let[] {
  const byHolder = new Map<string, Let>();
  for (const one of all) {
    const known = byHolder.get(one.holder.id);
    byHolder.set(
      one.holder.id,
      known === undefined ? one : { holder: one.holder, access: both(known.access, one.access) },
    );
  }
  return [...byHolder.values()];
}

function both(one: Access, other: Access): Access {
  const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] => [...new Set([...left, ...right])];
  return {
    ...one,
    kinds: union(one.kinds, other.kinds),
    actions: union(one.actions, other.actions),
    by: union(one.by, other.by),
    conditional: one.conditional && other.conditional,
  };
}
