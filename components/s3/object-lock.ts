/** S3 Object Lock as an option: its form, its default and how it bounds a bucket's retention. */
import { OptionError, wholeNumber } from "../base/options";

/** How long S3 refuses to delete or overwrite an object version. */
export interface ObjectLock {
  /** GOVERNANCE can be lifted by a principal who holds s3:BypassGovernanceRetention; COMPLIANCE by nobody, root included. */
  readonly mode: "GOVERNANCE" | "COMPLIANCE";
  /** Days from the writing of an object version. */
  readonly days: number;
}

/** The object lock when none is chosen: a year in which only a principal with the right to bypass it can delete. */
export const DEFAULT_OBJECT_LOCK: ObjectLock = { mode: "GOVERNANCE", days: 365 };

/** The mode of a lock, also where there is none. */
export function lockMode(lock: ObjectLock | "none"): ObjectLock["mode"] | "none" {
  return lock === "none" ? "none" : lock.mode;
}

/** A bucket's retention and lock, and the option paths under which their owner gave them. */
export interface LockedRetention {
  readonly retentionDays: number;
  readonly lock: ObjectLock | "none";
  /** Builds the whole path of an option, as `optionOf` does. */
  readonly option: (option: string) => string;
  /** The name of the retention option. */
  readonly retentionOption: string;
}

/** A hundred years: the longest period that S3 Object Lock accepts. */
const LONGEST_DAYS = 36500;
const wholeDays = wholeNumber({ minimum: 1, maximum: LONGEST_DAYS, unit: "days" });
const MODES: readonly string[] = ["GOVERNANCE", "COMPLIANCE"];

/**
 * Checks that retention and lock are whole days and that nothing expires while it is locked.
 *
 * @throws {OptionError} naming the option that is wrong
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
export function checkLockedRetention(given: LockedRetention): void {
  const { retentionDays, lock, option, retentionOption } = given;
  wholeDays(retentionDays, option(retentionOption));
  if (lock === "none") {
    return;
  }
  if (!MODES.includes(lock.mode)) {
    throw new OptionError({
      path: option("objectLock.mode"),
      got: lock.mode,
      allowed: MODES.join(", "),
      fix: 'Choose one of them, or set objectLock to "none".',
    });
  }
  wholeDays(lock.days, option("objectLock.days"));
  if (retentionDays < lock.days) {
    throw new OptionError({
      path: option(retentionOption),
      got: retentionDays,
      allowed: `${lock.days} days (objectLock.days) or more`,
      fix: `Raise ${retentionOption} or lower objectLock.days: an object cannot expire while it is locked.`,
    });
  }
}
