import { UNKNOWN, at } from "../../properties";
import { isWithin } from "../../requirements";
import { BACKUP_VAULT, BACKUP_VAULT_LOCK } from "../../resources";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";
import { must, some } from "../../truth";

const VAULT_NAME = BACKUP_VAULT_LOCK.path("backupVaultName");
const MINIMUM = BACKUP_VAULT_LOCK.path("minRetentionDays");

export const backupVaultLocked = stackRule(BACKUP_VAULT, {
  id: "backup-vault-locked",
  title: "Backup vaults have a lock with a minimum retention",
  severity: "high",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  property: "name",
  rationale:
    "Whoever takes a bucket's objects away takes its backups away too, if they can be deleted in the same minute. With a lock they last " +
    "until their time has come, and with a minimum no job can give them less.",
  remediation:
    "Declare a VaultLockConfiguration of the vault with minRetentionDays, as LockedBackup does. Without changeableForDays whoever may delete the lock still can.",
  references: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html",
  ],
  checkEach: (vault, { stack, property }) => {
    const locks = stack.referencing(vault, BACKUP_VAULT_LOCK, VAULT_NAME);
    return locks.length === 0
      ? must(
          some(stack.ofType(BACKUP_VAULT_LOCK).map((lock) => at(lock.properties, VAULT_NAME) === UNKNOWN && UNKNOWN)),
          property,
          "is that of a vault without a lock; declare a VaultLockConfiguration of it",
        )
      : locks.flatMap((lock) => about(lock, isWithin({ minimum: 1 })(lock.properties, MINIMUM)));
  },
});
