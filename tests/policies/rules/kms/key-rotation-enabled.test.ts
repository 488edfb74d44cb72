import { keyRotationEnabled } from "../../../../policies/rules/kms/key-rotation-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(keyRotationEnabled, {
  fails: [
    {
      title: "a key that does not rotate",
      set: { enableKeyRotation: false },
      message: "is false; it must be true",
    },
    {
      title: "a key that leaves rotation to the provider",
      remove: ["enableKeyRotation"],
      message: "is absent, which the provider takes as false; it must be true",
    },
    {
      title: "a key that rotates a day too late",
      set: { rotationPeriodInDays: 366 },
      property: "rotationPeriodInDays",
      message: "is 366; it must be at most 365",
    },
    {
      title: "a key that rotates a day later than the configuration asks",
      set: { rotationPeriodInDays: 181 },
      config: { maximumDays: 180 },
      property: "rotationPeriodInDays",
      message: "is 181; it must be at most 180",
    },
    {
      title: "a key that leaves a shorter period to the provider",
      remove: ["rotationPeriodInDays"],
      config: { maximumDays: 180 },
      property: "rotationPeriodInDays",
      message: "is absent, which the provider takes as 365; it must be at most 180",
    },
  ],
  passes: [
    { title: "the maximum", set: { rotationPeriodInDays: 365 } },
    { title: "the shortest period that KMS knows", set: { rotationPeriodInDays: 90 } },
    { title: "a key that leaves the period to the provider", remove: ["rotationPeriodInDays"] },
    { title: "a key that says that it is symmetric", set: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" } },
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
