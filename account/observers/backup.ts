/** Vaults of AWS Backup with their locks and access policies, and the plans and selections that fill them. */
import type { BackupRule } from "@aws-sdk/client-backup";
import type * as aws from "@pulumi/aws";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { type Problem, type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const backupVaultObserver = observer<aws.backup.VaultArgs>({
  type: "aws:backup/vault:Vault",
  check: "verify-backup-vault-as-declared",
  parts: [{ properties: ["name", "kmsKeyArn"], read: readVault }],
  notCompared: {
    forceDestroy: "It says what the engine does when it deletes the vault; the account does not know it.",
  },
});

async function vaultNamed(reader: Reader, region: string, name: string) {
  return reader.read("backup:DescribeBackupVault", region, { BackupVaultName: name });
}

async function readVault(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const vault = await vaultNamed(reader, region, textOf(inputs["name"]));
  return vault && { name: vault.BackupVaultName, kmsKeyArn: vault.EncryptionKeyArn };
}

export const backupVaultLockObserver = observer<aws.backup.VaultLockConfigurationArgs>({
  type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  check: "verify-backup-vault-lock-as-declared",
  parts: [{ properties: ["backupVaultName", "minRetentionDays", "maxRetentionDays"], read: readLock }],
  notCompared: { changeableForDays: "AWS Backup tells the date after which the lock stays, not the days until then." },
  conditions: [{ check: "verify-backup-vault-lock-mode-as-declared", read: lockModeProblems }],
});

async function readLock(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const vault = await vaultNamed(reader, region, textOf(inputs["backupVaultName"]));
  return vault?.Locked === true
    ? {
        backupVaultName: vault.BackupVaultName,
        minRetentionDays: vault.MinRetentionDays,
        maxRetentionDays: vault.MaxRetentionDays,
      }
    : undefined;
}

/** A lock that has a date is, or becomes, one of compliance. */
async function lockModeProblems(reader: Reader, { region, inputs }: Subject): Promise<readonly Problem[]> {
  const vault = await vaultNamed(reader, region, textOf(inputs["backupVaultName"]));
  const declared = modeOf(inputs["changeableForDays"] !== undefined);
  const there = modeOf(vault?.LockDate !== undefined);
  return vault?.Locked !== true || declared === there
    ? []
    : [
        {
          result: "fail",
          property: "LockDate",
          message: `makes the lock one of ${there} in the account; the stack declares ${declared}`,
        },
      ];
}

function modeOf(hasDate: boolean): string {
  return hasDate ? "COMPLIANCE" : "GOVERNANCE";
}

export const backupVaultPolicyObserver = observer<aws.backup.VaultPolicyArgs>({
  type: "aws:backup/vaultPolicy:VaultPolicy",
  check: "verify-backup-vault-policy-as-declared",
  parts: [{ properties: ["backupVaultName", "policy"], read: readPolicy }],
  forms: { policy: "document" },
});

async function readPolicy(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("backup:GetBackupVaultAccessPolicy", region, {
    BackupVaultName: textOf(inputs["backupVaultName"]),
  });
  return found && { backupVaultName: found.BackupVaultName, policy: found.Policy };
}

export const backupPlanObserver = observer<aws.backup.PlanArgs>({
  type: "aws:backup/plan:Plan",
  check: "verify-backup-plan-as-declared",
  parts: [{ properties: ["name", "rules"], read: readPlan }],
  notCompared: {
    advancedBackupSettings: "The project declares none.",
    scanSettings: "The project declares none.",
  },
});

async function readPlan(reader: Reader, { region, id }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("backup:GetBackupPlan", region, { BackupPlanId: id });
  // AWS Backup still tells of a plan that was deleted.
  return found?.BackupPlan === undefined || found.DeletionDate !== undefined
    ? undefined
    : { name: found.BackupPlan.BackupPlanName, rules: (found.BackupPlan.Rules ?? []).map(ruleOf) };
}

/** What decides when and how long something is kept; a copy that nobody declared is none of the project's. */
function ruleOf(rule: BackupRule): WireMap {
  const { ScheduleExpressionTimezone: timezone = "Etc/UTC", Lifecycle: lifecycle } = rule;
  return {
    ruleName: rule.RuleName ?? null,
    targetVaultName: rule.TargetBackupVaultName ?? null,
    schedule: rule.ScheduleExpression ?? null,
    startWindow: rule.StartWindowMinutes ?? null,
    completionWindow: rule.CompletionWindowMinutes ?? null,
    ...(timezone === "Etc/UTC" ? {} : { scheduleExpressionTimezone: timezone }),
    ...(rule.EnableContinuousBackup === true ? { enableContinuousBackup: true } : {}),
    ...(lifecycle === undefined
      ? {}
      : {
          lifecycle: {
            ...(lifecycle.DeleteAfterDays === undefined ? {} : { deleteAfter: lifecycle.DeleteAfterDays }),
            ...(lifecycle.MoveToColdStorageAfterDays === undefined
              ? {}
              : { coldStorageAfter: lifecycle.MoveToColdStorageAfterDays }),
          },
        }),
  };
}

/** The ids of the plans of a name, of which a region may have several. */
export async function backupPlansNamed(reader: Reader, region: string, name: string): Promise<readonly string[]> {
  const pages = await reader.readPages("backup:ListBackupPlans", region, {}, ({ NextToken }) =>
    NextToken === undefined ? undefined : { NextToken },
  );
  return pages
    .flatMap(({ BackupPlansList = [] }) => BackupPlansList)
    .filter((plan) => plan.BackupPlanName === name)
    .flatMap(({ BackupPlanId = [] }) => BackupPlanId);
}

export const backupSelectionObserver = observer<aws.backup.SelectionArgs>({
  type: "aws:backup/selection:Selection",
  check: "verify-backup-selection-as-declared",
  parts: [
    {
      properties: ["name", "planId", "iamRoleArn", "resources", "notResources"],
      read: readSelection,
    },
  ],
  notCompared: {
    conditions: "The project selects resources by their ARNs alone.",
    selectionTags: "The project selects resources by their ARNs alone.",
  },
  conditions: [{ check: "verify-backup-buckets-versioned", read: versioningProblems }],
});

/** Found by its name, because AWS Backup makes up its id. */
async function readSelection(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const asked = { BackupPlanId: textOf(inputs["planId"]) };
  const pages = await reader.readPages("backup:ListBackupSelections", region, asked, ({ NextToken }) =>
    NextToken === undefined ? undefined : { ...asked, NextToken },
  );
  const listed = pages
    .flatMap(({ BackupSelectionsList = [] }) => BackupSelectionsList)
    .find(({ SelectionName }) => SelectionName === inputs["name"]);
  const found =
    listed && (await reader.read("backup:GetBackupSelection", region, { ...asked, SelectionId: listed.SelectionId }));
  const selection = found?.BackupSelection;
  return (
    selection && {
      name: selection.SelectionName,
      planId: found.BackupPlanId,
      iamRoleArn: selection.IamRoleArn,
      resources: selection.Resources ?? [],
      ...(selection.NotResources?.length ? { notResources: selection.NotResources } : {}),
    }
  );
}

/** The jobs of a bucket without versioning fail. */
async function versioningProblems(reader: Reader, { region, inputs }: Subject): Promise<readonly Problem[]> {
  const { resources: declared } = inputs;
  // Array.isArray forgets what is in the list.
  const resources = Array.isArray(declared) ? (declared as readonly WireValue[]) : [];
  const buckets = resources.flatMap((arn) => /^arn:[^:]+:s3:::([^*?/]+)$/.exec(textOf(arn))?.[1] ?? []);
  const problems = await Promise.all(
    buckets.map(async (bucket): Promise<readonly Problem[]> => {
      const versioning = await reader.read("s3:GetBucketVersioning", region, { Bucket: bucket });
      const status = versioning === undefined ? "no bucket of the account" : (versioning.Status ?? "never enabled");
      return status === "Enabled"
        ? []
        : [
            {
              result: "fail",
              property: "resources",
              message: `names the bucket ${bucket}, whose versioning is ${status}: AWS Backup cannot back it up`,
            },
          ];
    }),
  );
  return problems.flat();
}
