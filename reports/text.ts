/** Names and texts in displayable form. Text from a program can contain any character. */
import type { Finding } from "../gate/finding";
import { type SourcePlace, urnParts } from "../pulumi/stack-state";

/** Control characters, format characters that reorder or hide text, and unpaired surrogates; line feeds are kept. */
const INVISIBLE =
  /(?!\n)[\p{Cc}\p{Cs}\u061C\u115F\u1160\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0\uFFFE\uFFFF]/gu;

/** The text with characters that could control a terminal or mislead a reader escaped as `\u{..}`. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The visible text on one line. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, " ").trim();
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

/** The type and name of the resource with the URN; any other text is unchanged. */
export function resourceText(urn: string): string {
  const { qualifiedType, name } = urnParts(urn);
  return qualifiedType === "" ? oneLine(urn) : oneLine(`${shortType(qualifiedType.split("$").at(-1) ?? "")} ${name}`);
}

/** `index.ts:12`; empty if the location is not known. */
export function sourceText(source: SourcePlace | undefined): string {
  return source === undefined ? "" : oneLine(`${source.file}:${source.line}`);
}

/** The text of a finding, starting with its property: "kmsKeyId is not set; set it to ...". */
export function findingText({ property, message }: Pick<Finding, "property" | "message">): string {
  return property === undefined ? message : `${property} ${message}`;
}

/**
 * The label of a finding's result: a failure that does not stop a deployment is a warning.
 */
export function resultLabel({ result, level }: Pick<Finding, "result" | "level">): string {
  return result === "fail" && level === "advisory" ? "WARN" : result.toUpperCase();
}
