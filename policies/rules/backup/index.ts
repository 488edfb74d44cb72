export { backupAccountTrainingBucketsBackedUp } from "./backup-account-training-buckets-backed-up";
export { backupPlanRetentionWithinLock } from "./backup-plan-retention-within-lock";
export { backupVaultCustomerManagedKey } from "./backup-vault-customer-managed-key";
export { backupVaultLocked } from "./backup-vault-locked";
export { backupVaultProtected } from "./backup-vault-protected";
export { backupVaultRemovalRefused } from "./backup-vault-removal-refused";
