/** A comment for a pull request, in GitHub's Markdown. */
import type { Finding } from "../gate/finding";
import { configRulesLeftOut, leftOutLine, type RulesLeftOut } from "./config-rules-left-out";
import { markdownCode, markdownRow, markdownText } from "./markdown-text";
import type { ReportedControl, VerdictReport } from "./report";
import {
  configurationLines,
  controlsLine,
  openControls,
  counted,
  effortLine,
  notable,
  passedRules,
  placeLine,
  summarize,
  verdictLine,
  verifiedLine,
} from "./summary";
import { findingText, resourceText, resultLabel, sourceText, stopsDeployment } from "./text";

export interface MarkdownOptions {
  /**
   * Maximum number of rows of a table. Failures come first, and the last line counts the rest.
   * @default 25
   */
  readonly rows?: number;
  /**
   * Maximum number of characters for all tables. The last line of a table counts the rows that do not fit.
   * GitHub rejects comments of more than 65,536 characters.
   * @default 60000
   */
  readonly room?: number;
}

/** A cell shows only the start of a longer message. The other reports contain all of it. */
const LONGEST_MESSAGE = 300;

export function markdownReport(report: VerdictReport, options: MarkdownOptions = {}): string {
  const room = new Room(options.room ?? 60_000, options.rows ?? 25);
  const read = verifiedLine(report);
  const circumstances = [placeLine(report), ...(read === undefined ? [] : [read]), effortLine(report)];
  const sections = [
    `## ${verdictMark(report)} ${markdownText(verdictLine(report))}\n`,
    `${circumstances.map((line) => `${markdownText(line)}.`).join(" ")}\n`,
    findingsTable(notable(report.evaluation.findings), room),
    controls(report, room),
    ...configRulesLeftOut(report.resources).map((region) => leftOut(region, room)),
    passes(report, room),
    configuration(report, room),
  ];
  return sections.filter((section) => section !== "").join("\n");
}

function verdictMark({ verdict }: VerdictReport): string {
  return { pass: "✅", fail: "❌", "not-checked": "⚠️" }[verdict];
}

/** The remaining characters that the tables share, and the rows that each may have. */
class Room {
  constructor(
    private left: number,
    private readonly most: number,
  ) {}

  /** The rows that fit, followed by the number of rows that do not. */
  rows(rows: readonly string[]): string {
    const fitting: string[] = [];
    for (const row of rows.slice(0, this.most)) {
      if (row.length > this.left) {
        break;
      }
      this.left -= row.length;
      fitting.push(row);
    }
    const cut = rows.length - fitting.length;
    return `${fitting.join("")}${cut === 0 ? "" : `\n${cut} more: see the other reports.\n`}`;
  }
}

function table(head: readonly string[], rows: readonly string[], room: Room): string {
  return `${markdownRow(head)}${markdownRow(head.map(() => "---"))}${room.rows(rows)}`;
}

/** Few columns, so that a comment shows them without scrolling. */
const FINDING_HEAD = ["Result", "Severity", "Rule and resource", "Finding"];

function findingsTable(findings: readonly Finding[], room: Room): string {
  return findings.length === 0 ? "" : table(FINDING_HEAD, findings.map(findingRow), room);
}

function findingRow(finding: Finding): string {
  const { severity, rule, urn, source } = finding;
  return markdownRow([
    stopsDeployment(finding) ? `**${resultLabel(finding)}**` : resultLabel(finding),
    severity,
    lines(markdownCode(rule), markdownCode(resourceText(urn))),
    lines(markdownText(beginning(findingText(finding))), markdownCode(sourceText(source))),
  ]);
}

/** Several lines of one cell. */
function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("<br>");
}

function beginning(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}...`;
}

function controls(report: VerdictReport, room: Room): string {
  const summary = summarize(report);
  const open = openControls(report.controls);
  if (summary.controls.total === 0) {
    return "";
  }
  const rows = table(["Control", "Title", "Status", "Clauses"], open.map(controlRow), room);
  const folded = `\n<details>\n<summary>${counted(open.length, "open control")}</summary>\n\n${rows}\n</details>\n`;
  return `**${controlsLine(summary)}**\n${open.length === 0 ? "" : folded}`;
}

function controlRow({ id, title, status, clauses }: ReportedControl): string {
  const names = clauses.map(({ framework, version, clause }) => `${framework} ${version} ${clause}`);
  return markdownRow([markdownCode(id), markdownText(title), markdownText(status), markdownText(names.join("; "))]);
}

function leftOut(region: RulesLeftOut, room: Room): string {
  const rows = region.rules.map((rule) => markdownRow([markdownCode(rule)]));
  const head = `<details>\n<summary>${markdownText(leftOutLine(region))}</summary>\n\n`;
  return `${head}${table(["AWS Config rule"], rows, room)}\n</details>\n`;
}

function configuration(report: VerdictReport, room: Room): string {
  const rows = configurationLines(report).map((line) => markdownRow([markdownText(line)]));
  return rows.length === 0 ? "" : table(["Configuration"], rows, room);
}

function passes({ evaluation }: VerdictReport, room: Room): string {
  const passed = [...passedRules(evaluation.findings)];
  if (passed.length === 0) {
    return "";
  }
  const rows = passed.map(([rule, resources]) => markdownRow([markdownCode(rule), String(resources)]));
  const head = `<details>\n<summary>${counted(passed.length, "rule")} passed everywhere</summary>\n\n`;
  return `${head}${table(["Rule", "Passes"], rows, room)}\n</details>\n`;
}
