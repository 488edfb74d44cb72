/** The access review for a terminal: who may do what, then what was not reviewed, then the count. */
import { createColors } from "picocolors";
import { counted } from "../summary";
import { oneLine } from "../text";
import { wrap } from "../wrap";
import {
  type AccessGroup,
  type AccessReviewReport,
  CONCERNS,
  CONCERN_TEXTS,
  LIMITS,
  concernsOf,
  groupsOf,
  isAccepted,
  isUnused,
  lastUsedText,
  storesText,
} from "./report";

export interface AccessReviewTerminalOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
  readonly reportsFolder: string;
}

type Colors = ReturnType<typeof createColors>;

const INDENT = "  ";

export function accessReviewTerminal(report: AccessReviewReport, options: AccessReviewTerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const groups = groupsOf(report.review);
  const sections = [
    ...report.review.holders.map((holder) =>
      holderLines(
        report,
        groups.filter((group) => group.holder === holder),
        width,
        colors,
      ),
    ),
    notReviewedLines(report, width, colors),
    LIMITS.flatMap((limit) => wrap(limit, width)).map((line) => colors.dim(line)),
    verdictLines(report, width, colors, options.reportsFolder),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function holderLines(
  { at, unusedDays }: AccessReviewReport,
  groups: readonly AccessGroup[],
  width: number,
  colors: Colors,
): readonly string[] {
  const [first] = groups;
  if (first === undefined) {
    return [];
  }
  const { holder } = first;
  const notes = [
    ...(holder.outside ? [colors.red("OUTSIDE")] : []),
    ...(isUnused(holder, at, unusedDays) ? [colors.yellow("UNUSED")] : []),
  ];
  const used = holder.lastUsed === undefined ? [] : [`last used: ${lastUsedText(holder)}`];
  const trusts = holder.trusts.length === 0 ? [] : [`taken on by ${holder.trusts.join(", ")}`];
  return [
    [...notes, holder.kind, colors.bold(oneLine(holder.id))].join("  "),
    ...[
      ...(used.length + trusts.length === 0 ? [] : [[...used, ...trusts].join("; ")]),
      ...groups.map((group) => `${group.may}: ${storesText(group)}; by ${group.by.join(", ")}`),
    ]
      .flatMap((text) => wrap(oneLine(text), width - INDENT.length))
      .map((line) => `${INDENT}${line}`),
  ];
}

function notReviewedLines({ review }: AccessReviewReport, width: number, colors: Colors): readonly string[] {
  return review.notReviewed.length === 0
    ? []
    : [
        `${colors.bold(colors.yellow("NOT REVIEWED"))}  what could not be read`,
        ...review.notReviewed
          .flatMap(({ what, region, why }) => wrap(oneLine(`${what}, ${region}: ${why}`), width - INDENT.length))
          .map((line) => `${INDENT}${line}`),
      ];
}

function verdictLines(
  report: AccessReviewReport,
  width: number,
  colors: Colors,
  reportsFolder: string,
): readonly string[] {
  const paint = isAccepted(report) ? colors.green : colors.red;
  return [
    ...wrap(verdictLine(report), width).map((line) => colors.bold(paint(line))),
    ...wrap(oneLine(placeLine(report)), width),
    `Reports: ${oneLine(reportsFolder)}`,
  ];
}

/** The outcome in one line: `REVIEWED: 12 readers of 34 stores, 1 may unmask`. */
export function verdictLine(report: AccessReviewReport): string {
  const { holders, stores } = report.review;
  const found = concernsOf(report);
  const counts = CONCERNS.filter((concern) => found[concern] > 0).map(
    (concern) => `${found[concern]} ${CONCERN_TEXTS[concern]}`,
  );
  const failing = report.failOn.filter((concern) => found[concern] > 0);
  const word = failing.length === 0 ? "REVIEWED" : `FAIL (${failing.join(", ")})`;
  return [`${word}: ${counted(holders.length, "reader")} of ${counted(stores.length, "store")}`, ...counts].join(", ");
}

export function placeLine({ project, stack, account, caller, at, unusedDays, review }: AccessReviewReport): string {
  return `${project}/${stack}, account ${account} with ${counted(review.identities, "role or user", "roles and users")}, read as ${caller} at ${at}; unused is what AWS knows no use of for ${unusedDays} days`;
}
