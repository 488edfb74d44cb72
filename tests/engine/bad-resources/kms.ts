import { casesOf } from "./bad-resource";
import { accountMay, boundServiceMay, everyoneMay, serviceMay } from "./documents";

/** The prod stack's keys bypass the check, as their break-glass principals alone can change the policies. */
const BYPASS = "bypassPolicyLockoutSafetyCheck";
const key = casesOf("key", "aws:kms/key:Key");

const keyGrant = casesOf("key", "aws:kms/grant:Grant", {
  keyId: "arn:aws:kms:us-east-1:111122223333:key/11112222-3333-4444-5555-666677778888",
  granteePrincipal: "arn:aws:iam::111122223333:role/readers",
  operations: ["Decrypt"],
});

export const badKeys = [
  key("kms-key-rotation-enabled", { set: { enableKeyRotation: false } }),
  key("kms-key-policy-declared", { remove: ["policy", BYPASS] }),
  key("kms-key-policy-not-public", { set: { policy: everyoneMay("kms:*") }, remove: [BYPASS] }),
  key("kms-key-policy-service-grants-bound", {
    set: { policy: serviceMay("kms:GenerateDataKey*") },
    remove: [BYPASS],
  }),
  key("kms-key-policy-service-grants-named", { set: { policy: boundServiceMay("kms:*") }, remove: [BYPASS] }),
  key("kms-key-deletion-window", { set: { deletionWindowInDays: 7 } }),
  key("kms-key-enabled", { set: { isEnabled: false } }),
  key("kms-key-lockout-safety-check", { set: { policy: accountMay("kms:*"), [BYPASS]: true } }),
  key("kms-key-protected", { protect: false }),
  keyGrant("kms-grant-own-account", { set: { granteePrincipal: "arn:aws:iam::444455556666:role/readers" } }),
];
