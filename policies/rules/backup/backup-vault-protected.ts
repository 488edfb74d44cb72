import { protectedRule } from "../../families/protected";
import { BACKUP_VAULT } from "../../resources";

export const backupVaultProtected = protectedRule(BACKUP_VAULT, {
  id: "backup-vault-protected",
  title: "Backup vaults are protected against deletion",
  severity: "medium",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  rationale:
    "A refactoring that renames the resource deletes the vault, with forceDestroy each recovery point in it as well.",
  references: ["https://docs.aws.amazon.com/aws-backup/latest/devguide/deleting-a-vault.html"],
});
