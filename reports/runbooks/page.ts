/** One runbook, and the list of all, as Markdown: for the documentation and for `baseline runbook show`. */
import { controlsOf } from "../../controls/runbooks";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS, type ParameterName, PARAMETERS } from "../../runbooks/parameters";
import { insightsOf } from "../../runbooks/queries/insights";
import { sqlOf } from "../../runbooks/queries/sql";
import { RESPONSE_IDS, responseOf } from "../../runbooks/responses";
import { CATEGORIES } from "../../runbooks/runbook";
import { markdownRow } from "../markdown-text";
import { stepText } from "./run-report";

/** A runbook's page. */
export function runbookPage(id: RunbookId): string {
  const { question, category, severity, days, parameters, query, reading, response, keep } = runbookOf(id);
  const asked = query(DEFAULTS);
  const controls = controlsOf(id);
  const insights = insightsOf(asked);
  return [
    `# ${id}`,
    question,
    `${CATEGORIES[category]}, severity ${severity}. It answers ${controls.join(", ")}.`,
    ["```console", `$ baseline runbook run ${id} --logs FOLDER`, "```"].join("\n"),
    "## How to read the answer",
    reading,
    "## What to do",
    response.map((step, index) => `${index + 1}. ${sentence(stepText(step))}`).join("\n"),
    ...responses(id),
    "## Evidence to keep",
    keep.map((item) => `- ${item}`).join("\n"),
    ...(parameters.length === 0 ? [] : ["## Parameters", parameterTable(parameters)]),
    "## The query",
    `It reads ${asked.tables.map((table) => `\`${table}\``).join(", ")}. DuckDB runs it over files, and Athena over the archive${asked.tables.includes("log_file_integrity") ? ", which has no such table: files only" : `, where it looks ${days} days back by default`}:`,
    ["```sql", sqlOf(asked, { kind: "days", days }, asked.tables), "```"].join("\n"),
    ...(insights === undefined ? [] : ["CloudWatch Logs Insights:", ["```", insights.text, "```"].join("\n")]),
  ].join("\n\n");
}

/** What the account does when somebody asks it to. */
function responses(id: RunbookId): readonly string[] {
  const answering = RESPONSE_IDS.map(responseOf).filter(({ answers }) => answers.includes(id));
  return answering.length === 0
    ? []
    : [
        "Where the setting `responseAutomation` names who approves, Systems Manager does this, by a dry run first:",
        answering.map(({ description }) => `- ${description}`).join("\n"),
      ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function parameterTable(names: readonly ParameterName[]): string {
  return [
    markdownRow(["Parameter", "Meaning", "Default"]),
    markdownRow(["---", "---", "---"]),
    ...names.map((name) => {
      const parameter = PARAMETERS[name];
      return markdownRow([
        `\`${name}\``,
        parameter.meaning,
        parameter.type === "list" ? `none: ${parameter.none}` : String(parameter.byDefault),
      ]);
    }),
  ].join("");
}
