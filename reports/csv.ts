/**
 * `controls.csv`, for the auditor's spreadsheet: one line for each clause of each control.
 *
 * Quoting: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180. A spreadsheet evaluates cells that start like a formula,
 * so these get a leading apostrophe: https://owasp.org/www-community/attacks/CSV_Injection.
 */
import { withoutLogCommands } from "./log-commands";
import type { ReportedClause, ReportedControl, VerdictReport, Verified } from "./report";
import { configurationLines } from "./summary";
import { oneLine } from "./text";

type Row = (
  control: ReportedControl,
  clause: ReportedClause | undefined,
  verified: Verified | undefined,
  configured: readonly string[],
) => string;

const COLUMNS: Readonly<Record<string, Row>> = {
  control: ({ id }) => id,
  title: ({ title }) => title,
  framework: (_, clause) => (clause === undefined ? "" : `${clause.framework} ${clause.version}`.trim()),
  clause: (_, clause) => clause?.clause ?? "",
  status: ({ status }) => status,
  rules: ({ rules }) => joined(rules),
  components: ({ components }) => joined(components),
  "config rules": ({ configRules }) => joined(configRules),
  alarms: ({ alarms }) => joined(alarms),
  checks: ({ checks }) => joined(checks),
  failures: ({ failures }) => joined(failures),
  account: (_, __, verified) => verified?.accountId ?? "",
  "read at": (_, __, verified) => verified?.at ?? "",
  "read by": (_, __, verified) => verified?.caller ?? "",
  configuration: (_, __, ___, configured) => joined(configured),
};

export function csvReport(report: VerdictReport): string {
  const { controls, verified } = report;
  const configured = configurationLines(report);
  const rows = controls.flatMap((control) => {
    const clauses = control.clauses.length === 0 ? [undefined] : control.clauses;
    return clauses.map((clause) => Object.values(COLUMNS).map((value) => value(control, clause, verified, configured)));
  });
  return csvLines([Object.keys(COLUMNS), ...rows]);
}

function joined(values: readonly string[]): string {
  return values.join("; ");
}

/** The rows, each on one line of its own. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return withoutLogCommands(rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join(""));
}

/**
 * Where a cell begins: also after a separator, because many spreadsheets have another one than the file. Some also
 * interpret the full-width forms.
 */
const FORMULA_START = /(^|[,;]["'\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** One cell on one line, never a formula and quoted if necessary. */
export function csvCell(text: string): string {
  const harmless = oneLine(text, Infinity).replace(FORMULA_START, "$1'");
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
