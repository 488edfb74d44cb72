/** What is random at AWS or at the engine follows from the URN here, so that a state is the same at every run. Pure. */
import { createHash } from "node:crypto";

/** Hexadecimal digits, 64 of them. */
export function digitsOf(urn: string): string {
  return createHash("sha256").update(urn).digest("hex");
}

/** A UUID of version 4 by its form. */
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
