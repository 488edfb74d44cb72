/** How much is stored when as much arrives every day and everything goes at a certain age. Pure arithmetic. */
import type { Quantity } from "./usage";

/** The mean of a leap-year cycle. */
export const DAYS_PER_MONTH = 365.25 / 12;

/**
 * What is in a window of ages, on average over a month.
 *
 * @param perMonth what arrives in a month, evenly
 * @param from the age at which it enters the window, in days
 * @param until the age at which it leaves, in days; undefined for never
 */
export function storedBetween(perMonth: number, from: number, until: number | undefined): Quantity {
  return {
    month1: perMonth * firstMonthShare(from, until ?? Infinity),
    steady: until === undefined ? "grows" : (perMonth * Math.max(0, until - from)) / DAYS_PER_MONTH,
  };
}

/** The mean, over the first month, of the share of a month's arrivals that has an age between the two. */
function firstMonthShare(from: number, until: number): number {
  const end = Math.min(until, DAYS_PER_MONTH);
  if (from >= end) {
    return 0;
  }
  const window = end - from;
  // The window fills until the month is `end` days old, and stays full for the rest of the month.
  return (window ** 2 / 2 + window * (DAYS_PER_MONTH - end)) / DAYS_PER_MONTH ** 2;
}
