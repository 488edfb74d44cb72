/**
 * The marks that unknown values leave in texts. A program that awaits an unknown answer gets placeholders
 * (`pulumi/unknown-answers.js`); where it makes a text of one, the text holds a mark, which the preview reads as unknown. Pure.
 */
import { UNKNOWN_VALUE, isPolicyDocument } from "../pulumi/wire";

/** Unicode's noncharacters, which no text for others holds: https://www.unicode.org/faq/private_use.html#noncharacters */
const CHARACTERS = "\uFDD0-\uFDEF";

/** Marks as they are, and as URLs and escaped JSON hold them; and the only property of a placeholder, for code that lists them. */
const MARK = new RegExp(`(?:[${CHARACTERS}]|__pulumiUnknown|%EF%B7%[9A][0-9A-F]|\\\\ufd[de][0-9a-f])+`, "gi");
const ONE_MARK = new RegExp(MARK.source, "i");

const BASE64 = /^[A-Za-z0-9+/]{4,}={0,2}$/;

/** Whether some of a text is unknown. */
function holdsUnknown(text: string): boolean {
  return text.includes(UNKNOWN_VALUE) || holdsMark(text);
}

/** Whether a text was made of a placeholder. */
export function holdsMark(text: string): boolean {
  return ONE_MARK.test(text) || (BASE64.test(text) && ONE_MARK.test(Buffer.from(text, "base64").toString()));
}

/** A text for people, with words in the place of what is unknown. */
export function readable(text: string): string {
  return text.replace(MARK, (mark) => `(unknown${numberOf(mark)})`).replaceAll(UNKNOWN_VALUE, "(unknown)");
}

const FIRST_MARK = 0xfdd0;
const DIGITS = /^[\uFDD0-\uFDDF]{4}/;

/** ` 1`, ` 2` and so on, by which unknowns are told apart; nothing for what is left of a mark that was cut or encoded. */
function numberOf(mark: string): string {
  const [digits] = DIGITS.exec(mark) ?? [];
  const hex = Array.from(digits ?? "", (digit) => (digit.charCodeAt(0) - FIRST_MARK).toString(16)).join("");
  return hex === "" ? "" : ` ${Number.parseInt(hex, 16) + 1}`;
}

/**
 * A text as the state has it: unknown as a whole, if some of it is. A policy document keeps what is known of it, as the program wrote
 * it, with {@link UNKNOWN_VALUE} where a mark was.
 */
export function settledText(text: string): string {
  if (!holdsUnknown(text)) {
    return text;
  }
  const document = text.replace(MARK, UNKNOWN_VALUE);
  return isPolicyDocument(document) ? document : UNKNOWN_VALUE;
}
