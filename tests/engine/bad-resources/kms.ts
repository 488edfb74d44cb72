import { casesOf } from "./bad-resource";
import { boundServiceMay, everyoneMay, serviceMay } from "./documents";

const key = casesOf("key", "aws:kms/key:Key");

export const badKeys = [
  key("key-rotation-enabled", { set: { enableKeyRotation: false } }),
  key("key-policy-declared", { remove: ["policy"] }),
  key("key-policy-not-public", { set: { policy: everyoneMay("kms:*") } }),
  key("key-service-grants-bound", { set: { policy: serviceMay("kms:GenerateDataKey*") } }),
  key("key-service-grants-named", { set: { policy: boundServiceMay("kms:*") } }),
  key("key-deletion-window", { set: { deletionWindowInDays: 7 } }),
  key("key-enabled", { set: { isEnabled: false } }),
  key("key-lockout-check-kept", { set: { bypassPolicyLockoutSafetyCheck: true } }),
  key("key-protected", { protect: false }),
];
