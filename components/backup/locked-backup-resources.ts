/** What a `LockedBackup` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { BACKED_UP_KINDS, type BackedUpKindName, BACKUP_SERVICE } from "../../facts/backup/backups";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { refuseBackupRemoval } from "../documents/backup";
import { policyJson, trustService } from "../documents/iam";
import { type ExistingRole, requiredRole, type RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import type { ExistingKey, RequiredKey } from "../kms/required-key";

/** The options of a `LockedBackup`, resolved. */
export interface LockedBackupOptions {
  readonly resources: readonly { readonly kind: BackedUpKindName; readonly arn: pulumi.Input<string> }[];
  readonly rule: {
    readonly retentionDays: number;
    readonly coldStorageAfterDays: number | undefined;
    readonly schedule: string;
    readonly startWindowMinutes: number;
    readonly completionWindowMinutes: number;
  };
  readonly lock: {
    readonly minimumRetentionDays: number;
    readonly maximumRetentionDays: number | undefined;
    /** `undefined` is governance, anything else compliance. */
    readonly changeableForDays: number | undefined;
  };
  readonly key: ExistingKey | undefined;
  readonly role: ExistingRole | undefined;
  /** Empty refuses deletion to everybody. */
  readonly breakGlassPrincipals: readonly string[];
}

/** AWS Backup uses it by a grant that whoever makes the vault gives it, so that the policy names no service. */
export function createKey(scope: Scope): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    { description: `Backups ${scope.child()}`, ...scope.region, ...scope.keyProtection },
    scope.options,
  );
}

export function createVault(scope: Scope, { keyArn }: RequiredKey): aws.backup.Vault {
  const { forceDestroy } = scope.protection;
  return new aws.backup.Vault(
    scope.child("vault"),
    { name: scope.child(), kmsKeyArn: keyArn, ...given({ forceDestroy }), ...scope.region },
    scope.evidence,
  );
}

export function lockVault(
  scope: Scope,
  { lock: { minimumRetentionDays, maximumRetentionDays, changeableForDays } }: LockedBackupOptions,
  vault: aws.backup.Vault,
): aws.backup.VaultLockConfiguration {
  return new aws.backup.VaultLockConfiguration(
    scope.child("lock"),
    {
      backupVaultName: vault.name,
      minRetentionDays: minimumRetentionDays,
      ...given({ maxRetentionDays: maximumRetentionDays, changeableForDays }),
      ...scope.region,
    },
    scope.evidence,
  );
}

export function refuseRemoval(
  scope: Scope,
  { breakGlassPrincipals }: LockedBackupOptions,
  vault: aws.backup.Vault,
): aws.backup.VaultPolicy {
  return new aws.backup.VaultPolicy(
    scope.child("policy"),
    {
      backupVaultName: vault.name,
      policy: policyJson(refuseBackupRemoval(breakGlassPrincipals)),
      ...scope.region,
    },
    scope.options,
  );
}

export function createPlan(
  scope: Scope,
  { rule }: LockedBackupOptions,
  vault: aws.backup.Vault,
  before: readonly pulumi.Resource[],
): aws.backup.Plan {
  return new aws.backup.Plan(
    scope.child("plan"),
    {
      name: scope.child(),
      rules: [
        {
          ruleName: scope.child(),
          targetVaultName: vault.name,
          schedule: rule.schedule,
          startWindow: rule.startWindowMinutes,
          completionWindow: rule.completionWindowMinutes,
          lifecycle: {
            deleteAfter: rule.retentionDays,
            ...given({ coldStorageAfter: rule.coldStorageAfterDays }),
          },
        },
      ],
      ...scope.region,
    },
    // A recovery point that is older than the lock is not bound by its retention.
    { ...scope.options, dependsOn: [...before] },
  );
}

export function createRole(scope: Scope, { role, resources }: LockedBackupOptions): RequiredRole {
  return requiredRole(role, () => makeRole(scope, new Set(resources.map(({ kind }) => BACKED_UP_KINDS[kind].policy))));
}

/** With AWS's own policies, of the kinds that are backed up alone: what a backup of each calls changes without notice. */
function makeRole(scope: Scope, policies: ReadonlySet<string>): RequiredRole {
  const name = scope.child("role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: `AWS Backup reads what ${scope.child()} backs up`,
      assumeRolePolicy: policyJson([trustService("BackupAssumesRole", BACKUP_SERVICE, "unsupported")]),
    },
    scope.options,
  );
  const attached = [...policies]
    .sort()
    .map(
      (policy) =>
        new aws.iam.RolePolicyAttachment(
          `${name}-${policy.slice(policy.lastIndexOf("/") + 1)}`,
          { role: role.name, policyArn: pulumi.interpolate`arn:${scope.account.partition}:iam::aws:policy/${policy}` },
          scope.options,
        ),
    );
  return { roleArn: role.arn, before: attached };
}

export function backUp(
  scope: Scope,
  { resources }: LockedBackupOptions,
  plan: aws.backup.Plan,
  { roleArn, before }: RequiredRole,
): aws.backup.Selection {
  return new aws.backup.Selection(
    scope.child("selection"),
    {
      name: scope.child(),
      planId: plan.id,
      iamRoleArn: roleArn,
      resources: resources.map(({ arn }) => arn),
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...before] },
  );
}
