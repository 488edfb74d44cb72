import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { BACKUP_VAULT } from "../../resources";

export const backupVaultCustomerManagedKey = customerManagedKeyRule(BACKUP_VAULT, {
  id: "backup-vault-customer-managed-key",
  title: "Backup vaults are encrypted with a customer managed key",
  severity: "medium",
  elsewhere: "evidence",
  property: "kmsKeyArn",
  rationale:
    "A backup of a bucket is a copy of everything in it. Without a customer managed key, whoever may restore from the vault reads it, " +
    "and no key policy says otherwise.",
  references: ["https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html"],
  related: { prowler: ["backup_vaults_encrypted"], checkov: ["CKV_AWS_166"] },
});
