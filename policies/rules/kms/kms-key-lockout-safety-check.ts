import { equals } from "../../requirements";
import { KEY } from "../../resources";
import { resourceRule } from "../../rule";

export const kmsKeyLockoutSafetyCheck = resourceRule(KEY, {
  id: "kms-key-lockout-safety-check",
  title: "KMS keys do not bypass the policy lockout safety check",
  severity: "high",
  property: "bypassPolicyLockoutSafetyCheck",
  rationale:
    "A key whose policy lets nobody manage it can be neither repaired nor deleted, and the data it encrypts may be lost.",
  remediation: "Leave bypassPolicyLockoutSafetyCheck out, or set it to false.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
  requires: equals(false, { byDefault: false }),
});
