/** The report for the terminal: resource tree, findings, controls and verdict. */
import { createColors } from "picocolors";
import { configRulesLeftOut, leftOutLine } from "./config-rules-left-out";
import type { VerdictReport } from "./report";
import { decisive, findingsLines, namedFindings } from "./findings-lines";
import { type Colors, findingsTable } from "./findings-table";
import {
  configurationLines,
  controlsLine,
  counted,
  notable,
  openControls,
  passedRules,
  effortLine,
  placeLine,
  summarize,
  verdictLine,
  verifiedLine,
} from "./summary";
import { nameText, oneLine } from "./text";
import { resourceTree } from "./tree";
import { wrap } from "./wrap";

export interface TerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  /** Draws every resource. @default a large tree is folded below the components of the account */
  readonly wholeTree?: boolean | undefined;
  /**
   * `compact`: a line for each finding, without why. `quiet`: the verdict, and what made it fail.
   *
   * @default - whole
   */
  readonly length?: "whole" | "compact" | "quiet" | undefined;
  /** The folder of the report files. @default no files were written */
  readonly reportsFolder?: string;
}

export function terminalReport(report: VerdictReport, options: TerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  return SECTIONS[options.length ?? "whole"](report, width, colors, options)
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

type Sections = (
  report: VerdictReport,
  width: number,
  colors: Colors,
  options: TerminalOptions,
) => readonly (readonly string[])[];

const SECTIONS: Readonly<Record<NonNullable<TerminalOptions["length"]>, Sections>> = {
  whole: (report, width, colors, { wholeTree, reportsFolder }) => [
    tree(report, colors, wholeTree),
    findings(report, width, colors),
    controls(report, width, colors),
    configRulesLeftOut(report.resources).flatMap((region) => wrap(`${leftOutLine(region)}.`, width)),
    verdict(report, width, colors, reportsFolder),
  ],
  compact: (report, width, colors, { reportsFolder }) => [
    findingsLines(
      namedFindings(report.evaluation.findings).filter(({ finding: { result } }) => result !== "pass"),
      colors,
    ),
    verdict(report, width, colors, reportsFolder),
  ],
  quiet: (report, width, colors) => [
    [
      ...(report.verdict === "fail" ? findingsLines(decisive(namedFindings(report.evaluation.findings)), colors) : []),
      ...judgment(report, width, colors),
    ],
  ],
};

function tree({ resources }: VerdictReport, colors: Colors, whole: boolean | undefined): readonly string[] {
  const lines = resourceTree(resources, { whole });
  if (lines.length === 0) {
    return ["No resources are declared."];
  }
  const drawn = lines.map(({ lead, type, name, folded }) => {
    const below = folded === 0 ? "" : ` ${colors.dim(`(${counted(folded, "resource")})`)}`;
    return `${colors.dim(lead)}${type} ${colors.bold(name)}${below}`.trimEnd();
  });
  const isFolded = lines.some(({ folded }) => folded > 0);
  return isFolded ? [...drawn, colors.dim("Folded; --tree draws every resource.")] : drawn;
}

function findings({ evaluation }: VerdictReport, width: number, colors: Colors): readonly string[] {
  const shown = notable(evaluation.findings);
  const passed = passedRules(evaluation.findings).size;
  const passes = passed === 0 ? "No rule passed everywhere." : `${counted(passed, "rule")} passed everywhere.`;
  return [...(shown.length === 0 ? [] : [...findingsTable(shown, width, colors), ""]), passes];
}

function controls(report: VerdictReport, width: number, colors: Colors): readonly string[] {
  const summary = summarize(report);
  if (summary.controls.total === 0) {
    return [];
  }
  const open = openControls(report.controls);
  const idWidth = Math.max(0, ...open.map(({ id }) => nameText(id).length));
  const named = open.flatMap(({ id: whole, title, status }) => {
    const id = nameText(whole);
    const lines = wrap(oneLine(`${title} (${status})`), Math.max(20, width - idWidth - 4));
    return lines.map(
      (text, index) => `  ${index === 0 ? colors.yellow(id.padEnd(idWidth)) : " ".repeat(idWidth)}  ${text}`,
    );
  });
  const line = `${controlsLine(summary)}.${open.length === 0 ? "" : " Not satisfied:"}`;
  return [...wrap(oneLine(line), width), ...named];
}

function verdict(
  report: VerdictReport,
  width: number,
  colors: Colors,
  reportsFolder: string | undefined,
): readonly string[] {
  const read = verifiedLine(report);
  return [
    ...judgment(report, width, colors),
    ...wrap(oneLine(placeLine(report)), width),
    ...(read === undefined ? [] : wrap(oneLine(read), width)),
    ...wrap(oneLine(effortLine(report)), width),
    ...(report.sources ?? []).flatMap(({ what, from }) => wrap(`${what}: ${nameText(from)}`, width)),
    ...configurationLines(report).flatMap((line) => wrap(`${line}.`, width)),
    ...(reportsFolder === undefined ? [] : [`Reports: ${oneLine(reportsFolder)}`]),
    ...furtherLines(report, width, reportsFolder),
  ];
}

function judgment(report: VerdictReport, width: number, colors: Colors): readonly string[] {
  const paint = report.verdict === "pass" ? colors.green : colors.red;
  return wrap(oneLine(verdictLine(report)), width).map((line) => colors.bold(paint(line)));
}

/** By which command a reader of a failure goes on; nothing where no report was written that it could read. */
function furtherLines(
  { verdict: outcome, evaluation }: VerdictReport,
  width: number,
  reportsFolder: string | undefined,
): readonly string[] {
  const [first] = outcome === "fail" ? decisive(namedFindings(evaluation.findings)) : [];
  if (first === undefined || reportsFolder === undefined) {
    return [];
  }
  const out = reportsFolder === DEFAULT_FOLDER ? "" : ` --out ${shellWord(oneLine(reportsFolder))}`;
  return wrap(`Why the first fails, and how to mend it: baseline explain ${first.name}${out}`, width);
}

/** Where `baseline explain` looks for a report unless it is told. */
const DEFAULT_FOLDER = "baseline-report";

/** The text as one word of a command line, whatever it holds. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
