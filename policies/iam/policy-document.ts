/**
 * IAM, KMS, bucket, topic and trust policies, parsed in one place into one shape, whatever their spelling: a JSON string
 * or an object, one statement or many, one value or a list, actions in any case, Not* elements, conditions.
 */
import { type PropertyMap, type Value, UNKNOWN, holdsUnknown, isList, isMap } from "../properties";
import { matchesPattern } from "../wildcards";
import { parseStrictJson } from "../strict-json";

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for everyone. */
  readonly kind: string;
  readonly id: string;
}

export interface Condition {
  /** Operator in lower case, such as `stringequals` or `foranyvalue:arnlike`. */
  readonly operator: string;
  /** Condition key in lower case, such as `aws:sourcearn`. */
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  /** Lower case. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: readonly Condition[];
}

export type ParsedDocument =
  | { readonly kind: "document"; readonly statements: readonly Statement[] }
  | {
      readonly kind: "unknown";
      /** The statements of which everything is known. */
      readonly statements: readonly Statement[];
      /** The place of each of them in the document, from 0. */
      readonly places: readonly number[];
      /** What may stand in the place of the others: each as wide as what is known of it leaves it. */
      readonly possible: readonly Statement[];
    }
  | { readonly kind: "absent" }
  /** Whatever cannot be parsed must fail, because nobody can say what it grants. */
  | { readonly kind: "unparseable"; readonly problem: string };

/** Reads a policy document from a property's value. */
export function parseDocument(value: Value | undefined): ParsedDocument {
  if (value === undefined || value === "") {
    return { kind: "absent" };
  }
  if (value === UNKNOWN) {
    return { kind: "unknown", statements: [], places: [], possible: ANY_STATEMENT };
  }
  try {
    const read = readStatements(typeof value === "string" ? parseJson(value) : value);
    const statements = read.flatMap(({ known }) => (known === undefined ? [] : [known]));
    const places = read.flatMap(({ known }, place) => (known === undefined ? [] : [place]));
    const possible = read.flatMap((statement) => statement.possible);
    return possible.length === 0 ? { kind: "document", statements } : { kind: "unknown", statements, places, possible };
  } catch (error) {
    return { kind: "unparseable", problem: error instanceof Error ? error.message : String(error) };
  }
}

function parseJson(text: string): Value {
  const parsed = parseStrictJson(text);
  if (holdsNull(parsed)) {
    throw new Error("it holds null, which stands for nothing in a policy document");
  }
  return parsed as Value; // JSON has no value outside Value but null
}

function holdsNull(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.values(value).some(holdsNull));
}

/** A statement that is known, or what it may come to. */
interface Read {
  readonly known?: Statement;
  readonly possible: readonly Statement[];
}

function readStatements(document: Value): readonly Read[] {
  if (!isMap(document)) {
    throw new Error("it is not a JSON object");
  }
  const statements = valueOf(document, "Statement");
  if (statements === undefined) {
    throw new Error("it has no Statement");
  }
  return listOf(statements).map((statement, index) => {
    if (statement === UNKNOWN) {
      return { possible: ANY_STATEMENT };
    }
    if (!isMap(statement)) {
      throw new Error(`statement ${index + 1} is not an object`);
    }
    return ELEMENTS.some((element) => holdsUnknown(valueOf(statement, element)))
      ? { possible: EFFECTS.flatMap((effect) => widest(statement, index, effect)) }
      : { known: readStatement(statement, index), possible: [] };
  });
}

