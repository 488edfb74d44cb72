/**
 * The function `aws.iam.getPolicyDocument`, which asks nobody: the provider writes the document from the arguments alone.
 *
 * Sources: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document and the provider
 * itself, against which `tests/simulated-account/policy-document.test.ts` holds each form.
 */
import { crc32 } from "node:zlib";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireList, isWireMap } from "../../pulumi/wire";

/** A statement in the order in which the provider writes its elements. What it does not have is absent. */
interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: WireValue;
  readonly NotAction?: WireValue;
  readonly Resource?: WireValue;
  readonly NotResource?: WireValue;
  readonly Principal?: WireValue;
  readonly NotPrincipal?: WireValue;
  readonly Condition?: WireValue;
}

interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

/** The provider refuses the arguments, or a part that decides the document's form is unknown. */
class NoDocument extends Error {}

const DEFAULT_VERSION = "2012-10-17";

/** In documents of this version, `&{` cannot be written for `${`. */
const VERSION_WITHOUT_VARIABLES = "2008-10-17";

/** @returns `undefined` for arguments that the provider refuses, and such of which only the update knows what document they make. */
export function policyDocument(args: WireMap): WireMap | undefined {
  try {
    const document = documentOf(args);
    const json = written(document, 2);
    return {
      ...args,
      version: textOr(args["version"], DEFAULT_VERSION),
      id: String(crc32(json)),
      json,
      minifiedJson: written(document, 0),
    };
  } catch (error) {
    if (error instanceof NoDocument) {
      return undefined;
    }
    throw error;
  }
}

function documentOf(args: WireMap): PolicyDocument {
  const sources = listOf(args["sourcePolicyDocuments"]).map(parsedDocument);
  const sids = sources.flatMap(({ Statement }) => Statement.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid])));
  demandUnique(sids);
  const overrides = listOf(args["overridePolicyDocuments"]).map(parsedDocument);
  return [...sources, declaredDocument(args), ...overrides].reduce(merged, { Statement: [] });
}

/** The later statement takes the place of one with the same Sid; the higher version and the later id stand. */
function merged(document: PolicyDocument, added: PolicyDocument): PolicyDocument {
  const version = (added.Version ?? "") > (document.Version ?? "") ? added.Version : document.Version;
  const id = added.Id ?? document.Id;
  const statements = [...document.Statement];
  for (const statement of added.Statement) {
    const place = statement.Sid === undefined ? -1 : statements.findIndex(({ Sid }) => Sid === statement.Sid);
    statements.splice(place === -1 ? statements.length : place, place === -1 ? 0 : 1, statement);
  }
  return {
    ...(version === undefined ? {} : { Version: version }),
    ...(id === undefined ? {} : { Id: id }),
    Statement: statements,
  };
}

function demandUnique(sids: readonly string[]): void {
  if (new Set(sids).size !== sids.length) {
    throw new NoDocument();
  }
}

function declaredDocument(args: WireMap): PolicyDocument {
  const version = textOr(args["version"], DEFAULT_VERSION);
  const id = textOr(args["policyId"], "");
  const declared = listOf(args["statements"]).map((statement) => declaredStatement(mapOf(statement), version));
  demandUnique(declared.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid])));
  return { Version: version, ...(id === "" ? {} : { Id: id }), Statement: declared };
}

function declaredStatement(statement: WireMap, version: string): Statement {
  const replaced = (text: string): string => withVariables(text, version);
  const sid = textOr(statement["sid"], "");
  return {
    ...(sid === "" ? {} : { Sid: sid }),
    Effect: textOr(statement["effect"], "Allow"),
    ...element("Action", oneOrReversed(textsOf(statement["actions"]))),
    ...element("NotAction", oneOrReversed(textsOf(statement["notActions"]))),
    ...element("Resource", oneOrReversed(textsOf(statement["resources"]).map(replaced))),
    ...element("NotResource", oneOrReversed(textsOf(statement["notResources"]).map(replaced))),
    ...element("Principal", principalsOf(statement["principals"], replaced)),
    ...element("NotPrincipal", principalsOf(statement["notPrincipals"], replaced)),
    ...element("Condition", conditionsOf(statement["conditions"], replaced)),
  };
}

function element(name: keyof Statement, value: WireValue | undefined): Statement {
  return value === undefined ? {} : { [name]: value };
}

/** `&{aws:username}` stands for `${aws:username}`, which Terraform would read as a variable of its own. */
function withVariables(text: string, version: string): string {
  if (version === VERSION_WITHOUT_VARIABLES && text.includes("&{")) {
    throw new NoDocument();
  }
  return text.replaceAll("&{", "${");
}

/** The provider's sets: without repetition, one item by itself, several in reverse order. */
function oneOrReversed(texts: readonly string[]): WireValue | undefined {
  const [first, ...others] = reversed([...new Set(texts)]);
  return first === undefined ? undefined : others.length === 0 ? first : [first, ...others];
}

function reversed(texts: readonly string[]): readonly string[] {
  return [...texts].sort().reverse();
}

/** A principal of a type: one identifier by itself, or a list. */
type Principal = readonly [type: string, identifiers: string | readonly string[]];

function principalsOf(value: WireValue | undefined, replaced: (text: string) => string): WireValue | undefined {
  return writtenPrincipals(
    listOf(value).map((item): Principal => {
      const { type, identifiers } = mapOf(item);
      const texts = [...new Set(textsOf(identifiers).map(replaced))];
      const [only = ""] = texts;
      return [textOr(type, ""), texts.length === 1 ? only : texts];
    }),
  );
}

