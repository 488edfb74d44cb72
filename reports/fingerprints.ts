/** Names of findings that last from run to run, by which code scanning and people find the same one again. */
import { createHash } from "node:crypto";
import type { Finding } from "../gate/finding";

/** Hexadecimal digits of the hash: 128 bits. */
const HASH_LENGTH = 32;

/** `HASH:NUMBER`, as reports write a fingerprint; a beginning of it has no number, or not all digits. */
export const FINGERPRINT = /^(?<hash>[0-9a-f]{1,32})(?::(?<number>\d*))?$/;

/**
 * Fingerprints that stay the same when lines move or messages change. A number distinguishes duplicates, so every report has
 * to ask for them in the same order: that of `inOrder`, in which passes come last and may be left out.
 *
 * @returns a function to be asked once for each finding
 */
export function fingerprints(): (finding: Pick<Finding, "rule" | "urn" | "property">) => string {
  const seen = new Map<string, number>();
  return ({ rule, urn, property = "" }) => {
    const hash = createHash("sha256")
      .update(JSON.stringify([rule, urn, property]))
      .digest("hex")
      .slice(0, HASH_LENGTH);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}

/** Fewer digits could mean the finding of another run. */
const SHORTEST = 8;

/** Beginnings of fingerprints that are long enough to tell each from all others; in their order. */
export function shortFingerprints(all: readonly string[]): readonly string[] {
  const sorted = [...all].sort();
  const short = new Map(
    sorted.map((one, index) => {
      const common = Math.max(commonLength(one, sorted[index - 1] ?? ""), commonLength(one, sorted[index + 1] ?? ""));
      return [one, one.slice(0, Math.max(SHORTEST, common + 1))];
    }),
  );
  return all.map((one) => short.get(one) ?? one);
}

function commonLength(one: string, other: string): number {
  const different = Array.from(one).findIndex((character, index) => character !== other[index]);
  return different === -1 ? one.length : different;
}