/** The elements that decide what a statement allows or refuses. */
const ELEMENTS = [
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

const EFFECTS = ["Allow", "Deny"] as const;

/** The statement with the effect, where it may have it, and with everything that its unknown parts may stand for. */
function widest(statement: PropertyMap, index: number, Effect: Statement["effect"]): readonly Statement[] {
  const effect = valueOf(statement, "Effect");
  if (effect !== UNKNOWN && effect !== Effect) {
    return [];
  }
  const elements = ELEMENTS.flatMap((element): readonly (readonly [string, Value])[] => {
    const value = valueOf(statement, element);
    return value === undefined || element === "Effect" ? [] : [widestElement(element, value)];
  });
  return [readStatement({ Effect, ...Object.fromEntries(elements) }, index)];
}

/** What is excepted may be nothing, what is named may be anything, and a condition may be met by every call. */
function widestElement(element: string, value: Value): readonly [string, Value] {
  if (!holdsUnknown(value)) {
    return [element, value];
  }
  if (element === "Condition") {
    return [element, {}];
  }
  const known = element.startsWith("Not") && isList(value) ? value.filter((item) => !holdsUnknown(item)) : [];
  return known.length > 0 ? [element, known] : [element.replace(/^Not/, ""), "*"];
}

function readStatement(statement: PropertyMap, index: number): Statement {
  const effect = valueOf(statement, "Effect");
  if (effect !== "Allow" && effect !== "Deny") {
    throw new Error(`statement ${index + 1} has the Effect ${JSON.stringify(effect)}; use Allow or Deny`);
  }
  const sid = valueOf(statement, "Sid");
  return {
    sid: typeof sid === "string" ? sid : undefined,
    effect,
    principals: principalsOf(valueOf(statement, "Principal")),
    notPrincipals: principalsOf(valueOf(statement, "NotPrincipal")),
    actions: textsOf(valueOf(statement, "Action")).map((action) => action.toLowerCase()),
    notActions: textsOf(valueOf(statement, "NotAction")).map((action) => action.toLowerCase()),
    resources: textsOf(valueOf(statement, "Resource")),
    notResources: textsOf(valueOf(statement, "NotResource")),
    conditions: conditionsOf(valueOf(statement, "Condition")),
  };
}

/** The provider's object form writes element names in lower case, and plural for some. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Action: ["action", "actions"],
  NotAction: ["notAction", "notActions"],
  Condition: ["condition", "conditions"],
  Effect: ["effect"],
  Principal: ["principal", "principals"],
  NotPrincipal: ["notPrincipal", "notPrincipals"],
  Resource: ["resource", "resources"],
  NotResource: ["notResource", "notResources"],
  Sid: ["sid"],
  Statement: ["statement", "statements"],
};

function valueOf(map: PropertyMap, element: string): Value | undefined {
  const [spelling, other] = [element, ...(SPELLINGS[element] ?? [])].filter((name) => Object.hasOwn(map, name));
  if (other !== undefined) {
    throw new Error(`it has both ${spelling} and ${other}, which mean the same`);
  }
  return spelling === undefined ? undefined : map[spelling];
}

function listOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

function textsOf(value: Value | undefined): string[] {
  if (value === undefined) {
    return [];
  }
  return listOf(value).map((item) => {
    if (typeof item === "string") {
      return item;
    }
    if (typeof item === "number" || typeof item === "boolean") {
      return String(item);
    }
    throw new Error(`it has ${item === UNKNOWN ? "an unknown value" : JSON.stringify(item)} where a string is needed`);
  });
}

function principalsOf(value: Value | undefined): Principal[] {
  if (value === undefined) {
    return [];
  }
  if (value === "*") {
    return [{ kind: "*", id: "*" }];
  }
  if (isMap(value)) {
    return Object.entries(value).flatMap(([kind, ids]) => textsOf(ids).map((id) => ({ kind, id })));
  }
  throw new Error(`the principal ${JSON.stringify(value)} is neither "*" nor an object`);
}

function conditionsOf(value: Value | undefined): Condition[] {
  if (value === undefined) {
    return [];
  }
  if (!isMap(value)) {
    throw new Error("a Condition is not an object");
  }
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isMap(keys)) {
      throw new Error(`the condition ${operator} is not an object`);
    }
    return Object.entries(keys).map(([key, values]) => ({
      operator: operator.toLowerCase(),
      key: key.toLowerCase(),
      values: textsOf(values),
    }));
  });
}

/** Everything for everybody, allowed or refused: what a statement of which nothing is known may be. */
const ANY_STATEMENT: readonly Statement[] = EFFECTS.map((Effect, index) =>
  readStatement({ Effect, Principal: "*", Action: "*", Resource: "*" }, index),
);

/** Whether an action of a statement, which may hold wildcards, takes in the given action. */
export function includesAction(statement: Statement, action: string): boolean {
  const wanted = action.toLowerCase();
  if (statement.actions.length > 0) {
    return statement.actions.some((pattern) => wildcard(pattern, wanted));
  }
  return statement.notActions.length > 0 && !statement.notActions.some((pattern) => wildcard(pattern, wanted));
}

/** IAM's wildcards: `*` for any run of characters, `?` for one. */
export function wildcard(pattern: string, text: string): boolean {
  return matchesPattern(pattern, text, "?");
}

/** Everyone: `"*"`, or `{"AWS": "*"}`, which means the same. */
export function isEveryone(principal: Principal): boolean {
  return principal.id === "*" && (principal.kind === "*" || principal.kind === "AWS");
}

export function servicesOf(statement: Statement): string[] {
  return statement.principals.filter(({ kind }) => kind === "Service").map(({ id }) => id.toLowerCase());
}
