/** Findings explained to a person, on a terminal, and to scripts. */
import { createColors } from "picocolors";
import type { Colors } from "../findings-table";
import type { JsonFinding } from "../json";
import { jsonText } from "../json-text";
import { labelledLines } from "../labelled";
import type { ListLook } from "../rules/list";
import { controlsRow, pageWidth, sentence } from "../rules/page";
import { counted } from "../summary";
import { cut, findingText, nameText, oneLine, resourceText, resultLabel, sourceText, visible } from "../text";
import { wrap } from "../wrap";
import { type Explanation, exemptionTemplates } from "./explanation";

export function explanationText(explanation: Explanation, look: ListLook): string {
  const { rule, findings, passed } = explanation;
  const colors = createColors(look.color);
  const width = pageWidth(look);
  const paragraphs = [
    [colors.bold(nameText(rule.id)), ...wrap(oneLine(sentence(rule.title)), width)],
    ...findings.map((finding) => findingLines(finding, width, colors)),
    ...(passed === 0
      ? []
      : [[`It passed for ${counted(passed, `${findings.length === 0 ? "" : "other "}resource`)}.`]]),
    section("Why", [rule.rationale ?? UNKNOWN_RATIONALE], width, colors),
    [
      ...section("How to mend it", [rule.remediation ?? UNKNOWN_REMEDIATION], width, colors),
      ...rule.references.map((address) => `  ${address}`),
    ],
    exemptionLines(explanation, width, colors),
    controlLines(explanation, width, colors),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

const UNKNOWN_RATIONALE = "The rule is none of the baseline's, and the report does not say why it demands this.";
const UNKNOWN_REMEDIATION = "The report does not say; ask whoever the rule is of.";

/** One document: the rule, its findings and the exemptions from them. */
export function explanationJson(explanation: Explanation): string {
  return jsonText({ ...explanation, exemptions: exemptionTemplates(explanation) });
}

function findingLines(finding: JsonFinding, width: number, colors: Colors): readonly string[] {
  const { result, urn, property, source, severity, level, fingerprint } = finding;
  const label = resultLabel(finding);
  const paint =
    result === "fail" && level === "mandatory" ? colors.red : result === "pass" ? colors.green : colors.yellow;
  const place = sourceText(source);
  return [
    `${paint(label)}  ${colors.bold(resourceText(urn))}`,
    ...wrap(visible(cut(findingText(finding))), width - 2).map((line) => `  ${line}`),
    ...labelledLines(
      [
        ["URN", [oneLine(urn)]],
        ["Property", property === undefined ? [] : [nameText(property)]],
        ["Declared at", place === "" ? [] : [place]],
        ["Severity", [`${severity}, ${level}`]],
        ["Fingerprint", [oneLine(fingerprint)]],
      ],
      width - 2,
      colors,
    ).map((line) => `  ${line}`),
  ];
}

function section(head: string, texts: readonly string[], width: number, colors: Colors): readonly string[] {
  return [colors.bold(head), ...texts.flatMap((text) => wrap(sentence(text), width - 2)).map((line) => `  ${line}`)];
}

/** The JSON is whole, so that it can be copied, however wide it is. */
function exemptionLines(explanation: Explanation, width: number, colors: Colors): readonly string[] {
  const { rule, findings, organizationPolicy } = explanation;
  const head = "How to be exempt from it";
  if (rule.notExempt !== undefined) {
    return section(head, [rule.notExempt], width, colors);
  }
  const exemptions = exemptionTemplates(explanation);
  if (exemptions.length === 0) {
    return findings.some(({ result }) => result === "exempt")
      ? section(head, ["It is exempt already: the finding says on whose terms"], width, colors)
      : [];
  }
  return [
    ...section(
      head,
      [
        "Where somebody agrees to live with it for a while: an entry in the file of --exemptions, with the terms " +
          "written out, as `baseline exemptions add` writes it. It holds until the end of the day on which it expires, UTC, and * in its URN matches anything",
        ...(organizationPolicy === undefined
          ? []
          : [
              `The organization's policy ${nameText(organizationPolicy)} has the last word: how long, approved by whom, and from what nobody is exempt`,
            ]),
      ],
      width,
      colors,
    ),
    ...jsonText({ exemptions })
      .trimEnd()
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}

function controlLines({ rule: { controls } }: Explanation, width: number, colors: Colors): readonly string[] {
  const [, texts] = controlsRow(controls);
  return controls.length === 0
    ? []
    : [
        colors.bold(`${counted(controls.length, "control")} ${controls.length === 1 ? "depends" : "depend"} on it`),
        ...texts.flatMap((text) => {
          const lead = /^ */.exec(text)?.[0] ?? "";
          return wrap(text, width - 2 - lead.length).map((line) => `  ${lead}${line}`);
        }),
      ];
}
