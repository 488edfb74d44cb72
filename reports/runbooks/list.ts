/** The list of runbooks, for a terminal and for scripts. */
import { createColors } from "picocolors";
import { CATEGORIES, type Category, type Runbook } from "../../runbooks/runbook";
import { alignedRows } from "../columns";
import { jsonText } from "../json-text";
import { counted } from "../summary";
import { wrap } from "../wrap";

export interface ListedRunbook extends Pick<Runbook, "question" | "category" | "severity" | "parameters"> {
  readonly id: string;
  readonly controls: readonly string[];
}

export interface ListLook {
  readonly width: number;
  readonly color: boolean;
}

export function runbookList(runbooks: readonly ListedRunbook[], { width, color }: ListLook): string {
  const colors = createColors(color);
  const longest = runbooks.reduce((most, { id }) => Math.max(most, id.length), 0);
  const questionWidth = Math.max(30, Math.max(60, width) - longest - 20);
  const sections = (Object.keys(CATEGORIES) as Category[]) // Object.keys loses the key types
    .map((category) => ({ category, of: runbooks.filter((runbook) => runbook.category === category) }))
    .filter(({ of }) => of.length > 0)
    .map(({ category, of }) => [
      colors.bold(CATEGORIES[category]),
      ...alignedRows(
        of.flatMap(({ id, severity, question }) =>
          wrap(question, questionWidth).map((line, index) =>
            index === 0 ? [`  ${id}`, severity, line] : ["", "", line],
          ),
        ),
      ),
    ]);
  return [
    ...sections.map((lines) => `${lines.join("\n")}\n`),
    `${counted(runbooks.length, "runbook")}. One whole: baseline runbook show ID\n`,
  ].join("\n");
}

export function runbookListJson(runbooks: readonly ListedRunbook[]): string {
  return jsonText({
    runbooks: runbooks.map(({ id, category, severity, question, parameters, controls }) => ({
      id,
      category,
      severity,
      question,
      parameters,
      controls,
    })),
  });
}
