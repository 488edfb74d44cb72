import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const keyLockoutCheckKept = resourceRule({
  id: "key-lockout-check-kept",
  title: "A key keeps the check against locking everyone out",
  severity: "high",
  type: "aws:kms/key:Key",
  property: "bypassPolicyLockoutSafetyCheck",
  rationale:
    "A key whose policy lets nobody manage it can be neither repaired nor deleted, and what it encrypts may be lost.",
  fix: "Leave bypassPolicyLockoutSafetyCheck out, or set it to false.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "bypassPolicyLockoutSafetyCheck", false, { absent: false }),
});
