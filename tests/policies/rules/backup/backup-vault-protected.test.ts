import { backupVaultProtected } from "../../../../policies/rules/backup/backup-vault-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(backupVaultProtected, {
  fails: [{ title: "a vault that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
