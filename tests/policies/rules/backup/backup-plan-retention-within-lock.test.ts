import { backupPlanRetentionWithinLock } from "../../../../policies/rules/backup/backup-plan-retention-within-lock";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { LOCK, PLAN } from "./prod-names";

const DAYS = "rules.0.lifecycle.deleteAfter";
const outside = (message: string) => [{ name: PLAN.name, property: DAYS, message }] as const;

describeStackRule(backupPlanRetentionWithinLock, {
  fails: [
    {
      title: "a retention below the minimum",
      change: (stack) => changeAll(stack, PLAN, { set: { [DAYS]: 34 } }),
      findings: outside("is 34 days; the lock of its vault takes 35 to any number of days"),
    },
    {
      title: "a retention above the maximum",
      change: (stack) => changeAll(stack, LOCK, { set: { maxRetentionDays: 34, minRetentionDays: 1 } }),
      findings: outside("is 35 days; the lock of its vault takes 1 to 34 days"),
    },
    {
      title: "recovery points that are kept for ever, where there is a maximum",
      change: (stack) =>
        changeAll(changeAll(stack, LOCK, { set: { maxRetentionDays: 90 } }), PLAN, { remove: ["rules.0.lifecycle"] }),
      findings: outside("is not set: for ever; the lock of its vault takes 35 to 90 days"),
    },
  ],
  passes: [
    { title: "a vault without a lock", change: (stack) => without(stack, LOCK) },
    {
      title: "recovery points that are kept for ever",
      change: (stack) => changeAll(stack, PLAN, { remove: ["rules.0.lifecycle"] }),
    },
    {
      title: "a retention at both bounds",
      change: (stack) => changeAll(stack, LOCK, { set: { maxRetentionDays: 35, minRetentionDays: 35 } }),
    },
    {
      title: "a vault of another stack",
      change: (stack) =>
        changeAll(stack, PLAN, { set: { "rules.0.targetVaultName": "other", [DAYS]: 1 } }).map((resource) =>
          resource.urn.endsWith(`::${PLAN.name}`) ? { ...resource, propertyDependencies: {} } : resource,
        ),
    },
  ],
  unknown: [
    {
      title: "the retention",
      change: (stack) => changeAll(stack, PLAN, { set: { [DAYS]: UNKNOWN_VALUE } }),
      property: DAYS,
    },
    {
      title: "the minimum",
      change: (stack) => changeAll(stack, LOCK, { set: { minRetentionDays: UNKNOWN_VALUE } }),
      property: DAYS,
    },
    {
      title: "the rules",
      change: (stack) => changeAll(stack, PLAN, { set: { rules: UNKNOWN_VALUE } }),
      property: "rules",
    },
  ],
});
