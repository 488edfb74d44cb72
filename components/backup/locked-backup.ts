/** Backups of named resources in a vault that is locked. */
import * as pulumi from "@pulumi/pulumi";

import {
  BACKED_UP_KINDS_IN_WORDS,
  type BackedUpKindName,
  backedUpKindOf,
  BACKUP_NAME_FORM,
  BACKUP_RETENTION,
  BACKUP_TIMES,
  CHANGEABLE_FOR_DAYS,
  MINIMUM_COLD_DAYS,
  WINDOW_MINUTES,
} from "../../facts/backup/backups";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { matching, optionOf, OptionError, validated, wholeNumber } from "../base/options";
import { type ExistingRole, validatedRole } from "../iam/required-role";
import { type ExistingKey, requiredKey, validatedKey } from "../kms/required-key";
import {
  backUp,
  createKey,
  createPlan,
  createRole,
  createVault,
  type LockedBackupOptions,
  lockVault,
  refuseRemoval,
} from "./locked-backup-resources";

/** A resource that is backed up. */
export interface BackedUpResource {
  /** Decides by which of AWS's policies it is read. */
  readonly kind: BackedUpKindName;
  /** The ARN of a resource of the kind, in the component's region. */
  readonly arn: pulumi.Input<string>;
}

/** Options of a {@link LockedBackup}. */
export interface LockedBackupArgs extends EvidenceProtection, KeyProtection {
  /** The resources, at least one. A bucket needs versioning, and its key's policy has to let the role of the backups decrypt by IAM. */
  readonly resources: readonly BackedUpResource[];
  /** Days that each recovery point is kept, 1 to 36,500. @default 35 */
  readonly retentionDays?: number;
  /**
   * Days after which recovery points of kinds that have it move to cold storage, where AWS keeps them for 90 days at least.
   *
   * @default - they stay in warm storage
   */
  readonly coldStorageAfterDays?: number;
  /** When backups begin, in UTC, as a cron expression of six fields. @default "cron(0 5 ? * * *)": every day at five */
  readonly schedule?: string;
  /** Minutes within which a backup has to begin. @default 480 */
  readonly startWindowMinutes?: number;
  /** Minutes within which a backup has to end after it began. @default 10080: a week */
  readonly completionWindowMinutes?: number;
  /**
   * Who can take the vault's lock away: in mode GOVERNANCE whoever may call DeleteBackupVaultLockConfiguration. In mode COMPLIANCE
   * nobody, neither the root user nor AWS, once changeableForDays have passed: the vault, its lock and each recovery point until its
   * time then outlive the stack, and are paid for.
   *
   * @default "GOVERNANCE"
   */
  readonly lockMode?: "GOVERNANCE" | "COMPLIANCE";
  /**
   * Days, 3 to 36,500, in which a lock in mode COMPLIANCE can still be taken away. Needed there, and refused elsewhere.
   *
   * @default - the lock can always be taken away, in mode GOVERNANCE
   */
  readonly changeableForDays?: number;
  /** The shortest retention that the vault takes, in days: what is to be kept for less fails. @default retentionDays */
  readonly minimumRetentionDays?: number;
  /** The longest retention that the vault takes, in days. @default - any */
  readonly maximumRetentionDays?: number;
  /** A customer managed key of the region for the vault. @default - one is created */
  readonly key?: ExistingKey;
  /** A role that AWS Backup may assume and that reads the resources. @default - one with the policies that AWS keeps for it */
  readonly role?: ExistingRole;
  /**
   * ARNs of the IAM users and roles who alone may delete recovery points and the vault, lift what refuses it to others, or take the
   * component's own key away. Whoever runs Pulumi then needs to be one of them to change the vault's access policy or to delete it.
   *
   * @default - nobody deletes, and IAM decides who may lift that
   */
  readonly breakGlassPrincipals?: readonly string[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * A backup vault with a customer managed key, a lock and an access policy that refuses deletion; a plan by which AWS Backup puts a
 * recovery point of each resource in it every day; and the role by which it reads them.
 *
 * What AWS Backup does not encrypt itself, such as snapshots of volumes and databases, has the encryption of its resource. The role
 * backs up and does not restore: a restore writes, and is done by a role of whoever does it. The region's opt-in to kinds of
 * resources is one for every plan of the region and stays as it is; a resource that is named by its ARN does not need it.
 *
 * @throws {OptionError} when there is no resource, when a resource is not of its kind, when a number is out of its range, when
 *   retentionDays is not what the lock or cold storage takes, when changeableForDays is left out of mode COMPLIANCE or given to
 *   another, when the component's name is no name of a vault, when the key is named by an alias, or forceDestroy contradicts protect
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
 */
export class LockedBackup extends pulumi.ComponentResource {
  readonly vaultName: pulumi.Output<string>;
  readonly vaultArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
  readonly planId: pulumi.Output<string>;

  constructor(name: string, args: LockedBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveLockedBackup(name, args);
    super(componentType("LockedBackup"), name, { resources: args.resources.map(({ kind }) => kind) }, opts);
    const scope = scopeOf(this, name, args);

    const key = requiredKey(options.key, () => createKey(scope));
    const vault = createVault(scope, key);
    const lock = lockVault(scope, options, vault);
    const policy = refuseRemoval(scope, options, vault);
    const plan = createPlan(scope, options, vault, [lock, policy]);
    backUp(scope, options, plan, createRole(scope, options));

    this.vaultName = vault.name;
    this.vaultArn = vault.arn;
    this.keyArn = key.keyArn;
    this.planId = plan.id;
    this.registerOutputs({
      vaultName: this.vaultName,
      vaultArn: this.vaultArn,
      keyArn: this.keyArn,
      planId: this.planId,
    });
  }
}

const vaultName = matching(
  BACKUP_NAME_FORM,
  "2 to 50 letters, digits, hyphens and underscores, as the name of a vault",
  "Give the component such a name.",
);
const days = wholeNumber({ ...BACKUP_RETENTION, unit: "days" });
const changeable = wholeNumber({ ...CHANGEABLE_FOR_DAYS, unit: "days" });
const minutes = wholeNumber({ ...WINDOW_MINUTES, unit: "minutes" });
const cron = matching(
  /^cron\((\S+ ){5}\S+\)$/,
  "a cron expression of six fields, such as cron(0 5 ? * * *)",
  "Write minutes, hours, day of month, month, day of week and year.",
);

/** @throws {OptionError} as {@link LockedBackup} does */
export function resolveLockedBackup(name: string, args: LockedBackupArgs): LockedBackupOptions {
  const option = optionOf("LockedBackup", name);
  const { resources, coldStorageAfterDays, maximumRetentionDays, changeableForDays, breakGlassPrincipals = [] } = args;
  const { retentionDays = BACKUP_RETENTION.default, lockMode = "GOVERNANCE" } = args;
  const { minimumRetentionDays = retentionDays } = args;
  const {
    schedule = BACKUP_TIMES.schedule,
    startWindowMinutes = BACKUP_TIMES.startWindowMinutes,
    completionWindowMinutes = BACKUP_TIMES.completionWindowMinutes,
  } = args;
  checkProtection(args, option, lockMode);
  vaultName(name, option("name"));
  checkSomeResource(resources, option("resources"));
  checkEach({ retentionDays, minimumRetentionDays, maximumRetentionDays, coldStorageAfterDays }, days, option);
  checkEach({ startWindowMinutes, completionWindowMinutes }, minutes, option);
  cron(schedule, option("schedule"));
  checkLock({ lockMode, changeableForDays }, option("changeableForDays"));
  checkBounds({ retentionDays, minimumRetentionDays, maximumRetentionDays, coldStorageAfterDays }, option);
  return {
    resources: resources.map(({ kind, arn }, index) => ({
      kind,
      arn: validated(arn, option(`resources[${index}].arn`), isOfKind(kind)),
    })),
    rule: { retentionDays, coldStorageAfterDays, schedule, startWindowMinutes, completionWindowMinutes },
    lock: { minimumRetentionDays, maximumRetentionDays, changeableForDays },
    key: validatedKey(args.key, option("key")),
    role: validatedRole(args.role, option("role")),
    breakGlassPrincipals,
  };
}

function checkSomeResource(resources: LockedBackupArgs["resources"], path: string): void {
  if (resources.length === 0) {
    throw new OptionError({ path, got: [], allowed: "at least one resource", fix: "Name a resource." });
  }
}

function checkEach(
  values: Readonly<Record<string, number | undefined>>,
  check: (value: number, path: string) => void,
  option: (name: string) => string,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      check(value, option(name));
    }
  }
}

