/** What AWS Backup can back up and lock: kinds of resources, limits, and the policies of the role by which it reads them. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-supported-services.html",
    readOn: "2026-11-27",
    secondary: "the operation UpdateRegionSettings as AWS's SDK models it",
  },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html",
    readOn: "2026-11-27",
    secondary: "the same text in AWS's model of the API",
  },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html",
    readOn: "2026-11-27",
    secondary: "the same text in AWS's model of the API",
  },
  {
    page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html",
    readOn: "2026-11-27",
  },
];

/** The service that assumes the role, and whose calls CloudTrail records. */
export const BACKUP_SERVICE = "backup.amazonaws.com";

/** A kind of resource that AWS Backup backs up. */
interface BackedUpKind {
  /** The kind in the plural, as a sentence names it. */
  readonly title: string;
  /** What follows `arn:PARTITION:`. A bucket's ARN has neither region nor account. */
  readonly arn: RegExp;
  /** The policy of AWS's own by which its role backs up the kind: what follows `:iam::aws:policy/`. */
  readonly policy: string;
}

const GENERAL_POLICY = "service-role/AWSBackupServiceRolePolicyForBackup";

/**
 * The kinds by name. A resource that a selection names by its ARN is backed up whether or not the region opted in to its kind, but
 * for clusters of Aurora, Neptune and DocumentDB. Those are left out: the opt-in is one setting for every plan of the region.
 */
export const BACKED_UP_KINDS = {
  bucket: {
    title: "S3 buckets",
    // Not a directory bucket, which AWS Backup does not know.
    arn: /^s3:::(?!.*--x-s3$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    policy: "AWSBackupServiceRolePolicyForS3Backup",
  },
  table: {
    title: "DynamoDB tables",
    arn: /^dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]{3,255}$/,
    policy: GENERAL_POLICY,
  },
  volume: {
    title: "EBS volumes",
    arn: /^ec2:[a-z0-9-]+:\d{12}:volume\/vol-[0-9a-f]+$/,
    policy: GENERAL_POLICY,
  },
  "file-system": {
    title: "file systems of EFS and FSx",
    arn: /^(elasticfilesystem|fsx):[a-z0-9-]+:\d{12}:file-system\/fs-[0-9a-f]+$/,
    policy: GENERAL_POLICY,
  },
  database: {
    title: "RDS instances",
    arn: /^rds:[a-z0-9-]+:\d{12}:db:[A-Za-z][A-Za-z0-9-]{0,62}$/,
    policy: GENERAL_POLICY,
  },
} as const satisfies Readonly<Record<string, BackedUpKind>>;

export type BackedUpKindName = keyof typeof BACKED_UP_KINDS;

/** Object.keys loses the names. */
export const BACKED_UP_KIND_NAMES = Object.keys(BACKED_UP_KINDS) as readonly BackedUpKindName[];

/** The kind of the resource that an ARN names; undefined where it is of none, or it is no ARN. */
export function backedUpKindOf(arn: string): BackedUpKindName | undefined {
  const [, resource] = /^arn:aws[a-z-]*:(.*)$/.exec(arn) ?? [];
  return resource === undefined
    ? undefined
    : BACKED_UP_KIND_NAMES.find((kind) => BACKED_UP_KINDS[kind].arn.test(resource));
}

/** The kinds in words, for whoever has to name one. */
export const BACKED_UP_KINDS_IN_WORDS: string = Object.values(BACKED_UP_KINDS)
  .map(({ title }) => title)
  .join(", ");

/** Vaults, plans, selections and rules of plans have names of these characters. */
export const BACKUP_NAME_FORM = /^[\w-]{2,50}$/;

/** Days that a recovery point is kept; the default is that of AWS's own template Daily-35day-Retention. */
export const BACKUP_RETENTION = { minimum: 1, maximum: 36_500, default: 35 } as const;

/** Days that AWS Backup keeps what it moved to cold storage, at least. */
export const MINIMUM_COLD_DAYS = 90;

/** Days until a lock in compliance mode can no longer be taken away: AWS gives three at least. */
export const CHANGEABLE_FOR_DAYS = { minimum: 3, maximum: 36_500 } as const;

/**
 * When backups begin, and for how long they may wait and run, as AWS has it where a rule says nothing. The provider's own defaults
 * are one hour and three, in which a large bucket is not backed up.
 */
export const BACKUP_TIMES = {
  schedule: "cron(0 5 ? * * *)",
  startWindowMinutes: 480,
  completionWindowMinutes: 10_080,
} as const;

/** Minutes of the windows, at least and at most. */
export const WINDOW_MINUTES = { minimum: 60, maximum: 52_560_000 } as const;

/** Calls by which a recovery point goes before its time, or a vault. Vault access policies take no wildcard in them. */
export const BACKUP_REMOVAL_ACTIONS = [
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
] as const;

/** Calls by which what refuses those is lifted. */
export const BACKUP_LIFTING_ACTIONS = [
  "backup:DeleteBackupVaultAccessPolicy",
  "backup:DeleteBackupVaultLockConfiguration",
  "backup:PutBackupVaultAccessPolicy",
] as const;
