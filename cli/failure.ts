/** Exit codes and errors of a command. */
import type { Verdict } from "../gate/verdict";

/** 0: no mandatory rule fails, and nothing differs from what is declared. */
export const EXIT_PASS = 0;
/** 1: a mandatory rule fails, or something differs from what is declared. */
export const EXIT_FAIL = 1;
/** 2: wrong usage, or a setting, a file, the pack or the account cannot be used, or no rule came to a result. Nothing was checked. */
export const EXIT_USAGE = 2;
/** 3: the program under check fails. Nothing was checked. */
export const EXIT_PROGRAM = 3;
/** A bug in this command, or a result that cannot be written, as on a full disk; `EX_SOFTWARE` in sysexits.h. */
export const EXIT_DEFECT = 70;

/** What a command ends with that came to a verdict. */
export function exitOf(verdict: Verdict): number {
  return { pass: EXIT_PASS, fail: EXIT_FAIL, "not-checked": EXIT_USAGE }[verdict];
}

/** A mistake by the user. The message says what is wrong, what is right and how to fix it. */
export class UsageError extends Error {}

/** A result cannot be written, which is nobody's mistake. */
export class OutputError extends Error {}
