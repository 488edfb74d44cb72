/**
 * Who can take a key away, as key policy statements: pure functions on plain strings.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
import { oneOrMany, type Statement } from "./iam";

/** The calls after which what a key encrypted can no longer be read, and the one that could lift their refusal. */
const REMOVAL_ACTIONS = ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"] as const;

/**
 * Refuses everybody but the break-glass principals to take the key away. Without any, the key is left to IAM: a refusal of
 * everybody would leave a key that only AWS Support can change.
 *
 * For an assumed role, `aws:PrincipalArn` is the ARN of the role, not that of the session.
 *
 * @param breakGlassPrincipals ARNs of IAM roles and users
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function refuseKeyRemoval(breakGlassPrincipals: readonly string[]): readonly Statement[] {
  if (breakGlassPrincipals.length === 0) {
    return [];
  }
  return [
    {
      Sid: "OnlyBreakGlassRemovesKey",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: REMOVAL_ACTIONS,
      Resource: "*",
      Condition: { ArnNotEquals: { "aws:PrincipalArn": oneOrMany(breakGlassPrincipals) } },
    },
  ];
}