/** A lock without days to change it is one of governance: AWS knows no other sign of the mode. */
function checkLock(
  { lockMode, changeableForDays }: { readonly lockMode: string; readonly changeableForDays: number | undefined },
  path: string,
): void {
  if (lockMode === "COMPLIANCE") {
    changeable(changeableForDays ?? NaN, path);
  } else if (changeableForDays !== undefined) {
    throw new OptionError({
      path,
      got: changeableForDays,
      allowed: "nothing, unless lockMode is COMPLIANCE",
      fix: "Remove it: a lock in mode GOVERNANCE can always be changed. COMPLIANCE cannot be taken back.",
    });
  }
}

interface Bounds {
  readonly retentionDays: number;
  readonly minimumRetentionDays: number;
  readonly maximumRetentionDays: number | undefined;
  readonly coldStorageAfterDays: number | undefined;
}

/** A job whose retention the vault's lock does not take fails, every day. */
function checkBounds(
  { retentionDays, minimumRetentionDays, maximumRetentionDays = Infinity, coldStorageAfterDays }: Bounds,
  option: (name: string) => string,
): void {
  const warmest = coldStorageAfterDays === undefined ? 0 : coldStorageAfterDays + MINIMUM_COLD_DAYS;
  if (retentionDays < minimumRetentionDays || retentionDays > maximumRetentionDays || retentionDays < warmest) {
    throw new OptionError({
      path: option("retentionDays"),
      got: retentionDays,
      allowed: `at least minimumRetentionDays, at most maximumRetentionDays, and ${MINIMUM_COLD_DAYS} days more than coldStorageAfterDays`,
      fix: "Change the retention, or what bounds it.",
    });
  }
}

function isOfKind(kind: BackedUpKindName): (arn: string, path: string) => void {
  return (arn, path) => {
    if (backedUpKindOf(arn) !== kind) {
      throw new OptionError({
        path,
        got: arn,
        allowed: `an ARN of the kind ${kind}; backed up are ${BACKED_UP_KINDS_IN_WORDS}`,
        fix: "Name the resource's own ARN, or its kind.",
      });
    }
  };
}
