/**
 * Derives identifiers from URNs where AWS and the engine use random ones, so that every run gives the same state. Pure.
 */
import { createHash } from "node:crypto";

/** 64 hexadecimal digits. */
export function digitsOf(urn: string): string {
  return createHash("sha256").update(urn).digest("hex");
}

/** A UUID in the form of version 4. */
export function uuidOf(urn: string): string {
  const hex = digitsOf(urn);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
