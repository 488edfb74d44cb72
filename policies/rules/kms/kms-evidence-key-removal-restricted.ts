import { unrestrictedRemovals } from "../../iam/key-removal";
import { removalsRefused } from "../../iam/removals-refused";
import { CUSTOMER_MANAGED_KEY, KEY, KEY_POLICY } from "../../resources";
import { type Result, all } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { about } from "../../stack/subjects";

const POLICY = KEY.path("policy");

export const kmsEvidenceKeyRemovalRestricted = stackRule(CUSTOMER_MANAGED_KEY, {
  id: "kms-evidence-key-removal-restricted",
  title: "KMS keys of evidence can be taken away by break-glass principals only",
  severity: "medium",
  enforcementLevel: "advisory",
  property: "policyStatements",
  rationale:
    "Whoever may administer the keys of the account can schedule the deletion of a key in seven days, whatever its own waiting " +
    "period says. What it encrypted is then unreadable, and an Object Lock does not help.",
  remediation: "Name the break-glass roles in the component's argument breakGlassPrincipals.",
  references: [
    "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  ],
  checkEach: ({ urn }, { stack }) =>
    all(
      ...stack
        .ofType(KEY)
        .filter(({ parent }) => parent === urn)
        .map((key) => checkKey(stack, key)),
    ),
});

/** A policy apart from the key replaces the key's own. */
function checkKey(stack: Stack, key: StackResourceOf<typeof KEY>): readonly Result[] {
  const separate = stack.referencing(key, KEY_POLICY, "keyId");
  return separate.length === 0
    ? about(key, removalsRefused(key.properties.policy, POLICY, unrestrictedRemovals))
    : separate.flatMap((holder) =>
        about(holder, removalsRefused(holder.properties.policy, POLICY, unrestrictedRemovals)),
      );
}
