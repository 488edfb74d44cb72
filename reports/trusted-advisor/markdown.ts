/** Trusted Advisor's recommendations as Markdown. */
import { markdownCode, markdownRow, markdownText } from "../markdown-text";
import { STATUS_WORDS, type TrustedAdvisorReport, placeLine, resourcesText, updatedText, verdictLine } from "./report";

const HEAD = ["Status", "Recommendation", "Services", "Resources", "Refreshed"];

export function trustedAdvisorMarkdown(report: TrustedAdvisorReport): string {
  const rows = report.recommendations.map((recommendation) => {
    const resources = recommendation.resources.map(
      ({ id, region, excluded }) => `${markdownCode(id)} ${region}${excluded ? " (excluded)" : ""}`,
    );
    return markdownRow([
      STATUS_WORDS[recommendation.status],
      markdownText(recommendation.name),
      markdownText(recommendation.services.join(", ")),
      [resourcesText(recommendation), ...resources].join("<br>"),
      updatedText(recommendation),
    ]);
  });
  return [
    `## ${markdownText(verdictLine(report))}\n`,
    `${markdownText(placeLine(report))}\n`,
    ...(rows.length === 0 ? [] : [[markdownRow(HEAD), markdownRow(HEAD.map(() => "---")), ...rows].join("")]),
  ].join("\n");
}
