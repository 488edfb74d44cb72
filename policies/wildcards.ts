/**
 * Whether the whole text matches a pattern in which `*` stands for any run of characters.
 *
 * It takes no more steps than the product of both lengths: a regular expression made of a hostile pattern may never come
 * to an end, and the pack with it.
 *
 * @param one a character that stands for any one. @default none
 */
export function matchesPattern(pattern: string, text: string, one?: string): boolean {
  let [inPattern, inText] = [0, 0];
  let lastStar = -1;
  let takenByStar = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      lastStar = inPattern++;
      takenByStar = inText;
    } else if (wanted !== undefined && (wanted === one || wanted === text[inText])) {
      inPattern++;
      inText++;
    } else if (lastStar >= 0) {
      // The last star takes one character more; no earlier one could do better.
      inPattern = lastStar + 1;
      inText = ++takenByStar;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

/** No name of AWS holds it, so that a pattern takes it in only where a wildcard stands. */
export const UNWRITTEN = "\u0001";
