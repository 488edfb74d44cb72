/** The list of rules, for a terminal and for scripts. */
import { createColors } from "picocolors";
import { alignedRows } from "../columns";
import { jsonText } from "../json-text";
import { counted } from "../summary";
import { wrap } from "../wrap";
import type { DescribedRule } from "./rule";

export interface ListLook {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
}

/** Columns before the ids: severity and level, which are as wide as `critical` and `mandatory`, and what is between. */
const BEFORE_IDS = "  critical  mandatory  ".length;

/**
 * Under each service its rules: severity, level and id on one line, so that the output can be filtered by lines, and the
 * title below, because the longest ids leave no room beside them.
 */
export function rulesList(rules: readonly DescribedRule[], { width, color }: ListLook): string {
  const colors = createColors(color);
  const titleWidth = Math.max(60, width) - BEFORE_IDS;
  const services = [...new Set(rules.map(({ service }) => service))];
  const sections = services.map((service) => {
    const of = rules.filter((rule) => rule.service === service);
    return [
      `${colors.bold(service)} (${counted(of.length, "rule")})`,
      ...alignedRows(
        of.flatMap(({ id, title, severity, level }) => [
          [`  ${severity.padEnd("critical".length)}`, level.padEnd("mandatory".length), id],
          ...wrap(title, titleWidth).map((line) => ["", "", colors.dim(line)]),
        ]),
      ),
    ];
  });
  return [
    ...sections.map((lines) => `${lines.join("\n")}\n`),
    `${counted(rules.length, "rule")}. One whole: baseline rules ID\n`,
  ].join("\n");
}

/** Every rule whole, whether one or all are asked for: scripts read one form. */
export function rulesJson(rules: readonly DescribedRule[]): string {
  return jsonText({ rules });
}
