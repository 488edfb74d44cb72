import type { PropertyMap } from "../properties";
import { type Result, type Results, fail, undecided } from "../result";
import { type Statement, parseDocument } from "./policy-document";

/**
 * Checks every statement of a policy document, with a label by which a reader finds it. An absent document grants
 * nothing that is checked here: KMS then takes its default policy, which is for the account alone.
 */
export function eachStatement(
  properties: PropertyMap,
  property: string,
  check: (statement: Statement, label: string) => Result,
): Results {
  const document = parseDocument(properties[property]);
  switch (document.kind) {
    case "absent":
      return [];
    case "unknown":
      return undecided(property);
    case "unparseable":
      return unreadable(property, document.problem);
    case "document":
      return document.statements.map((statement, index) => check(statement, labelOf(statement, index)));
  }
}

/** The finding on a document that nobody can read, and so nobody can say what it grants. */
export function unreadable(property: string, problem: string): Result {
  return fail(property, `cannot be read: ${problem}; set it to a JSON policy document`);
}

/** By what a reader finds the statement: its place, and its Sid where it has one. */
export function labelOf({ sid }: Statement, index: number): string {
  return `statement ${index + 1}${sid === undefined ? "" : ` (${sid})`}`;
}
