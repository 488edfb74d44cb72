/** The preflight report for the terminal; it ends with the settings to paste. */
import { createColors } from "picocolors";
import { urnParts } from "../../pulumi/stack-state";
import { counted } from "../summary";
import { oneLine, resourceText } from "../text";
import { wrap } from "../wrap";
import { type CollisionGroup, CONSEQUENCES, type PreflightReport, grouped, outcomeOf } from "./report";
import { settingsCommands, settingsYaml, unsetSentence } from "./settings-text";

export interface PreflightTerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  readonly reportsFolder: string;
}

type Colors = ReturnType<typeof createColors>;

const INDENT = "  ";

export function preflightTerminal(report: PreflightReport, options: PreflightTerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const sections = [
    ...grouped(report.collisions).map((group) => collisionLines(group, width, colors)),
    undecidedLines(report, width, colors),
    verdictLines(report, width, colors, options.reportsFolder),
    settingsLines(report),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** How many names of a group are shown. */
const SHOWN = 5;

function collisionLines({ first, all }: CollisionGroup, width: number, colors: Colors): readonly string[] {
  const { consequence, where, what, explanation, otherwise, page } = first;
  const number = all.length === 1 ? "" : ` (${all.length})`;
  const shown = all.slice(0, SHOWN);
  const rest = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const body = [
    ...shown.map(
      ({ declared, observed }) =>
        `${urnParts(declared).name === "" ? "" : `${resourceText(declared)} meets `}${oneLine(observed)}`,
    ),
    ...rest,
    explanation,
    otherwise,
    page,
  ];
  return [
    `${colors.bold(colors.red(consequence.toUpperCase()))}  ${where}  ${colors.bold(oneLine(what))}${number}`,
    ...body.flatMap((text) => wrap(oneLine(text), width - INDENT.length)).map((line) => `${INDENT}${line}`),
  ];
}

function undecidedLines({ undecided }: PreflightReport, width: number, colors: Colors): readonly string[] {
  return undecided.length === 0
    ? []
    : [
        `${colors.bold(colors.yellow("UNDECIDED"))}  what could not be read, or cannot be known beforehand`,
        ...undecided.flatMap(({ what, where, why, action }) => {
          const allow = action === undefined ? "" : ` Allow ${action} to decide it.`;
          return wrap(oneLine(`${what}, ${where}: ${why}${allow}`), width - INDENT.length).map(
            (line) => `${INDENT}${line}`,
          );
        }),
      ];
}

function verdictLines(
  report: PreflightReport,
  width: number,
  colors: Colors,
  reportsFolder: string,
): readonly string[] {
  const paint = outcomeOf(report) === "clear" ? colors.green : colors.red;
  return [
    ...wrap(verdictLine(report), width).map((line) => colors.bold(paint(line))),
    ...wrap(oneLine(placeLine(report)), width),
    ...deployedBefore(report).flatMap((line) => wrap(oneLine(line), width)),
    `Reports: ${oneLine(reportsFolder)}`,
  ];
}

/** The outcome in one line. */
export function verdictLine(report: PreflightReport): string {
  const { collisions, undecided } = report;
  const counts = CONSEQUENCES.map((consequence) => ({
    consequence,
    count: collisions.filter((collision) => collision.consequence === consequence).length,
  })).filter(({ count }) => count > 0);
  const found = counts.map(({ consequence, count }) => `${count} ${NAMES[consequence]}`);
  const open = undecided.length === 0 ? [] : [`${undecided.length} undecided`];
  return outcomeOf(report) === "clear"
    ? ["CLEAR: nothing that was read stands in the way", ...open].join(", ")
    : `COLLISIONS: ${[...found, ...open].join(", ")}`;
}

/** What is counted, after its number. */
const NAMES: Readonly<Record<(typeof CONSEQUENCES)[number], string>> = {
  refused: "refused",
  collides: "colliding",
  limit: "over a limit",
  overwritten: "overwritten",
  missing: "missing",
  "charged twice": "charged twice",
};

export function placeLine({
  project,
  stack,
  account,
  caller,
  regions,
  resources,
  calls,
  elapsedSeconds,
}: PreflightReport): string {
  const read = `${counted(calls, "call")} in ${elapsedSeconds.toFixed(1)} s`;
  return `${project}/${stack}, ${counted(resources, "resource")} to create in account ${account}, ${regions.join(", ")}; read as ${caller}, ${read}`;
}

/** What a stack made before looks like a collision unless it is told apart. */
export function deployedBefore({ stack, collisions, knowsDeployed }: PreflightReport): readonly string[] {
  return collisions.length === 0 || knowsDeployed
    ? []
    : [
        `If this stack has been deployed before, pass what it owns: pulumi stack export --stack ${stack} --file state.json, then --state state.json`,
      ];
}

function settingsLines(report: PreflightReport): readonly string[] {
  if (Object.keys(report.settings).length === 0) {
    return [];
  }
  return [
    "By commands:",
    "",
    ...settingsCommands(report),
    "",
    `Or in Pulumi.${report.stack}.yaml:`,
    ...unsetSentence(report),
    "",
    ...settingsYaml(report),
  ];
}
