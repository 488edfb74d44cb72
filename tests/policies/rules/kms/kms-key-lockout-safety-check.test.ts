import { kmsKeyLockoutSafetyCheck } from "../../../../policies/rules/kms/kms-key-lockout-safety-check";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(kmsKeyLockoutSafetyCheck, {
  fails: [
    {
      title: "a key that bypasses the check",
      set: { bypassPolicyLockoutSafetyCheck: true },
      message: "is true; set it to false",
    },
  ],
  passes: [{ title: "a key that explicitly keeps the check", set: { bypassPolicyLockoutSafetyCheck: false } }],
});
