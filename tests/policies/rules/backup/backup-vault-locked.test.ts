import { backupVaultLocked } from "../../../../policies/rules/backup/backup-vault-locked";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { LOCK, VAULT } from "./prod-names";

const UNLOCKED = {
  name: VAULT.name,
  property: "name",
  message: "is that of a vault without a lock; declare a VaultLockConfiguration of it",
};

describeStackRule(backupVaultLocked, {
  fails: [
    { title: "a vault without a lock", change: (stack) => without(stack, LOCK), findings: [UNLOCKED] },
    {
      title: "the lock of another vault",
      change: (stack) =>
        changeAll(stack, LOCK, { set: { backupVaultName: "other" } }).map((resource) =>
          resource.urn.endsWith(`::${LOCK.name}`) ? { ...resource, propertyDependencies: {} } : resource,
        ),
      findings: [UNLOCKED],
    },
    {
      title: "a lock without a minimum",
      change: (stack) => changeAll(stack, LOCK, { remove: ["minRetentionDays"] }),
      findings: [{ name: LOCK.name, property: "minRetentionDays", message: "is not set; set it to at least 1" }],
    },
  ],
  passes: [
    {
      title: "a lock in mode COMPLIANCE",
      change: (stack) => changeAll(stack, LOCK, { set: { changeableForDays: 3 } }),
    },
  ],
  unknown: [
    {
      title: "the minimum",
      change: (stack) => changeAll(stack, LOCK, { set: { minRetentionDays: UNKNOWN_VALUE } }),
      property: "minRetentionDays",
    },
  ],
});
