import { DELETION_WINDOW_DAYS } from "../../../facts/kms/limits";
import { equals, isWithin } from "../../requirements";
import { EXTERNAL_KEY, REPLICA_EXTERNAL_KEY, REPLICA_KEY } from "../../resources";
import { oneOf } from "../../resource-type";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { wholeNumber } from "../../settings";

const { minimum, maximum, byDefault } = DELETION_WINDOW_DAYS;

const OTHER_KEYS = oneOf([REPLICA_KEY, EXTERNAL_KEY, REPLICA_EXTERNAL_KEY].map(({ token }) => token));

export const kmsOtherKeysKept = stackRule(OTHER_KEYS, {
  id: "kms-other-keys-kept",
  title:
    "Replicas of KMS keys, and keys of imported material, are enabled and have a minimum waiting period before deletion",
  severity: "medium",
  property: "resources",
  rationale:
    "A replica is a key of its own: while it is disabled or gone, what was encrypted with it in its region cannot be read. The rules on " +
    "keys check keys that KMS generates.",
  remediation:
    "Leave enabled and bypassPolicyLockoutSafetyCheck out, and set deletionWindowInDays to at least the minimum.",
  references: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  ],
  settings: {
    minimumDays: wholeNumber({
      minimum,
      maximum,
      default: 30,
      description: "Least waiting period before a key is deleted, in days.",
    }),
  },
  checkEach: ({ properties }, { settings: { minimumDays } }) =>
    all(
      equals(true, { byDefault: true })(properties, "enabled"),
      equals(false, { byDefault: false })(properties, "bypassPolicyLockoutSafetyCheck"),
      isWithin({ minimum: minimumDays }, { byDefault })(properties, "deletionWindowInDays"),
    ),
});
