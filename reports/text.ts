/** Names and texts in displayable form. Text from a program can contain any character, and any number of them. */
import type { Finding } from "../gate/finding";
import { type SourcePlace, urnParts } from "../pulumi/stack-state";

/**
 * What takes no ink, or is read by each machine in its own way: control, format, private and unassigned characters,
 * unpaired surrogates, separators of lines, what fonts ignore, and the blank of Braille; line feeds are kept.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Marks upon marks grow over the lines around them; no language needs more than four on a letter. */
const PILED_MARK = /(?<=\p{M}{4})\p{M}/gu;

/** The text with characters that could control a terminal or mislead a reader escaped as `\u{..}`. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\t", " ").replace(INVISIBLE, escaped).replace(PILED_MARK, escaped);
}

/** The text with each invisible character written in another way. */
export function replaceInvisible(text: string, write: (character: string) => string): string {
  return text.replace(INVISIBLE, write);
}

/** `\u{..}`, as source code writes the character. */
export function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** How many characters of a message a person is shown. */
const LONGEST_TEXT = 4000;

/** How many characters of a name a person is shown; AWS's own are shorter. */
const LONGEST_NAME = 300;

/** The beginning of a text that is longer than anybody reads, and how much is left out. */
export function cut(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) {
    return text;
  }
  // A pair of surrogates is one character.
  const kept = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}... (${text.length - kept.length} characters more)`;
}

/** The visible text on one line, cut if it is absurdly long. */
export function oneLine(text: string, longest = LONGEST_TEXT): string {
  return visible(cut(text, longest)).replace(/\s+/g, " ").trim();
}

/** `aws:s3/bucket:Bucket` is `aws:s3:Bucket`, `ai-governance-baseline:index:AuditTrail` is `AuditTrail`. */
export function shortType(type: string): string {
  const [provider = "", module = "", ...rest] = type.split(":");
  const name = rest.join(":");
  if (name === "") {
    return type;
  }
  if (module === "index") {
    return name;
  }
  const [space = "", file] = module.split("/");
  const repeats = file?.toLowerCase() === name.toLowerCase();
  return `${provider}:${repeats ? space : module}:${name}`;
}

/** A name on one line, cut if it is absurdly long. */
export function nameText(name: string): string {
  return oneLine(name, LONGEST_NAME);
}

/** The type and name of the resource with the URN; any other text is unchanged. */
export function resourceText(urn: string): string {
  const { qualifiedType, name } = urnParts(urn);
  return qualifiedType === ""
    ? nameText(urn)
    : `${nameText(shortType(qualifiedType.split("$").at(-1) ?? ""))} ${nameText(name)}`.trim();
}

/** `index.ts:12`; empty if the location is not known. */
export function sourceText(source: SourcePlace | undefined): string {
  return source === undefined ? "" : `${nameText(source.file)}:${source.line}`;
}

/** The text of a finding, starting with its property: "kmsKeyId is not set; set it to ...". */
export function findingText({ property, message }: Pick<Finding, "property" | "message">): string {
  return property === undefined ? message : `${property} ${message}`;
}

/**
 * The label of a finding's result: a failure that does not stop a deployment is a warning, or known.
 */
export function resultLabel({ result, level, known = false }: Pick<Finding, "result" | "level" | "known">): string {
  if (result === "fail" && known) {
    return "KNOWN";
  }
  return result === "fail" && level === "advisory" ? "WARN" : result.toUpperCase();
}

/** Whether a finding stops a deployment. */
export function stopsDeployment({
  result,
  level,
  known = false,
}: Pick<Finding, "result" | "level" | "known">): boolean {
  return result === "fail" && level === "mandatory" && !known;
}
