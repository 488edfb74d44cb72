import { casesOf } from "./bad-resource";
import { boundServiceMay, everyoneMay, serviceMay } from "./documents";

const key = casesOf("key", "aws:kms/key:Key");

export const badKeys = [
  key("kms-key-rotation-enabled", { set: { enableKeyRotation: false } }),
  key("kms-key-policy-declared", { remove: ["policy"] }),
  key("kms-key-policy-not-public", { set: { policy: everyoneMay("kms:*") } }),
  key("kms-key-policy-service-grants-bound", { set: { policy: serviceMay("kms:GenerateDataKey*") } }),
  key("kms-key-policy-service-grants-named", { set: { policy: boundServiceMay("kms:*") } }),
  key("kms-key-deletion-window", { set: { deletionWindowInDays: 7 } }),
  key("kms-key-enabled", { set: { isEnabled: false } }),
  key("kms-key-lockout-safety-check", { set: { bypassPolicyLockoutSafetyCheck: true } }),
  key("kms-key-protected", { protect: false }),
];
