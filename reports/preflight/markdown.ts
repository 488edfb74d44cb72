/** The preflight report as Markdown, for a comment on a pull request. */
import { markdownCode, markdownRow, markdownText } from "../markdown-text";
import { resourceText } from "../text";
import { type PreflightReport, inOrder } from "./report";
import { settingsYaml, unsetSentence } from "./settings-text";
import { deployedBefore, placeLine, verdictLine } from "./terminal";

export function preflightMarkdown(report: PreflightReport): string {
  const blocks = [
    `## ${markdownText(verdictLine(report))}\n`,
    [placeLine(report), ...deployedBefore(report)].map((line) => `${markdownText(line)}\n`).join("\n"),
    collisions(report),
    undecided(report),
    settings(report),
  ];
  return blocks.filter((block) => block !== "").join("\n");
}

function collisions(report: PreflightReport): string {
  const rows = inOrder(report.collisions).map(
    ({ consequence, where, what, declared, observed, explanation, otherwise }) =>
      markdownRow([
        consequence,
        where,
        `${markdownText(what)}<br>${markdownCode(resourceText(declared))}`,
        markdownCode(observed),
        markdownText(`${explanation} ${otherwise}`),
      ]),
  );
  return rows.length === 0
    ? ""
    : [
        markdownRow(["Consequence", "Where", "What is declared", "What is there", "Why, and what to do"]),
        markdownRow(["---", "---", "---", "---", "---"]),
        ...rows,
      ].join("");
}

function undecided({ undecided: open }: PreflightReport): string {
  return open.length === 0
    ? ""
    : `Undecided:\n\n${open
        .map(({ what, where, why, action }) => {
          const allow = action === undefined ? "" : ` Allow ${action} to decide it.`;
          return `- ${markdownText(`${what}, ${where}: ${why}${allow}`)}\n`;
        })
        .join("")}`;
}

function settings(report: PreflightReport): string {
  return Object.keys(report.settings).length === 0
    ? ""
    : `${["The settings that resolve it:", ...unsetSentence(report)].map(markdownText).join(" ")}\n\n\`\`\`yaml\n${settingsYaml(report).join("\n")}\n\`\`\`\n`;
}
