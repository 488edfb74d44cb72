/** The cost as a comment for a pull request, in GitHub's Markdown. */
import type { CostLine } from "../cost/estimate";
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
import { markdownRow, markdownText } from "./markdown-text";
import { placeLine } from "./summary";

const HEAD = ["Service", "What", "Region", "Quantity", "Price", MONTHS.month1, MONTHS.steady, "Driver and bound"];

export function costMarkdownReport(report: CostReport): string {
  const { lines, services, total, warnings } = report.estimate;
  const sections = [
    `## ${money(total.month1)} US dollars in the first month, ${money(total.steady)} later\n`,
    `${markdownText(placeLine(report))}.\n`,
    [
      markdownRow(["Service", MONTHS.month1, MONTHS.steady]),
      markdownRow(["---", "---:", "---:"]),
      ...services.map(({ service, usd }) => markdownRow([service, money(usd.month1), money(usd.steady)])),
    ].join(""),
    [
      markdownRow(HEAD),
      markdownRow(HEAD.map((title) => (Object.values<string>(MONTHS).includes(title) ? "---:" : "---"))),
      ...lines.map(row),
    ].join(""),
    [...warnings, confirmationText(report.estimate), LEFT_OUT].map((note) => `- ${markdownText(note)}\n`).join(""),
  ];
  return sections.join("\n");
}

function row(line: CostLine): string {
  const texts = [line.service, whatText(line), line.region, quantityText(line), priceText(line)];
  return markdownRow([
    ...texts.map(markdownText),
    money(line.usd.month1),
    money(line.usd.steady),
    markdownText(driverText(line)),
  ]);
}
