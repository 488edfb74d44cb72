import { keyLockoutCheckKept } from "../../../../policies/rules/kms/key-lockout-check-kept";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(keyLockoutCheckKept, {
  fails: [
    {
      title: "a key that bypasses the check",
      set: { bypassPolicyLockoutSafetyCheck: true },
      message: "is true; it must be false",
    },
  ],
  passes: [{ title: "a key that says that it keeps the check", set: { bypassPolicyLockoutSafetyCheck: false } }],
});
