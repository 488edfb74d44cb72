/** The storage classes that evidence ages through, as an option: its form, and what S3 asks of it. */
import { AGING_CLASS_NAMES, type AgingStep, faultyStep, isAgingClass } from "../../facts/s3/storage-classes";
import { OptionError } from "../base/options";

export type { AgingStep } from "../../facts/s3/storage-classes";

/**
 * Checks that objects move to ever cheaper classes, stay in each as long as S3 charges for, and move before they expire.
 *
 * @param path the option's whole path, as `optionOf` writes it
 * @throws {OptionError} for the first step that is wrong
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export function checkStorageClasses(steps: readonly AgingStep[], retentionDays: number, path: string): void {
  const unknown = steps.findIndex(({ storageClass }) => !isAgingClass(storageClass));
  const fault =
    unknown === -1
      ? faultyStep(steps, retentionDays)
      : { index: unknown, allowed: `the storage class ${AGING_CLASS_NAMES.join(", ")}` };
  if (fault !== undefined) {
    throw new OptionError({
      path: `${path}[${fault.index}]`,
      got: steps[fault.index],
      allowed: fault.allowed,
      fix: "Name the classes from the dearest to the cheapest, each with the age in days at which objects move to it.",
    });
  }
}
