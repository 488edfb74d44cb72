import { type Statement, parseDocument } from "../documents";
import { type Judgement, type Judgements, fail, undecided } from "../judgement";
import type { PropertyMap } from "../properties";

/**
 * Judges every statement of a policy document, with a label by which a reader finds it. An absent document grants
 * nothing that is judged here: KMS then takes its default policy, which is for the account alone.
 */
export function judgeStatements(
  properties: PropertyMap,
  property: string,
  judge: (statement: Statement, label: string) => Judgement,
): Judgements {
  const document = parseDocument(properties[property]);
  switch (document.kind) {
    case "absent":
      return [];
    case "unknown":
      return undecided(property);
    case "unparseable":
      return fail(property, `cannot be read: ${document.problem}; it must be a JSON policy document`);
    case "document":
      return document.statements.map((statement, index) => judge(statement, labelOf(statement, index)));
  }
}

function labelOf({ sid }: Statement, index: number): string {
  return `statement ${index + 1}${sid === undefined ? "" : ` (${sid})`}`;
}
