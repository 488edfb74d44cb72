import type { PropertyMap } from "../properties";
import { type Result, type Results, fail, undecided } from "../result";
import { type ParsedDocument, type Statement, parseDocument } from "./policy-document";

/** A statement with a label by which a reader finds it. */
export interface LabelledStatement {
  readonly statement: Statement;
  readonly label: string;
}

/**
 * Checks a policy document as a whole. An absent document grants nothing that is checked here: KMS then takes its default
 * policy, which is for the account alone.
 */
export function ofDocument(
  properties: PropertyMap,
  property: string,
  check: (statements: readonly LabelledStatement[]) => Results,
): Results {
  const document = parseDocument(properties[property]);
  switch (document.kind) {
    case "absent":
      return [];
    case "unknown":
      return ofPartlyKnown(property, document, check);
    case "unparseable":
      return unreadable(property, document.problem);
    case "document":
      return check(document.statements.map((statement, index) => ({ statement, label: labelOf(statement, index) })));
  }
}

/**
 * What a document fails by whatever its unknown parts turn out to be, every refusal that they may be among them. It passes by nothing: a
 * check may be about just what an unknown part is.
 */
function ofPartlyKnown(
  property: string,
  { statements, places, possible }: Extract<ParsedDocument, { kind: "unknown" }>,
  check: (statements: readonly LabelledStatement[]) => Results,
): Results {
  const known = statements.map((statement, index) => ({
    statement,
    label: labelOf(statement, places[index] ?? index),
  }));
  const refusals = possible
    .filter(({ effect }) => effect === "Deny")
    .map((statement) => ({ statement, label: "an unknown statement" }));
  const told = new Set([check(known)].flat().map(wordsOf));
  const failures = [check([...known, ...refusals])]
    .flat()
    .filter((result) => result.status === "fail" && told.has(wordsOf(result)));
  return failures.length > 0 ? failures : undecided(property);
}

function wordsOf(result: Result): string {
  return "message" in result ? result.message : "";
}

/** Checks every statement of a policy document, each in sight of all. */
export function eachStatement(
  properties: PropertyMap,
  property: string,
  check: (statement: Statement, label: string, all: readonly Statement[]) => Result,
): Results {
  return ofDocument(properties, property, (labelled) => {
    const all = labelled.map(({ statement }) => statement);
    return labelled.map(({ statement, label }) => check(statement, label, all));
  });
}

/** The finding on a document that nobody can read, and so nobody can say what it grants. */
export function unreadable(property: string, problem: string): Result {
  return fail(property, `cannot be read: ${problem}; set it to a JSON policy document`);
}

/** By what a reader finds the statement: its place, and its Sid where it has one. */
export function labelOf({ sid }: Statement, index: number): string {
  return `statement ${index + 1}${sid === undefined ? "" : ` (${sid})`}`;
}
