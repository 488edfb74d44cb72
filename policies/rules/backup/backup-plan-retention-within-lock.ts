import { type Value, UNKNOWN, at, isList } from "../../properties";
import { decide } from "../../requirements";
import { BACKUP_PLAN, BACKUP_VAULT, BACKUP_VAULT_LOCK } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";

const RULES = BACKUP_PLAN.path("rules");
const VAULT_NAME = BACKUP_VAULT_LOCK.path("backupVaultName");

export const backupPlanRetentionWithinLock = stackRule(BACKUP_PLAN, {
  id: "backup-plan-retention-within-lock",
  title: "Backup plans keep recovery points for as long as the vault's lock takes them",
  severity: "high",
  property: RULES,
  rationale:
    "A job whose retention is shorter than the lock's minimum, or longer than its maximum, fails: the plan runs each day, and nothing is " +
    "backed up.",
  remediation:
    "Set lifecycle.deleteAfter of each rule within minRetentionDays and maxRetentionDays of its vault's lock.",
  references: ["https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html"],
  checkEach: (plan, { stack, property }) =>
    decide(plan.properties, property, (rules) =>
      isList(rules) ? all(...rules.map((_, index) => checkRule(stack, plan, `${property}.${index}`))) : pass,
    ),
});

/** A vault that the stack does not declare, or that has no lock in it, is not this rule's concern. */
function checkRule(stack: Stack, plan: StackResourceOf<typeof BACKUP_PLAN>, path: string): Results {
  const vault = stack.references(plan, `${path}.targetVaultName`, BACKUP_VAULT);
  if (vault.found !== "resources") {
    return vault.found === "unknown" ? undecided(path) : pass;
  }
  const locks = vault.resources.flatMap((each) => stack.referencing(each, BACKUP_VAULT_LOCK, VAULT_NAME));
  return locks.flatMap(({ properties: { minRetentionDays, maxRetentionDays } }) =>
    checkRetention(at(plan.properties, `${path}.lifecycle.deleteAfter`), `${path}.lifecycle.deleteAfter`, {
      minimum: minRetentionDays,
      maximum: maxRetentionDays,
    }),
  );
}

interface Bounds {
  readonly minimum: Value | undefined;
  readonly maximum: Value | undefined;
}

/** What is kept for ever is kept longer than any minimum, and than any maximum. */
function checkRetention(days: Value | undefined, path: string, { minimum, maximum }: Bounds): Results {
  if ([days, minimum, maximum].includes(UNKNOWN)) {
    return undecided(path);
  }
  const kept = typeof days === "number" ? days : Infinity;
  const least = typeof minimum === "number" ? minimum : 0;
  const most = typeof maximum === "number" ? maximum : Infinity;
  return kept >= least && kept <= most
    ? pass
    : fail(
        path,
        `is ${kept === Infinity ? "not set: for ever" : `${kept} days`}; the lock of its vault takes ${least} to ${most === Infinity ? "any number of" : most} days`,
      );
}
