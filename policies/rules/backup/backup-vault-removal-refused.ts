import { carriedByUnnamed } from "../../iam/key-removal";
import { extentOf } from "../../iam/conditions";
import { type Statement, includesAction, isEveryone } from "../../iam/policy-document";
import { removalsRefused } from "../../iam/removals-refused";
import { isOnEverything } from "../../iam/statement-sets";
import { UNKNOWN, at } from "../../properties";
import { BACKUP_VAULT, BACKUP_VAULT_POLICY } from "../../resources";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";
import { must, some } from "../../truth";

const VAULT_NAME = BACKUP_VAULT_POLICY.path("backupVaultName");
const POLICY = BACKUP_VAULT_POLICY.path("policy");

/** The calls by which a recovery point goes before its time. */
const REMOVALS = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"] as const;

export const backupVaultRemovalRefused = stackRule(BACKUP_VAULT, {
  id: "backup-vault-removal-refused",
  title: "Backup vaults refuse the deletion of recovery points",
  severity: "medium",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  property: "name",
  rationale:
    "A lock in mode GOVERNANCE can be taken away, and then IAM alone decides who deletes backups. The vault's own policy refuses it " +
    "to administrators too.",
  remediation:
    "Declare a VaultPolicy of the vault that denies backup:DeleteRecoveryPoint and backup:UpdateRecoveryPointLifecycle on every resource to everybody, or to all but principals that it names, as LockedBackup does.",
  references: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html",
  ],
  related: { config: ["BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"] },
  checkEach: (vault, { stack, property }) => {
    const policies = stack.referencing(vault, BACKUP_VAULT_POLICY, VAULT_NAME);
    return policies.length === 0
      ? must(
          some(
            stack
              .ofType(BACKUP_VAULT_POLICY)
              .map(({ properties }) => at(properties, VAULT_NAME) === UNKNOWN && UNKNOWN),
          ),
          property,
          "is that of a vault without an access policy; declare a VaultPolicy of it that refuses deletion",
        )
      : policies.flatMap((policy) => about(policy, removalsRefused(at(policy.properties, POLICY), POLICY, leftOpen)));
  },
});

function leftOpen(statements: readonly Statement[]): readonly string[] {
  return REMOVALS.filter(
    (action) => !statements.some((statement) => refuses(statement) && includesAction(statement, action)),
  );
}

/** To everybody whom it does not name, on whatever is in the vault. */
function refuses(statement: Statement): boolean {
  return (
    statement.effect === "Deny" &&
    statement.principals.some(isEveryone) &&
    isOnEverything(statement) &&
    extentOf(statement.conditions, carriedByUnnamed) === "all"
  );
}
