import { ROTATION_PERIOD_DAYS } from "../../../facts/kms/limits";
import { type Unknown, UNKNOWN } from "../../properties";
import { equals, isWithin } from "../../requirements";
import { KEY } from "../../resources";
import { all, notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";
import type { StackResourceOf } from "../../stack/stack";

const { minimum, maximum, byDefault } = ROTATION_PERIOD_DAYS;

export const kmsKeyRotationEnabled = resourceRule(KEY, {
  id: "kms-key-rotation-enabled",
  title: "Symmetric KMS keys are rotated automatically at least once a year",
  severity: "high",
  elsewhere: "good-practice",
  property: "enableKeyRotation",
  rationale: "A key that is never rotated protects everything ever written with the same key material.",
  remediation: "Set enableKeyRotation to true, and rotationPeriodInDays to at most the maximum.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"],
  related: {
    prowler: ["kms_cmk_rotation_enabled"],
    checkov: ["CKV_AWS_7"],
    securityHub: ["KMS.4"],
    config: ["CMK_BACKING_KEY_ROTATION_ENABLED"],
  },
  settings: {
    maximumDays: wholeNumber({
      minimum,
      maximum,
      default: 365,
      description: "Longest period between two rotations, in days.",
    }),
  },
  check: ({ properties }, { property, settings }) => {
    const reason = whyNotRotatable(properties);
    if (reason === UNKNOWN) {
      return undecided(KEY.path("customerMasterKeySpec"));
    }
    if (reason !== undefined) {
      return notApplicable(reason);
    }
    return all(
      equals(true, { byDefault: false })(properties, property),
      isWithin({ maximum: settings.maximumDays }, { byDefault })(properties, KEY.path("rotationPeriodInDays")),
    );
  },
});

/** KMS rotates symmetric keys whose key material it generated and stores itself. */
function whyNotRotatable({
  customerMasterKeySpec: spec,
  customKeyStoreId,
}: StackResourceOf<typeof KEY>["properties"]): string | Unknown | undefined {
  if (spec === UNKNOWN) {
    return UNKNOWN;
  }
  if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT") {
    return "KMS rotates symmetric keys only";
  }
  return customKeyStoreId === undefined ? undefined : "KMS does not rotate keys in a custom key store";
}
