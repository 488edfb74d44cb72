/** Which statements give a holder calls on evidence. */
import type { TamperedResource, TamperingActions } from "../../facts/iam/evidence-tampering";
import { groupedBy } from "../groups";
import { UNKNOWN } from "../properties";
import { type EvidenceTarget, evidenceOf } from "../stack/evidence";
import type { Stack } from "../stack/stack";
import type { Truth } from "../truth";
import { ABSENT, type Carried } from "./conditions";
import { areEvery, isEveryAction } from "./evaluation";
import { type EvidenceCall, reachesSome } from "./evidence-reach";
import type { Holder, PermissionDocument } from "./holders";
import { type Held, type HeldStatement, carriedBy, heldBy } from "./permissions-held";
import { type Statement, includesAction } from "./policy-document";

/** Condition keys, in lower case, that name the resource in the place of the statement's Resource -> patterns of its ARN. */
export type NamedBy = Readonly<Record<string, readonly string[]>>;

/** What is asked of a holder. */
interface Asked {
  readonly actions: TamperingActions;
  readonly principals: readonly string[];
  readonly namedBy: NamedBy;
  /** Condition keys, in lower case, that the calls do not carry. */
  readonly withoutKeys: readonly string[];
}

/** Actions that statements give to somebody. */
export interface Grant {
  readonly holder: Holder;
  readonly document: PermissionDocument;
  /** `undefined` where the document is not known. */
  readonly label: string | undefined;
  readonly isEverything: boolean;
  readonly given: readonly string[];
  /** Actions of which it cannot be told whether they reach evidence. */
  readonly open: readonly string[];
}

/** What of a holder's permissions gives one action. */
interface Source {
  readonly document: PermissionDocument;
  readonly label: string | undefined;
  readonly isEverything: boolean;
  readonly reaches: Truth;
}

/** What the statements of a holder give it, each with its actions. */
export function grantsTo(
  stack: Stack,
  holder: Holder,
  { actions, principals, namedBy, withoutKeys }: Asked,
): readonly Grant[] {
  const held = heldBy(holder);
  const carries = carriedBy(holder, principals, {
    ...carriedUnder(namedBy),
    ...Object.fromEntries(withoutKeys.map((key) => [key, ABSENT])),
  });
  const kinds = Object.entries(actions) as readonly (readonly [TamperedResource, readonly string[]])[]; // keys of the type
  const found = kinds.flatMap(([kind, names]) => {
    const known = new Map<string, readonly Source[]>();
    return names.flatMap((action) => {
      const key = statementsAbout(held, action);
      const sources = known.get(key) ?? sourcesOf(held, { action, carries }, evidenceOf(stack, kind));
      known.set(key, sources);
      return sources.map((source) => ({ action, source }));
    });
  });
  const grants = groupedBy(found, ({ source: { document, label } }) => [
    document.resource.urn,
    document.property,
    label,
  ]).map(([first, ...others]): Grant => {
    const of = (truth: Truth): readonly string[] =>
      [first, ...others].filter(({ source }) => source.reaches === truth).map(({ action }) => action);
    const { document, label, isEverything } = first.source;
    return { holder, document, label, isEverything, given: of(true), open: of(UNKNOWN) };
  });
  // What else may stand in a document changes nothing where it fails already.
  const failing = grants.filter(({ given }) => given.length > 0).map(({ document }) => document);
  return grants.filter(({ document, label }) => label !== undefined || !failing.includes(document));
}

/** Actions about which the same statements say something are allowed alike. */
function statementsAbout({ statements, open, limits }: Held, action: string): string {
  const all = [
    ...statements.map(({ statement }) => statement),
    ...open.flatMap(({ possible }) => possible),
    ...limits.flatMap((limit) => [...limit.statements, ...limit.possible]),
  ];
  return all.flatMap((statement, index) => (includesAction(statement, action) ? [index] : [])).join();
}

/** What gives the action: each statement that does alone, else those that do together, and what is not known and may. */
function sourcesOf(held: Held, call: EvidenceCall, targets: readonly EvidenceTarget[]): readonly Source[] {
  const { possibleDenies, limits, home } = held;
  const about = held.statements.filter(({ statement }) => includesAction(statement, call.action));
  const denies = about.filter(({ statement }) => statement.effect === "Deny").map(({ statement }) => statement);
  const allows = about.filter(({ statement }) => statement.effect === "Allow");
  const reachedBy = (statements: readonly HeldStatement[], possible: readonly Statement[] = []): Truth =>
    reachesSome(
      {
        statements: [...statements.map(({ statement }) => statement), ...denies],
        possible: [...possibleDenies, ...possible],
        limits,
      },
      call,
      targets,
      home,
    );
  const together = reachedBy(allows);
  const mayReach = (possible: readonly Statement[]): boolean =>
    reachedBy(together === false ? allows : [], possible) !== false;
  return [
    ...(together === false ? [] : givenBy(allows, together, reachedBy)),
    ...(together === true ? [] : held.open)
      .filter(({ possible }) => mayReach(possible))
      .map(({ document }): Source => ({ document, label: undefined, isEverything: false, reaches: UNKNOWN })),
  ];
}

function givenBy(
  allows: readonly HeldStatement[],
  together: Truth,
  reachedBy: (statements: readonly HeldStatement[]) => Truth,
): readonly Source[] {
  const alone = allows.map((allow): { readonly allow: HeldStatement; readonly reaches: Truth } => ({
    allow,
    reaches: allows.length === 1 ? together : reachedBy([allow]),
  }));
  if (alone.some(({ reaches }) => reaches === together)) {
    return alone
      .filter(({ reaches }) => reaches !== false)
      .map(({ allow: { document, label, statement }, reaches }) => ({
        document,
        label,
        isEverything: isEveryAction(statement.actions),
        reaches,
      }));
  }
  const needed = allows.reduce((left, allow) => {
    const others = left.filter((one) => one !== allow);
    return reachedBy(others) === together ? others : left;
  }, allows);
  const [first] = needed;
  return first === undefined
    ? []
    : [{ document: first.document, label: labelOfAll(first, needed), isEverything: false, reaches: together }];
}

/** "statement 1, statement 2 of other-policy together" */
function labelOfAll(first: HeldStatement, all: readonly HeldStatement[]): string {
  const labels = all.map(({ document, label }) => {
    const { resource, property } = document;
    const isApart = document !== first.document;
    return isApart ? `${label} of ${resource === first.document.resource ? property : resource.name}` : label;
  });
  return `${labels.join(", ")} together`;
}

/** What the calls carry under the keys that name the resource: a name that nobody has written. */
function carriedUnder(namedBy: NamedBy): Readonly<Record<string, Carried>> {
  return Object.fromEntries(
    Object.entries(namedBy).map(([key, kinds]) => [
      key,
      { presence: "sometimes", matches: (values) => (kinds.some((kind) => areEvery(values, kind)) ? "some" : "none") },
    ]),
  );
}
