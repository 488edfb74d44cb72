/** The cost for a terminal. */
import { createColors } from "picocolors";
import type { CostLine } from "../cost/estimate";
import { alignedRows, BETWEEN } from "./columns";
import {
  confirmationText,
  type CostReport,
  driverText,
  LEFT_OUT,
  money,
  MONTHS,
  priceText,
  quantityText,
  whatText,
} from "./cost-report";
import { placeLine } from "./summary";
import type { TerminalOptions } from "./terminal";
import { oneLine } from "./text";
import { textWidth, wrap } from "./wrap";

/** The share of the width left by the narrow columns that goes to what is counted. */
const WHAT_SHARE = 0.56;

export function costTerminalReport(report: CostReport, options: TerminalOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(60, options.width);
  const { lines, services, total, warnings, profile } = report.estimate;
  const dollars = [...lines, ...services, { usd: total }].flatMap(({ usd }) => [money(usd.month1), money(usd.steady)]);
  const figures = Math.max(...dollars.map(textWidth), ...Object.values(MONTHS).map(textWidth));
  const regions = Math.max("Region".length, ...lines.map(({ region }) => textWidth(region)));
  const rest = width - 2 * figures - regions - 4 * BETWEEN - 1;
  const what = Math.floor(rest * WHAT_SHARE);

  const row = (line: CostLine): readonly (readonly string[])[] =>
    cells([
      [money(line.usd.month1).padStart(figures)],
      [money(line.usd.steady).padStart(figures)],
      [...wrap(oneLine(whatText(line)), what), ...wrap(oneLine(driverText(line)), what).map((text) => dimmed(text))],
      [oneLine(line.region)],
      [...wrap(oneLine(quantityText(line)), rest - what), ...wrap(priceText(line), rest - what)],
    ]);
  const dimmed = (text: string): string => (text === "" ? "" : colors.dim(text));
  const heading = (title: string, usd: { readonly month1: number; readonly steady: number }): readonly string[] => [
    colors.bold(money(usd.month1).padStart(figures)),
    colors.bold(money(usd.steady).padStart(figures)),
    colors.bold(title),
    "",
    "",
  ];
  const head = [...Object.values(MONTHS).map((title) => title.padStart(figures)), "What", "Region", "Quantity"];
  const rows = [
    head.map((title) => colors.bold(title)),
    ...services.flatMap(({ service, usd }) => [
      heading(service, usd),
      ...lines.filter((line) => line.service === service).flatMap(row),
    ]),
    heading("Total", total),
  ];
  const notes = [
    ...warnings.flatMap((warning) => wrap(`WARN ${oneLine(warning)}`, width).map((text) => colors.yellow(text))),
    ...[confirmationText(report.estimate), LEFT_OUT].flatMap((note) => wrap(note, width)),
  ];
  const sections = [
    alignedRows(rows),
    notes,
    [
      `${money(total.month1)} US dollars in the first month, ${money(total.steady)} in a month when as much expires as arrives`,
      `${placeLine(report)}, volumes of the profile ${profile}`,
      ...(options.reportsFolder === undefined ? [] : [`Reports: ${options.reportsFolder}`]),
    ].flatMap((line) => wrap(oneLine(line), width)),
  ];
  return sections.map((section) => `${section.join("\n")}\n`).join("\n");
}

function cells(columns: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => columns.map((lines) => lines[index] ?? ""));
}
