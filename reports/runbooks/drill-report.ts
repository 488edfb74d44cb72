/** What runbooks reconstructed of a drill, as a timeline for people and as data for scripts. */
import { createColors } from "picocolors";
import { EVENT_ID, type Row } from "../../query/answer";
import { isPassed, type Reconstructed, type Rehearsed } from "../../query/drills/rehearsal";
import type { DrillName } from "../../runbooks/drills/drills";
import type { Drill } from "../../runbooks/drills/drill";
import { jsonText } from "../json-text";
import { counted } from "../summary";
import { cut, oneLine } from "../text";
import { wrap } from "../wrap";
import { xmlText } from "../xml";
import { cellText } from "./run-report";

export interface DrillReport {
  readonly name: DrillName;
  readonly drill: Pick<Drill, "title" | "story">;
  readonly rehearsals: readonly Rehearsed[];
}

export function allPassed(reports: readonly DrillReport[]): boolean {
  return reports.every(({ rehearsals }) => rehearsals.every(isPassed));
}

function stateOf({ row, excused }: Reconstructed): "known" | "not kept" | "MISSING" | "UNEXPECTED" {
  if (row !== undefined) {
    return excused === undefined ? "known" : "UNEXPECTED";
  }
  return excused === undefined ? "MISSING" : "not kept";
}

const TIMES = ["time", "eventtime", "timestamp", "configurationitemcapturetime", "earliest", "hour"];
const LONGEST_CELL = 300;

function timeOf(row: Row): string {
  return TIMES.map((column) => cellText(row[column])).find((text) => text !== "") ?? "";
}

function detailOf(row: Row): string {
  return Object.entries(row)
    .filter(([column, value]) => !TIMES.includes(column) && column !== EVENT_ID && cellText(value) !== "")
    .map(([column, value]) => `${column}: ${cut(oneLine(cellText(value)), LONGEST_CELL)}`)
    .join(", ");
}

/** In the order of time; what is not known comes last. */
function timeline({ elements }: Rehearsed): readonly Reconstructed[] {
  const time = ({ row }: Reconstructed): string => (row === undefined ? "~" : timeOf(row));
  return [...elements].sort((one, other) => (time(one) < time(other) ? -1 : time(one) > time(other) ? 1 : 0));
}

export interface DrillLook {
  readonly width: number;
  readonly color: boolean;
  readonly reportsFolder: string;
}

export function drillTerminal(reports: readonly DrillReport[], { width, color, reportsFolder }: DrillLook): string {
  const colors = createColors(color);
  const columns = Math.max(60, width);
  const indented = (text: string, indent: string): readonly string[] =>
    wrap(text, columns - indent.length).map((line) => `${indent}${line}`);
  const sections = reports.flatMap(({ name, drill, rehearsals }) => [
    [colors.bold(`${name}: ${drill.title}`), ...indented(drill.story, "  ")],
    ...rehearsals.map((rehearsed) => [
      colors.bold(`  Content mode ${rehearsed.mode}: ${isPassed(rehearsed) ? "PASS" : "FAIL"}`),
      ...timeline(rehearsed).flatMap((element) => {
        const { what, runbook, row, excused } = element;
        const head = `${row === undefined ? stateOf(element) : timeOf(row)}  ${what}  (${runbook})`;
        return [
          ...indented(head, "    "),
          ...indented(row === undefined ? (excused ?? "No runbook shows it.") : detailOf(row), "      "),
        ];
      }),
    ]),
  ]);
  const held = reports.reduce((sum, { rehearsals }) => sum + rehearsals.length, 0);
  return [
    ...sections.map((lines) => `${lines.join("\n")}\n`),
    `${allPassed(reports) ? "PASS" : "FAIL"}: ${counted(reports.length, "drill")}, ${counted(held, "rehearsal")}\nReports: ${oneLine(reportsFolder)}\n`,
  ].join("\n");
}

export function drillJson(reports: readonly DrillReport[]): string {
  return jsonText({
    passed: allPassed(reports),
    drills: reports.map(({ name, drill, rehearsals }) => ({
      name,
      title: drill.title,
      rehearsals: rehearsals.map((rehearsed) => ({
        mode: rehearsed.mode,
        passed: isPassed(rehearsed),
        elements: rehearsed.elements.map((element) => ({
          what: element.what,
          runbook: element.runbook,
          state: stateOf(element),
          because: element.excused ?? null,
          row: element.row ?? null,
        })),
      })),
    })),
  });
}

const STYLE =
  "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}" +
  "ol{list-style:none;border-left:3px solid #7a8aa0;padding-left:1rem}li{margin:.6rem 0}" +
  "time{font-family:monospace;margin-right:.6rem}.not{color:#8a4b00}.bad{color:#a00000;font-weight:bold}small{color:#444;display:block;overflow-wrap:anywhere}";

/** A page of its own: without scripts, and without anything from elsewhere. */
export function drillHtml(reports: readonly DrillReport[]): string {
  const body = reports.map(({ drill, rehearsals }) =>
    [
      `<h2>${xmlText(drill.title)}</h2><p>${xmlText(drill.story)}</p>`,
      ...rehearsals.map(
        (rehearsed) =>
          `<h3>Content mode ${rehearsed.mode}: ${isPassed(rehearsed) ? "PASS" : "FAIL"}</h3><ol>${timeline(rehearsed).map(itemHtml).join("")}</ol>`,
      ),
    ].join("\n"),
  );
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Incident drill</title><style>${STYLE}</style></head><body><h1>Incident drill: ${allPassed(reports) ? "PASS" : "FAIL"}</h1>\n${body.join("\n")}\n</body></html>\n`;
}

function itemHtml(element: Reconstructed): string {
  const { what, runbook, row, excused } = element;
  const state = stateOf(element);
  if (row === undefined) {
    return `<li class="${state === "MISSING" ? "bad" : "not"}">${state}: ${xmlText(what)} <small>${xmlText(excused ?? "No runbook shows it.")} (${xmlText(runbook)})</small></li>`;
  }
  return `<li><time>${xmlText(timeOf(row))}</time>${xmlText(what)} <small>${xmlText(detailOf(row))} (${xmlText(runbook)})</small></li>`;
}
