/** The check of a log group's retention. */
import { allowedRetention, RETENTION_CLASSES, type RetentionClass } from "../../facts/logs/retention-classes";
import { OptionError } from "../base/options";

/** A check, for `validated`, that a period is legal and within its class's bounds. */
export function checkRetention(retentionClass: RetentionClass): (days: number, path: string) => void {
  const allowed = allowedRetention(retentionClass);
  const { reason } = RETENTION_CLASSES[retentionClass];
  return (days, path) => {
    if (allowed.some((legal) => legal === days)) {
      return;
    }
    throw new OptionError({
      path,
      got: days,
      allowed: `${allowed.join(", ")} (days, retention class "${retentionClass}")`,
      fix: `Choose one of them: ${reason}.`,
    });
  };
}
