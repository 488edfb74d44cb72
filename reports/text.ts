/** Names and texts as a reader sees them. What comes from a program under judgement may hold any character. */
import type { SourcePlace } from "../state/stack-state";
import { urnParts } from "../state/stack-state";

/** Controls, format characters that reorder or hide text, and halves of surrogate pairs; line feeds are kept. */
const INVISIBLE =
  /(?!\n)[\p{Cc}\p{Cs}\u061C\u115F\u1160\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0\uFFFE\uFFFF]/gu;

/** The text with everything that could steer a terminal or deceive a reader written as `\u{..}`. */
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

/** Type and name of a resource, by its URN; another text is left as it is. */
export function resourceText(urn: string): string {
  const { qualifiedType, name } = urnParts(urn);
  return qualifiedType === "" ? oneLine(urn) : oneLine(`${shortType(qualifiedType.split("$").at(-1) ?? "")} ${name}`);
}

/** `index.ts:12`; empty when the place is not known. */
export function sourceText(source: SourcePlace | undefined): string {
  return source === undefined ? "" : oneLine(`${source.file}:${source.line}`);
}
