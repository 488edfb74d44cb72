import { DELETION_WINDOW_DAYS } from "../../../facts/kms/limits";
import { isWithin } from "../../requirements";
import { KEY } from "../../resources";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";

const { minimum, maximum, byDefault } = DELETION_WINDOW_DAYS;

export const kmsKeyDeletionWindow = resourceRule(KEY, {
  id: "kms-key-deletion-window",
  title: "KMS keys have a minimum waiting period before deletion",
  severity: "medium",
  elsewhere: "evidence",
  property: "deletionWindowInDays",
  rationale:
    "The waiting period is the only time to notice that a key is about to be deleted, and the evidence it encrypts lost.",
  remediation: `Set deletionWindowInDays to at least the minimum; KMS allows ${minimum} to ${maximum} days.`,
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"],
  settings: {
    minimumDays: wholeNumber({
      minimum,
      maximum,
      default: 30,
      description: "Least waiting period before a key is deleted, in days.",
    }),
  },
  check: ({ properties }, { property, settings }) =>
    isWithin({ minimum: settings.minimumDays }, { byDefault })(properties, property),
});
