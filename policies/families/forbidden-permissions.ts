/** Rules by which nobody but break-glass principals is allowed to take evidence away, wherever the permission stands. */
import type { TamperedResource, TamperingActions } from "../../facts/iam/evidence-tampering";
import type { Carried } from "../iam/conditions";
import { areEvery, isEveryAction } from "../iam/evaluation";
import { type EvidenceCall, reachesSome } from "../iam/evidence-reach";
import { GIVES_PERMISSIONS, type Holder, type PermissionDocument, holdersOf } from "../iam/holders";
import { type Held, type HeldStatement, carriedBy, heldBy, isOneOf } from "../iam/permissions-held";
import { type Statement, includesAction } from "../iam/policy-document";
import { UNKNOWN } from "../properties";
import { type Result, fail, undecided } from "../result";
import { type RuleText, type StackRule, stackRule } from "../rule";
import { texts } from "../settings";
import { type EvidenceTarget, evidenceOf } from "../stack/evidence";
import type { Stack } from "../stack/stack";
import type { Truth } from "../truth";

/** Condition keys, in lower case, that name the resource in the place of the statement's Resource -> patterns of its ARN. */
type NamedBy = Readonly<Record<string, readonly string[]>>;

type Text<Id extends string> = Omit<RuleText<Id>, "remediation" | "references"> & {
  readonly actions: TamperingActions;
  /** @default - says to leave the actions to break-glass principals */
  readonly remediation?: string;
  /** Sources besides IAM's page on least privilege. @default none */
  readonly references?: readonly string[];
  /** What to do about a grant, as the end of a message. @default "leave it to break-glass principals" */
  readonly instead?: string;
  /** @default none */
  readonly namedBy?: NamedBy;
};

const LEAST_PRIVILEGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

/** No principal of the stack but those of the setting may call the actions on evidence. */
export function forbiddenPermissionsRule<const Id extends string>({
  actions,
  references = [],
  namedBy = {},
  instead = "leave it to break-glass principals",
  ...text
}: Text<Id>): StackRule<Id> {
  return stackRule(GIVES_PERMISSIONS, {
    remediation:
      "Leave the actions out of the statement, name resources that hold no evidence, or deny the actions. Name a break-glass " +
      "principal, or the role that deploys the baseline, in the rule's setting principals.",
    ...text,
    references: [LEAST_PRIVILEGE, ...references],
    property: "permissions",
    settings: {
      principals: texts({
        default: [],
        description: "Names or ARNs of the principals that may call the actions; * stands for any run of characters.",
      }),
    },
    check: (stack, { settings: { principals } }) => {
      const judged = holdersOf(stack).filter(
        ({ identities }) => !identities.some((identity) => isOneOf(identity, principals)),
      );
      return findings(
        judged.flatMap((holder) => grantsTo(stack, holder, { actions, principals, namedBy })),
        instead,
      );
    },
  });
}

interface Asked {
  readonly actions: TamperingActions;
  readonly principals: readonly string[];
  readonly namedBy: NamedBy;
}

/** Actions that statements give to somebody. */
interface Grant {
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

function grantsTo(stack: Stack, holder: Holder, { actions, principals, namedBy }: Asked): readonly Grant[] {
  const held = heldBy(holder);
  const carries = carriedBy(holder, principals, carriedUnder(namedBy));
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
    reaches: reachedBy([allow]),
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

/** One finding for each statement, which names everyone that has it. */
function findings(grants: readonly Grant[], instead: string): readonly Result[] {
  const statements = groupedBy(grants, ({ document: { resource, property }, label, given, open }) => [
    ...[resource.urn, property, label, given, open],
  ]);
  return statements.flatMap((group) => findingsOf(group, instead));
}

type Group<T> = readonly [T, ...T[]];

/** In the order in which each group begins. */
function groupedBy<T>(items: readonly T[], key: (item: T) => readonly unknown[]): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const text = JSON.stringify(key(item));
    const group = groups.get(text);
    if (group === undefined) {
      groups.set(text, [item]);
    } else {
      group.push(item);
    }
  }
  return [...groups.values()];
}

function findingsOf([first, ...others]: Group<Grant>, instead: string): readonly Result[] {
  const { document, label, given, open, isEverything } = first;
  const { property, resource } = document;
  const about = { urn: resource.urn };
  if (label === undefined) {
    return [undecided(property, undefined, about)];
  }
  const whom = inWords([first, ...others].map(({ holder }) => holder));
  const inLabel = (actions: readonly string[], on = ""): string =>
    isEverything && actions.length > 1
      ? `everything${on} in ${label}, and so ${actions[0] ?? ""} and ${actions.length - 1} more`
      : `${actions.join(", ")}${on} in ${label}`;
  return [
    ...(given.length === 0 ? [] : [fail(property, `allows ${whom} ${inLabel(given)}; ${instead}`, about)]),
    ...(open.length === 0
      ? []
      : [
          undecided(
            property,
            `may allow ${whom} ${inLabel(open, " on evidence")}; name resources that hold none`,
            about,
          ),
        ]),
  ];
}

const SHOWN = 3;

function inWords(holders: readonly Holder[]): string {
  const names = [
    ...new Set(
      holders.map(({ kind, name }) => (kind === "policy" ? "whomever it is attached to" : `the ${kind} ${name}`)),
    ),
  ];
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
