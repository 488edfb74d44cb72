import { kmsKeyLockoutSafetyCheck } from "../../../../policies/rules/kms/kms-key-lockout-safety-check";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingCase, describeResourceRule } from "../../rule-harness";
import { allow, keyPolicy } from "./key-documents";

const MESSAGE = "is true; set it to false";
const ROLE = "arn:aws:iam::111122223333:role/break-glass";

function denyChange(Condition: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  return allow({ AWS: "*" }, { Effect: "Deny", Action: "kms:PutKeyPolicy", Condition });
}

function bypassing(title: string, policy: string): FailingCase {
  return { title, set: { bypassPolicyLockoutSafetyCheck: true, policy }, message: MESSAGE };
}

const NAMED = denyChange({ ArnNotEquals: { "aws:PrincipalArn": ROLE } });

describeResourceRule(kmsKeyLockoutSafetyCheck, {
  fails: [
    bypassing("a bypass whose policy anyone may change", keyPolicy()),
    bypassing("a bypass beside a refusal of everyone", keyPolicy(NAMED, denyChange({}))),
    bypassing(
      "a bypass for a wildcard",
      keyPolicy(denyChange({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } })),
    ),
    bypassing(
      "a bypass that nobody is allowed to make use of",
      JSON.stringify({ Version: "2012-10-17", Statement: [NAMED] }),
    ),
    bypassing("a bypass of a policy that cannot be read", "{"),
    {
      title: "a bypass without a policy",
      set: { bypassPolicyLockoutSafetyCheck: true },
      remove: ["policy"],
      message: MESSAGE,
    },
  ],
  passes: [
    {
      title: "a key that explicitly keeps the check",
      set: { bypassPolicyLockoutSafetyCheck: false, policy: keyPolicy() },
    },
    {
      title: "a key that keeps the check by default",
      set: { policy: keyPolicy() },
      remove: ["bypassPolicyLockoutSafetyCheck"],
    },
    {
      title: "a bypass whose policy named principals alone may change",
      set: { bypassPolicyLockoutSafetyCheck: true, policy: keyPolicy(NAMED) },
    },
    {
      title: "a bypass that is not known yet, where named principals alone may change the policy",
      set: { bypassPolicyLockoutSafetyCheck: UNKNOWN_VALUE, policy: keyPolicy(NAMED) },
    },
    {
      title: "a kept check of a policy that is not known yet",
      set: { bypassPolicyLockoutSafetyCheck: false, policy: UNKNOWN_VALUE },
    },
  ],
  // The prod stack's keys bypass the check.
  unknown: ["policy"],
});

describeResourceRule(kmsKeyLockoutSafetyCheck, {
  example: { policy: keyPolicy() },
  fails: [bypassing("a bypass in a program of others", keyPolicy())],
  unknown: ["bypassPolicyLockoutSafetyCheck"],
});
