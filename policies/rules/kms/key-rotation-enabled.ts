import { all, mustBe, mustBeWithin, notApplicable, undecided } from "../../judgement";
import { type PropertyMap, type Unknown, UNKNOWN } from "../../properties";
import { resourceRule } from "../../rule";

export const keyRotationEnabled = resourceRule({
  id: "key-rotation-enabled",
  title: "A symmetric key rotates every year at least",
  severity: "high",
  type: "aws:kms/key:Key",
  property: "enableKeyRotation",
  rationale: "A key that never rotates protects everything ever written with the same material.",
  fix: "Set enableKeyRotation to true, and rotationPeriodInDays to the maximum or less.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"],
  covers: {
    prowler: ["kms_cmk_rotation_enabled"],
    checkov: ["CKV_AWS_7"],
    securityHub: ["KMS.4"],
    config: ["CMK_BACKING_KEY_ROTATION_ENABLED"],
  },
  config: { maximumDays: { type: "integer", minimum: 90, maximum: 2560, default: 365 } },
  judge: ({ properties }, { maximumDays }) => {
    const reason = whyNotRotatable(properties);
    if (reason === UNKNOWN) {
      return undecided("customerMasterKeySpec");
    }
    if (reason !== undefined) {
      return notApplicable(reason);
    }
    const maximum = maximumDays as number; // by the schema
    return all(
      mustBe(properties, "enableKeyRotation", true, { absent: false }),
      mustBeWithin(properties, "rotationPeriodInDays", { maximum }, { absent: 365 }),
    );
  },
});

/** KMS rotates symmetric keys whose material it made and keeps itself. */
function whyNotRotatable({ customerMasterKeySpec: spec, customKeyStoreId }: PropertyMap): string | Unknown | undefined {
  if (spec === UNKNOWN) {
    return UNKNOWN;
  }
  if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT") {
    return "KMS does not rotate keys that are not symmetric";
  }
  return customKeyStoreId === undefined ? undefined : "KMS does not rotate keys in a custom key store";
}
