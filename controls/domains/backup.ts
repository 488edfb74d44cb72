import { control } from "../control";

export const backupControls = [
  control({
    id: "BACKUP-01",
    title: "Named resources are backed up every day, as long as the vault's lock takes",
    objective:
      "What a model was made from, and what an application cannot do without, can be got back as it was on a day before.",
    provisions: ["LockedBackup"],
    prevents: ["backup-account-training-buckets-backed-up", "backup-plan-retention-within-lock"],
    detects: {
      checks: [
        "verify-backup-plan-as-declared",
        "verify-backup-selection-as-declared",
        "verify-backup-buckets-versioned",
      ],
    },
    traces: ["backup:DeleteBackupPlan", "backup:DeleteBackupSelection", "backup:UpdateBackupPlan"],
    responds: ["objects-removed", "evidence-tampered-with"],
    clauses: {
      "nist-800-53": ["CP-9"],
      "soc-2": ["A1.2"],
      hipaa: ["164.308(a)(7)(ii)(A)"],
      gdpr: ["32(1)(c)"],
    },
    limits: [
      "Nothing is backed up by default: what is named is charged by what is stored, and only its owner knows it.",
      "Whether a backup can be restored shows a restore. None is made, and the role that backs up cannot make one.",
      "The vault is in the region and the account of what it holds: whoever closes the account ends both.",
      "A job that fails is not looked for. Objects that the role may not decrypt are left out of a job that succeeds.",
    ],
  }),
  control({
    id: "BACKUP-02",
    title: "Backups cannot be taken away before their time",
    objective:
      "Whoever can delete what is backed up cannot delete the backups: a vault has a lock, and refuses to all but the break-glass principals.",
    provisions: ["LockedBackup", "CustomerManagedKey"],
    prevents: [
      "backup-vault-customer-managed-key",
      "backup-vault-locked",
      "backup-vault-protected",
      "backup-vault-removal-refused",
    ],
    detects: {
      checks: [
        "verify-backup-vault-as-declared",
        "verify-backup-vault-lock-as-declared",
        "verify-backup-vault-lock-mode-as-declared",
        "verify-backup-vault-policy-as-declared",
      ],
    },
    traces: [
      "backup:DeleteBackupVault",
      "backup:DeleteBackupVaultAccessPolicy",
      "backup:DeleteBackupVaultLockConfiguration",
      "backup:DeleteRecoveryPoint",
      "backup:DisassociateRecoveryPoint",
      "backup:PutBackupVaultAccessPolicy",
      "backup:PutBackupVaultLockConfiguration",
      "backup:UpdateRecoveryPointLifecycle",
    ],
    responds: ["evidence-tampered-with"],
    clauses: {
      "nist-800-53": ["CP-9", "CP-9(8)"],
      "soc-2": ["A1.2"],
      hipaa: ["164.312(c)(1)"],
      gdpr: ["5(1)(f)"],
    },
    limits: [
      "A lock in mode GOVERNANCE, which is the default, can be taken away by whoever may, and then the vault's access policy is what is left. COMPLIANCE cannot, by nobody, and cannot be taken back.",
      "Without break-glass principals, IAM decides who may change the access policy.",
      "A vault access policy judges the calls of AWS Backup. Snapshots of volumes and databases can also be reached by the calls of EC2 and RDS, which a lock refuses and a policy does not.",
      "The vault's key encrypts what AWS Backup encrypts itself. Snapshots of volumes and databases have the key of their resource.",
    ],
  }),
] as const;
