import { backupVaultCustomerManagedKey } from "../../../../policies/rules/backup/backup-vault-customer-managed-key";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(backupVaultCustomerManagedKey, {
  fails: [
    {
      title: "a vault with the key that AWS keeps for backups",
      remove: ["kmsKeyArn"],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "the alias of that key",
      set: { kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:alias/aws/backup" },
      message:
        'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/backup", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  unknown: [],
});
