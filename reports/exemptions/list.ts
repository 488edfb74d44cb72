/** Entries of an exemptions file, for a terminal and for scripts. */
import { createColors } from "picocolors";
import type { Colors } from "../findings-table";
import { jsonText } from "../json-text";
import { type Labelled, labelledLines } from "../labelled";
import type { ListLook } from "../rules/list";
import { pageWidth, sentence } from "../rules/page";
import { counted } from "../summary";
import { nameText, oneLine } from "../text";
import { wrap } from "../wrap";
import { type DescribedExemption, EXEMPTION_STATUSES, type ExemptionsReport } from "./exemption";

/** The fields of an entry, as people are told of them. */
const TERMS = {
  urn: "URN",
  property: "Finding",
  reason: "Reason",
  owner: "Owner",
  approver: "Approver",
  expires: "Expires",
} as const;

/**
 * Each entry with its terms, and a sentence at the end.
 *
 * @param conclusion without a full stop
 */
export function exemptionsText(report: ExemptionsReport, conclusion: string, look: ListLook): string {
  const { file, organizationPolicy, exemptions } = report;
  const colors = createColors(look.color);
  const width = pageWidth(look);
  const limited =
    organizationPolicy === undefined ? "" : `, within the limits of the organization's policy ${organizationPolicy}`;
  return [
    ...exemptions.map((exemption) => `${exemptionLines(exemption, width, colors).join("\n")}\n`),
    `${wrap(oneLine(sentence(`${file}${limited}: ${conclusion}`)), width).join("\n")}\n`,
  ].join("\n");
}

export function exemptionsJson(report: ExemptionsReport): string {
  return jsonText(report);
}

/** `3 exemptions, 1 in force, 2 expired` */
export function statusCounts(exemptions: readonly Pick<DescribedExemption, "status">[]): string {
  const counts = EXEMPTION_STATUSES.map((status) => ({
    words: status.replace("-", " "),
    count: exemptions.filter((exemption) => exemption.status === status).length,
  })).filter(({ count }) => count > 0);
  return [counted(exemptions.length, "exemption"), ...counts.map(({ words, count }) => `${count} ${words}`)].join(", ");
}

function exemptionLines(exemption: DescribedExemption, width: number, colors: Colors): readonly string[] {
  const { place, status, problem } = exemption;
  const paint = status === "in-force" ? colors.green : colors.red;
  const entry = fieldsOf(exemption.entry);
  const rule = typeof entry["rule"] === "string" ? nameText(entry["rule"]) : "no rule";
  const terms = Object.entries(TERMS).map(([field, label]): Labelled => [label, termTexts(field, entry[field])]);
  return [
    `${String(place)}. ${colors.bold(rule)}  ${paint(status.replace("-", " ").toUpperCase())}`,
    ...labelledLines(
      [["Problem", problem === undefined ? [] : [oneLine(`It ${sentence(problem)}`)]], ...terms, daysRow(exemption)],
      width - 2,
      colors,
    ).map((line) => `  ${line}`),
  ];
}

function termTexts(field: string, value: unknown): readonly string[] {
  if (value === undefined) {
    return field === "property" ? ["every finding of the rule"] : [];
  }
  return [oneLine(typeof value === "string" ? value : JSON.stringify(value))];
}

function daysRow({ daysLeft }: DescribedExemption): Labelled {
  const label = "Left";
  if (daysLeft === undefined) {
    return [label, []];
  }
  if (daysLeft < 0) {
    return [label, [`expired ${counted(-daysLeft, "day")} ago`]];
  }
  return [label, [daysLeft === 0 ? "today is its last day" : counted(daysLeft, "day")]];
}

/** Nothing of an entry that is no object. */
function fieldsOf(entry: unknown): Readonly<Record<string, unknown>> {
  return typeof entry === "object" && entry !== null ? { ...entry } : {};
}
