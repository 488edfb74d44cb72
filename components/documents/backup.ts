/**
 * Who can take backups away, as statements of a vault's access policy: pure functions on plain strings.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
import { BACKUP_LIFTING_ACTIONS, BACKUP_REMOVAL_ACTIONS } from "../../facts/backup/backups";
import { oneOrMany, type Statement } from "./iam";

/**
 * Refuses everybody but the break-glass principals to delete recovery points and the vault, and to lift this. Without any, everybody
 * is refused the deletion, and IAM decides who may lift it: otherwise nobody could. AWS Backup itself ends what its time has come for
 * by no call that the policy judges.
 *
 * @param breakGlassPrincipals ARNs of IAM roles and users
 */
export function refuseBackupRemoval(breakGlassPrincipals: readonly string[]): readonly Statement[] {
  const refused: Statement = {
    Sid: "NobodyRemovesBackups",
    Effect: "Deny",
    Principal: "*",
    Action: BACKUP_REMOVAL_ACTIONS,
    Resource: "*",
  };
  return breakGlassPrincipals.length === 0
    ? [refused]
    : [
        {
          ...refused,
          Sid: "OnlyBreakGlassRemovesBackups",
          Action: [...BACKUP_REMOVAL_ACTIONS, ...BACKUP_LIFTING_ACTIONS],
          Condition: { ArnNotEquals: { "aws:PrincipalArn": oneOrMany(breakGlassPrincipals) } },
        },
      ];
}
