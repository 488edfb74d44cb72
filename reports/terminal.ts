/** What a person sees: the tree of resources, the findings, the controls, the verdict. */
import { createColors } from "picocolors";
import type { VerdictReport } from "./report";
import { type Colours, findingsTable } from "./findings-table";
import {
  controlsLine,
  counted,
  notable,
  openControls,
  passedRules,
  effortLine,
  placeLine,
  summarize,
  verdictLine,
} from "./summary";
import { oneLine } from "./text";
import { resourceTree } from "./tree";
import { wrap } from "./wrap";

export interface TerminalOptions {
  /** Columns of the terminal; less than 60 counts as 60. */
  readonly width: number;
  readonly colour: boolean;
  /** Where the report files lie. @default none was written */
  readonly reportsFolder?: string;
}

export function terminalReport(report: VerdictReport, options: TerminalOptions): string {
  const colours = createColors(options.colour);
  const width = Math.max(60, options.width);
  const sections = [
    tree(report, colours),
    findings(report, width, colours),
    controls(report, width, colours),
    verdict(report, width, colours, options.reportsFolder),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function tree({ resources }: VerdictReport, colours: Colours): readonly string[] {
  const lines = resourceTree(resources);
  if (lines.length === 0) {
    return ["No resource is declared."];
  }
  return lines.map(({ lead, type, name }) => `${colours.dim(lead)}${type} ${colours.bold(name)}`.trimEnd());
}

function findings({ judgement }: VerdictReport, width: number, colours: Colours): readonly string[] {
  const shown = notable(judgement.findings);
  const passed = passedRules(judgement.findings).size;
  const passes = passed === 0 ? "No rule passed everywhere." : `${counted(passed, "rule")} passed everywhere.`;
  return [...(shown.length === 0 ? [] : [...findingsTable(shown, width, colours), ""]), passes];
}

function controls(report: VerdictReport, width: number, colours: Colours): readonly string[] {
  const summary = summarize(report);
  if (summary.controls.total === 0) {
    return [];
  }
  const open = openControls(report.controls);
  const idWidth = Math.max(0, ...open.map(({ id }) => id.length));
  const named = open.flatMap(({ id, title, status }) => {
    const lines = wrap(oneLine(`${title} (${status})`), Math.max(20, width - idWidth - 4));
    return lines.map(
      (text, index) => `  ${index === 0 ? colours.yellow(id.padEnd(idWidth)) : " ".repeat(idWidth)}  ${text}`,
    );
  });
  return [`${controlsLine(summary)}.${open.length === 0 ? "" : " Not satisfied:"}`, ...named];
}

function verdict(
  report: VerdictReport,
  width: number,
  colours: Colours,
  reportsFolder: string | undefined,
): readonly string[] {
  const paint = report.outcome === "pass" ? colours.green : colours.red;
  return [
    ...wrap(oneLine(verdictLine(report)), width).map((line) => colours.bold(paint(line))),
    ...wrap(oneLine(placeLine(report)), width),
    ...wrap(oneLine(effortLine(report)), width),
    ...(reportsFolder === undefined ? [] : [`Reports: ${oneLine(reportsFolder)}`]),
  ];
}
