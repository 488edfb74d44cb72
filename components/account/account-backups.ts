/** The backups of an account's named resources, in one governed region. */
import { backedUpKindOf } from "../../facts/backup/backups";
import { type BackedUpResource, LockedBackup, type LockedBackupArgs } from "../backup/locked-backup";
import type { Scope } from "../base/component";
import { given } from "../base/options";

/** A resource that is backed up. */
export interface NamedResource {
  readonly arn: string;
  /** Of a bucket, whose ARN says none. @default the home region */
  readonly region?: string | undefined;
}

/** What an account says of its backups. */
export interface Backups {
  /** None backs up nothing. */
  readonly resources: readonly NamedResource[];
  readonly retentionDays: number;
  readonly vaultLock:
    { readonly mode: "GOVERNANCE" } | { readonly mode: "COMPLIANCE"; readonly changeableForDays: number };
}

/** Absent where no resource of the region is named. */
export function createBackup(
  scope: Scope,
  { resources, retentionDays, vaultLock }: Backups,
  region: string,
  homeRegion: string,
): LockedBackup | undefined {
  const ofRegion = backedUpIn(region, resources, homeRegion);
  return ofRegion.length === 0
    ? undefined
    : new LockedBackup(
        scope.child(`${region}-backup`),
        {
          resources: ofRegion,
          retentionDays,
          ...lockOptions(vaultLock),
          region,
          ...scope.protection,
          ...scope.keyProtection,
        },
        scope.options,
      );
}

/** Those of the region, with their kinds. ARNs of other things are nobody's. */
export function backedUpIn(
  region: string,
  resources: readonly NamedResource[],
  homeRegion: string,
): readonly BackedUpResource[] {
  return resources.flatMap((resource) => {
    const kind = backedUpKindOf(resource.arn);
    return kind === undefined || regionOf(resource, homeRegion) !== region ? [] : [{ kind, arn: resource.arn }];
  });
}

function regionOf({ arn, region }: NamedResource, homeRegion: string): string {
  const inArn = arn.split(":")[3] ?? "";
  return inArn === "" ? (region ?? homeRegion) : inArn;
}

function lockOptions(
  vaultLock: Backups["vaultLock"],
): Pick<LockedBackupArgs, "lockMode"> & Partial<Pick<LockedBackupArgs, "changeableForDays">> {
  return {
    lockMode: vaultLock.mode,
    ...given({ changeableForDays: vaultLock.mode === "COMPLIANCE" ? vaultLock.changeableForDays : undefined }),
  };
}
