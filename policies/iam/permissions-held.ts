/** What a holder is allowed and refused by all that a stack says of it, as the evaluator takes it. */
import { UNKNOWN, at } from "../properties";
import { matchesPattern } from "../wildcards";
import { ABSENT, ANYTHING, type Carried, type Carries, carrying } from "./conditions";
import { type Policies, policiesOf } from "./evaluation";
import type { Attachment, Holder, PermissionDocument } from "./holders";
import { type Owner, isMetIn, textsOf } from "./pattern-sets";
import { type Statement, parseDocument } from "./policy-document";
import { asPattern } from "./statement-sets";
import { labelOf } from "./statements";

/** A statement of an identity, and where it stands. */
export interface HeldStatement {
  readonly document: PermissionDocument;
  /** By what a reader finds it in the document. */
  readonly label: string;
  readonly statement: Statement;
}

/** What may stand in a document of which a part is not known, or cannot be read. */
export interface OpenDocument {
  readonly document: PermissionDocument;
  readonly possible: readonly Statement[];
}

/** All that is known of what a holder may do. */
export interface Held {
  readonly statements: readonly HeldStatement[];
  readonly open: readonly OpenDocument[];
  /** Refusals that stand, where the holder turns out to be somebody whom they are for. */
  readonly possibleDenies: readonly Statement[];
  /** What each of its boundaries allows at most. */
  readonly limits: readonly Policies[];
  /** Where the holder is, as far as it is known. */
  readonly home: Owner;
}

const PRINCIPAL_ARN = "aws:principalarn";

/** Of a policy that cannot be read here: one of AWS, or of another stack. */
const ANYTHING_POSSIBLE = policiesOf([UNKNOWN]);

export function heldBy(holder: Holder): Held {
  const read = holder.documents.map(readDocument);
  const statements = read.flatMap((document) => document.statements);
  return {
    statements,
    open: read.flatMap(({ open }) => open),
    possibleDenies:
      arnOf(holder) === undefined ? statements.map(({ statement }) => statement).flatMap(refusalOfSomebody) : [],
    limits: holder.attachments.filter(({ isBoundary }) => isBoundary).map(limitOf),
    home: homeOf(holder),
  };
}

function homeOf({ identities }: Holder): Owner {
  const arn = identities.find((identity) => identity.startsWith("arn:"));
  const [, partition, , , account = ""] = arn?.split(":") ?? [];
  return {
    ...(partition === undefined ? {} : { partition }),
    ...(/^\d{12}$/.test(account) ? { account } : {}),
  };
}

function readDocument(document: PermissionDocument): Pick<Held, "statements" | "open"> {
  const parsed = parseDocument(document.value);
  const held = (all: readonly Statement[], places?: readonly number[]): readonly HeldStatement[] =>
    all
      .map((statement, index) => ({ document, label: labelOf(statement, places?.[index] ?? index), statement }))
      .filter(({ statement }) => namesResources(statement));
  switch (parsed.kind) {
    case "document":
      return { statements: held(parsed.statements), open: [] };
    case "unknown":
      return { statements: held(parsed.statements, parsed.places), open: [{ document, possible: parsed.possible }] };
    case "unparseable":
      return { statements: [], open: [{ document, possible: ANYTHING_POSSIBLE.possible }] };
    case "absent":
      return { statements: [], open: [] };
  }
}

/** AWS takes no statement of an identity that says nothing of resources. */
function namesResources({ resources, notResources }: Statement): boolean {
  return resources.length + notResources.length > 0;
}

/** A boundary is one policy: where several are meant by its name, nobody knows which. */
function limitOf({ policies }: Attachment): Policies {
  const [policy, ...others] = policies;
  const document = policy === undefined ? undefined : at(policy.properties, "policy");
  const { kind } = parseDocument(document);
  return others.length > 0 || kind === "absent" || kind === "unparseable" ? ANYTHING_POSSIBLE : limitIn(document);
}

function limitIn(document: PermissionDocument["value"]): Policies {
  const { statements, possible } = policiesOf([document]);
  return { statements: statements.filter(namesResources), possible };
}

/** The refusal, if it is for whom it says: nobody knows whether the holder is one of them. */
function refusalOfSomebody(statement: Statement): readonly Statement[] {
  const conditions = statement.conditions.filter(({ key }) => key !== PRINCIPAL_ARN);
  return statement.effect === "Deny" && conditions.length < statement.conditions.length
    ? [{ ...statement, conditions }]
    : [];
}

/** The ARN that calls carry: a group, a permission set and a policy lend theirs to nobody. */
function arnOf({ kind, identities }: Holder): string | undefined {
  return kind === "role" || kind === "user" ? identities.find((identity) => identity.startsWith("arn:")) : undefined;
}

/** The ARNs of whoever calls by what a holder of the kind has. */
const CALLERS: Readonly<Record<string, string>> = {
  group: "arn:*:iam::*:user/*",
  "permission set": "arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*",
};

/** Conditions on what the resource is, which no policy shows. */
const OF_RESOURCE = /^(\w+:resourcetag\/|s3:existingobjecttag\/|kms:(resource|request)alias)/;

/**
 * What the calls of a holder carry who is none of the principals: nobody knows whether the resource has what conditions ask of it.
 *
 * @param known what is known of other keys
 */
export function carriedBy(
  holder: Holder,
  principals: readonly string[],
  known: Readonly<Record<string, Carried>>,
): readonly [Carries, Carries] {
  const caller = callerOf(holder, principals);
  const way =
    (ofResource: Carried): Carries =>
    (key) =>
      key === PRINCIPAL_ARN ? caller : OF_RESOURCE.test(key) ? ofResource : (known[key] ?? ANYTHING);
  return [way(ABSENT), way(ANYTHING)];
}

function callerOf(holder: Holder, principals: readonly string[]): Carried {
  const arn = arnOf(holder);
  const callers = textsOf(CALLERS[holder.kind] ?? "*");
  return arn !== undefined
    ? carrying(arn)
    : {
        presence: "always",
        matches: (values) =>
          values.some((value) => !isOneOf(value, principals) && isMetIn(callers, asPattern(value))) ? "some" : "none",
      };
}

export function isOneOf(identity: string, principals: readonly string[]): boolean {
  return principals.some((pattern) => matchesPattern(pattern, identity));
}