/** Everybody is `"*"` by itself, which a trust policy tells from `{"AWS": "*"}`. */
function writtenPrincipals(principals: readonly Principal[]): WireValue | undefined {
  const [[type, identifiers] = [], ...others] = principals;
  if (type === undefined) {
    return undefined;
  }
  if (others.length === 0 && type === "*" && String(identifiers) === "*") {
    return "*";
  }
  const byType = new Map<string, string | readonly string[]>();
  for (const [kind, ids] of principals) {
    const before = byType.get(kind);
    const added = typeof ids === "string" ? ids : reversed(ids);
    byType.set(kind, before === undefined ? added : [before, added].flat());
  }
  return sortedMap(byType);
}

/** A condition: an operator, a key, and the values in the order in which they are given. */
type Condition = readonly [test: string, variable: string, values: readonly string[]];

function conditionsOf(value: WireValue | undefined, replaced: (text: string) => string): WireValue | undefined {
  return writtenConditions(
    listOf(value).map((item): Condition => {
      const { test, variable, values } = mapOf(item);
      return [textOr(test, ""), textOr(variable, ""), textsOf(values).map(replaced)];
    }),
  );
}

function writtenConditions(conditions: readonly Condition[]): WireValue | undefined {
  if (conditions.length === 0) {
    return undefined;
  }
  const byTest = new Map<string, Map<string, readonly string[]>>();
  for (const [test, variable, values] of conditions) {
    const byVariable = byTest.get(test) ?? new Map<string, readonly string[]>();
    byVariable.set(variable, [...(byVariable.get(variable) ?? []), ...values]);
    byTest.set(test, byVariable);
  }
  const single = (values: readonly string[]): WireValue => (values.length === 1 ? (values[0] ?? "") : values);
  return sortedMap(
    [...byTest].map(([test, byVariable]) => [
      test,
      sortedMap([...byVariable].map(([variable, values]) => [variable, single(values)])),
    ]),
  );
}

function sortedMap(entries: Iterable<readonly [string, WireValue]>): WireMap {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A document that is given as text, in the provider's form. */
function parsedDocument(text: WireValue): PolicyDocument {
  if (typeof text !== "string" || text === UNKNOWN_VALUE) {
    throw new NoDocument();
  }
  const document = mapOf(parsedJson(text));
  const version = textOr(document["Version"], "");
  const id = textOr(document["Id"], "");
  const statements = document["Statement"] ?? [];
  if (!isWireList(statements)) {
    throw new NoDocument();
  }
  return {
    ...(version === "" ? {} : { Version: version }),
    ...(id === "" ? {} : { Id: id }),
    Statement: statements.map((statement) => parsedStatement(mapOf(statement))),
  };
}

function parsedJson(text: string): WireValue {
  try {
    return JSON.parse(text) as WireValue; // JSON contains only wire values
  } catch {
    throw new NoDocument();
  }
}

function parsedStatement(statement: WireMap): Statement {
  const asGiven = (name: keyof Statement): Statement => element(name, statement[name] ?? undefined);
  const sid = textOr(statement["Sid"], "");
  const effect = textOr(statement["Effect"], "");
  return {
    ...(sid === "" ? {} : { Sid: sid }),
    ...(effect === "" ? {} : { Effect: effect }),
    ...asGiven("Action"),
    ...asGiven("NotAction"),
    ...asGiven("Resource"),
    ...asGiven("NotResource"),
    ...element("Principal", writtenPrincipals(parsedPrincipals(statement["Principal"]))),
    ...element("NotPrincipal", writtenPrincipals(parsedPrincipals(statement["NotPrincipal"]))),
    ...element("Condition", writtenConditions(parsedConditions(statement["Condition"]))),
  };
}

function parsedPrincipals(value: WireValue | undefined): readonly Principal[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (typeof value === "string") {
    return [["*", "*"]];
  }
  return Object.entries(mapOf(value)).map(([type, identifiers]): Principal => {
    if (typeof identifiers === "string") {
      return [type, identifiers];
    }
    if (!isWireList(identifiers)) {
      throw new NoDocument();
    }
    return [type, textsOf(identifiers)];
  });
}

function parsedConditions(value: WireValue | undefined): readonly Condition[] {
  return Object.entries(mapOf(value ?? {})).flatMap(([test, variables]) =>
    Object.entries(mapOf(variables)).flatMap(([variable, values]): readonly Condition[] => {
      // The provider leaves out a value of any other kind.
      const isRead = typeof values === "string" || typeof values === "boolean" || isWireList(values);
      return isRead ? [[test, variable, isWireList(values) ? textsOf(values) : [String(values)]]] : [];
    }),
  );
}

function listOf(value: WireValue | undefined): readonly WireValue[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!isWireList(value)) {
    throw new NoDocument();
  }
  return value.filter((item) => item !== null);
}

function mapOf(value: WireValue): WireMap {
  if (!isWireMap(value)) {
    throw new NoDocument();
  }
  return value;
}

/** Texts of a list. A text in the place of a list is a placeholder for all of it. */
function textsOf(value: WireValue | undefined): readonly string[] {
  return (typeof value === "string" ? [value] : listOf(value)).map((item) => textOr(item, ""));
}

function textOr(value: WireValue | undefined, otherwise: string): string {
  if (value === undefined || value === null) {
    return otherwise;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value !== "string") {
    throw new NoDocument();
  }
  return value;
}

/** JSON as Go writes it, which escapes what would be markup in a web page. */
function written({ Statement: statements, ...rest }: PolicyDocument, indent: number): string {
  const document = statements.length === 0 ? rest : { ...rest, Statement: statements };
  return JSON.stringify(document, undefined, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
