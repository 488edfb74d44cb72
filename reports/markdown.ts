/** A comment for a pull request, in GitHub's Markdown. */
import type { Finding } from "../gate/finding";
import { markdownCode, markdownRow, markdownText } from "./markdown-text";
import type { ReportedControl, VerdictReport } from "./report";
import {
  controlsLine,
  openControls,
  counted,
  effortLine,
  notable,
  passedRules,
  placeLine,
  summarize,
  verdictLine,
} from "./summary";
import { resourceText, sourceText } from "./text";

export interface MarkdownOptions {
  /**
   * Characters that the tables may take together; rows that no longer fit are counted in the last line of their table.
   * GitHub refuses a comment of more than 65,536 characters.
   * @default 60000
   */
  readonly room?: number;
}

/** A cell tells the beginning of a longer message; the other reports have the whole. */
const LONGEST_MESSAGE = 600;

export function markdownReport(report: VerdictReport, options: MarkdownOptions = {}): string {
  const room = new Room(options.room ?? 60_000);
  const sections = [
    `## ${verdictMark(report)} ${markdownText(verdictLine(report))}\n`,
    `${markdownText(placeLine(report))}. ${markdownText(effortLine(report))}.\n`,
    findingsTable(notable(report.judgement.findings), room),
    controls(report, room),
    passes(report, room),
  ];
  return sections.filter((section) => section !== "").join("\n");
}

function verdictMark({ outcome }: VerdictReport): string {
  return outcome === "pass" ? "✅" : "❌";
}

/** What is left of the room that the tables share. */
class Room {
  constructor(private left: number) {}

  /** The rows that fit, then how many do not. */
  rows(rows: readonly string[]): string {
    const fitting: string[] = [];
    for (const row of rows) {
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

const FINDING_HEAD = ["Verdict", "Severity", "Rule", "Resource", "Finding", "Source"];

function findingsTable(findings: readonly Finding[], room: Room): string {
  return findings.length === 0 ? "" : table(FINDING_HEAD, findings.map(findingRow), room);
}

function findingRow({ verdict, level, severity, rule, urn, property, message, source }: Finding): string {
  return markdownRow([
    verdict === "fail" ? `**${level} failure**` : verdict,
    severity,
    markdownCode(rule),
    markdownCode(resourceText(urn)),
    [...(property === undefined ? [] : [`${markdownCode(property)}:`]), markdownText(beginning(message))].join(" "),
    markdownCode(sourceText(source)),
  ]);
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
  const rows =
    open.length === 0 ? "" : `\n${table(["Control", "Title", "Status", "Clauses"], open.map(controlRow), room)}`;
  return `**${controlsLine(summary)}**\n${rows}`;
}

function controlRow({ id, title, status, clauses }: ReportedControl): string {
  const names = clauses.map(({ framework, version, clause }) => `${framework} ${version} ${clause}`);
  return markdownRow([markdownCode(id), markdownText(title), markdownText(status), markdownText(names.join("; "))]);
}

function passes({ judgement }: VerdictReport, room: Room): string {
  const passed = [...passedRules(judgement.findings)];
  if (passed.length === 0) {
    return "";
  }
  const rows = passed.map(([rule, resources]) => markdownRow([markdownCode(rule), String(resources)]));
  const head = `<details>\n<summary>${counted(passed.length, "rule")} passed everywhere</summary>\n\n`;
  return `${head}${table(["Rule", "Passes"], rows, room)}\n</details>\n`;
}
