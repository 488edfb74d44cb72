/** The access review as Markdown. */
import { markdownCode, markdownRow, markdownText } from "../markdown-text";
import { type AccessReviewReport, LIMITS, groupsOf, lastUsedText, storesText } from "./report";
import { placeLine, verdictLine } from "./terminal";

const HEAD = ["Who", "Last used", "May", "What", "By", "Taken on by"];

export function accessReviewMarkdown(report: AccessReviewReport): string {
  const rows = groupsOf(report.review).map((group) =>
    markdownRow([
      markdownCode(group.holder.id),
      lastUsedText(group.holder),
      markdownText(group.may),
      markdownText(storesText(group)),
      group.by.map(markdownCode).join(", "),
      group.holder.trusts.map(markdownCode).join(", "),
    ]),
  );
  const open = report.review.notReviewed.map(
    ({ what, region, why }) => `- ${markdownText(`${what}, ${region}: ${why}`)}\n`,
  );
  const blocks = [
    `## ${markdownText(verdictLine(report))}\n`,
    `${markdownText(placeLine(report))}\n`,
    rows.length === 0 ? "" : [markdownRow(HEAD), markdownRow(HEAD.map(() => "---")), ...rows].join(""),
    open.length === 0 ? "" : `Not reviewed:\n\n${open.join("")}`,
    LIMITS.map((limit) => `- ${markdownText(limit)}\n`).join(""),
  ];
  return blocks.filter((block) => block !== "").join("\n");
}
