/** What becomes of the entries of an exemptions file. Pure functions, with the pack's own reader of entries. */
import { type ExemptionLimits, dayAfter, defectOf, isDay, isRecord } from "../../policies/exemptions";
import type { DescribedExemption } from "../../reports/exemptions/exemption";

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param today `YYYY-MM-DD`, UTC. @param rules ids of all rules of the pack. */
export function describedExemptions(
  entries: readonly unknown[],
  rules: ReadonlySet<string>,
  today: string,
  limits: ExemptionLimits,
): readonly DescribedExemption[] {
  return entries.map((entry, index) => {
    const defect = defectOf(entry, rules, today, limits);
    const daysLeft = daysLeftOf(entry, today);
    return {
      place: index + 1,
      status: defect?.kind ?? "in-force",
      ...(defect === undefined ? {} : { problem: defect.problem }),
      ...(daysLeft === undefined ? {} : { daysLeft }),
      entry,
    };
  });
}

function daysLeftOf(entry: unknown, today: string): number | undefined {
  const expires = isRecord(entry) ? entry["expires"] : undefined;
  return typeof expires === "string" && isDay(expires)
    ? Math.round((Date.parse(expires) - Date.parse(today)) / DAY_MS)
    : undefined;
}

export function doesNotApply({ status }: DescribedExemption): boolean {
  return status !== "in-force";
}

/** Whether it expires within so many days, has expired, or does not say when it does. */
export function isExpiring({ daysLeft }: DescribedExemption, within: number): boolean {
  return daysLeft === undefined || daysLeft <= within;
}

/** The last day within so many days of today. */
export function lastDay(today: string, within: number): string {
  return dayAfter(today, within) ?? "9999-12-31";
}

/** What tells an exemption from another: two of the same would be two decisions about one thing. */
export function isSameFinding(one: unknown, other: unknown): boolean {
  return isRecord(one) && isRecord(other) && ["rule", "urn", "property"].every((field) => one[field] === other[field]);
}
