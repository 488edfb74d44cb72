/** How a command ends, and how it says why. */

/** 0: nothing mandatory fails. */
export const EXIT_PASS = 0;
/** 1: something mandatory fails. */
export const EXIT_FAIL = 1;
/** 2: the command was used wrongly, or a setting, a file or the pack cannot be used; nothing was judged. */
export const EXIT_USAGE = 2;
/** 3: the program under judgement fails itself; nothing was judged. */
export const EXIT_PROGRAM = 3;
/** A defect of this command; `EX_SOFTWARE` of sysexits.h. */
export const EXIT_DEFECT = 70;

/** A mistake of the person who runs the command. The message says what is wrong, what would be right, and how. */
export class UsageError extends Error {}
