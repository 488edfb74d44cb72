/** Trusted Advisor's recommendations for a terminal: what is not in order with its resources, then the count. */
import { createColors } from "picocolors";
import type { Recommendation, RecommendationStatus } from "../../account/trusted-advisor/recommendations";
import { oneLine } from "../text";
import { wrap } from "../wrap";
import {
  STATUS_WORDS,
  type TrustedAdvisorReport,
  isAccepted,
  placeLine,
  resourcesText,
  updatedText,
  verdictLine,
} from "./report";

export interface TrustedAdvisorTerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  readonly reportsFolder: string;
}

type Colors = ReturnType<typeof createColors>;

const INDENT = "  ";

/** How many resources of a recommendation are shown. */
const SHOWN = 5;

export function trustedAdvisorTerminal(report: TrustedAdvisorReport, options: TrustedAdvisorTerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const paint = isAccepted(report) ? colors.green : colors.red;
  const sections = [
    ...report.recommendations
      .filter(({ status }) => status !== "ok")
      .map((recommendation) => recommendationLines(recommendation, width, colors)),
    [
      ...wrap(verdictLine(report), width).map((line) => colors.bold(paint(line))),
      ...wrap(oneLine(placeLine(report)), width),
      `Reports: ${oneLine(options.reportsFolder)}`,
    ],
  ];
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function recommendationLines(recommendation: Recommendation, width: number, colors: Colors): readonly string[] {
  const { name, status, services, resources } = recommendation;
  const more = resources.length - SHOWN;
  const body = [
    [...services, resourcesText(recommendation), updatedText(recommendation)].join(", "),
    ...resources
      .slice(0, SHOWN)
      .map(({ id, region, excluded }) => [id, region, ...(excluded ? ["excluded"] : [])].join(", ")),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  return [
    `${colors.bold(painted(status, colors)(STATUS_WORDS[status]))}  ${colors.bold(oneLine(name))}`,
    ...body.flatMap((text) => wrap(oneLine(text), width - INDENT.length)).map((line) => `${INDENT}${line}`),
  ];
}

function painted(status: RecommendationStatus, colors: Colors): (text: string) => string {
  return status === "error" ? colors.red : colors.yellow;
}
