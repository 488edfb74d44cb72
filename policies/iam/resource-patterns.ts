/** How the resources of two policy statements lie to each other, where both are patterns with `*` and `?`. */
import { wildcard } from "./policy-document";

/** No name of AWS holds it, so that a pattern takes it in only where a wildcard stands. */
const ANYTHING = "\u0000";

/** Whether some text matches both patterns. It takes no more steps than the product of both lengths. */
export function overlaps(one: string, other: string): boolean {
  // reachable[j]: the first i characters of one and the first j of the other can stand for the same text.
  let reachable = startOf(other);
  for (const character of one) {
    const next: boolean[] = [character === "*" && reachable[0] === true];
    for (let index = 1; index <= other.length; index++) {
      const against = other[index - 1];
      next[index] =
        (character === "*" && (reachable[index] === true || next[index - 1] === true)) ||
        (against === "*" && (next[index - 1] === true || reachable[index] === true)) ||
        (reachable[index - 1] === true && (character === "?" || against === "?" || character === against));
    }
    reachable = next;
  }
  return reachable[other.length] === true;
}

function startOf(pattern: string): boolean[] {
  const stars = /^\**/.exec(pattern)?.[0].length ?? 0;
  return Array.from({ length: pattern.length + 1 }, (_, index) => index <= stars);
}

/** Whether the pattern matches every text that the other one does. */
export function takesIn(pattern: string, other: string): boolean {
  return wildcard(pattern, other.replace(/[*?]/g, ANYTHING));
}

/** An ARN's pattern without its partition, region and account, so that it can be compared with what stands anywhere. */
export function anywhere(pattern: string): string {
  const parts = pattern.split(":");
  const isLeftOut = (part: string, index: number): boolean =>
    index < parts.length - 1 && (index === 1 || index === 3 || (index === 4 && /^[\d*?]*$/.test(part)));
  return pattern.startsWith("arn:")
    ? parts.map((part, index) => (isLeftOut(part, index) ? "" : part)).join(":")
    : pattern;
}

/** Whether an ARN's pattern holds for every region. */
export function isOfEveryRegion(pattern: string): boolean {
  const [, , , region] = pattern.split(":");
  return region === undefined || /^\**$/.test(region);
}

/** The pattern with every policy variable, which may come to anything, as a wildcard. */
export function withoutVariables(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}/g, "*");
}
