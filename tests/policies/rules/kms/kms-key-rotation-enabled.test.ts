import { kmsKeyRotationEnabled } from "../../../../policies/rules/kms/kms-key-rotation-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(kmsKeyRotationEnabled, {
  fails: [
    {
      title: "a key that does not rotate",
      set: { enableKeyRotation: false },
      message: "is false; set it to true",
    },
    {
      title: "a key that leaves rotation to the provider",
      remove: ["enableKeyRotation"],
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "a key that rotates a day too late",
      set: { rotationPeriodInDays: 366 },
      property: "rotationPeriodInDays",
      message: "is 366; set it to at most 365",
    },
    {
      title: "a key that rotates a day later than the settings allow",
      set: { rotationPeriodInDays: 181 },
      settings: { maximumDays: 180 },
      property: "rotationPeriodInDays",
      message: "is 181; set it to at most 180",
    },
    {
      title: "a key that leaves a shorter period to the provider",
      remove: ["rotationPeriodInDays"],
      settings: { maximumDays: 180 },
      property: "rotationPeriodInDays",
      message: "is not set and defaults to 365; set it to at most 180",
    },
  ],
  passes: [
    { title: "the maximum", set: { rotationPeriodInDays: 365 } },
    { title: "the shortest period that KMS allows", set: { rotationPeriodInDays: 90 } },
    { title: "a key that leaves the period to the provider", remove: ["rotationPeriodInDays"] },
    { title: "a key that is explicitly symmetric", set: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" } },
  ],
  notApplicable: [
    {
      title: "a key for signatures",
      remove: ["enableKeyRotation"],
      set: { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
    },
    {
      title: "a key for message authentication",
      remove: ["enableKeyRotation"],
      set: { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
    },
    {
      title: "a key in a custom key store",
      remove: ["enableKeyRotation"],
      set: { customKeyStoreId: "cks-0123456789abcdef0" },
    },
  ],
  unknown: ["enableKeyRotation", "rotationPeriodInDays", "customerMasterKeySpec"],
});
