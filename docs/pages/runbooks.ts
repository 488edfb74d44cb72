/** The list of runbooks, by category. */
import { controlsOf } from "../../controls/runbooks";
import { RUNBOOK_IDS, runbookOf } from "../../runbooks/catalogue";
import { PARAMETERS } from "../../runbooks/parameters";
import { CATEGORIES, type Category } from "../../runbooks/runbook";
import { code, page, table } from "./markdown";

export function renderRunbooks(): string {
  return page(
    "# Runbooks",
    "What to ask the logs, and what to do with the answer. Each runbook is a query with its parameters, how to read a row, the steps to take, and the evidence to keep. The same query runs over a folder of log files, over the archive by Athena and, where its tables are in log groups as well, by CloudWatch Logs Insights.",
    ...(Object.keys(CATEGORIES) as Category[]).flatMap((category) => [
      `## ${CATEGORIES[category]}`,
      table(
        ["Runbook", "Question", "Severity", "Controls"],
        RUNBOOK_IDS.filter((id) => runbookOf(id).category === category).map((id) => [
          `[${id}](runbooks/${id}.md)`,
          runbookOf(id).question,
          runbookOf(id).severity,
          controlsOf(id)
            .map((control) => `[${control}](controls.md#${control.toLowerCase()})`)
            .join(", "),
        ]),
      ),
    ]),
    "## Parameters",
    table(
      ["Parameter", "Meaning", "Default"],
      Object.entries(PARAMETERS).map(([name, parameter]) => [
        code(name),
        parameter.meaning,
        parameter.type === "list" ? `none: ${parameter.none}` : String(parameter.byDefault),
      ]),
    ),
  );
}
