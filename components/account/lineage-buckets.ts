/** Which buckets of a model's lineage lie in which region, and what is done about them there: decided on plain data. */
import { isClassifiable } from "../../facts/macie/classification-jobs";
import { isGeneralPurpose, type LineageBucketKind } from "../../facts/s3/lineage-buckets";
import type { Declined } from "./capability-modes";
import type { MacieMode } from "./detection-modes";
import { modeIn, type Off, type Regional } from "./regional-modes";

/** A general purpose bucket of a model's lineage. */
export interface LineageBucket {
  readonly kind: LineageBucketKind;
  readonly name: string;
  readonly region: string;
}

/** Whether a region's buckets send their events to EventBridge and have their access logged. Either replaces what a bucket has. */
export type BucketLineageMode =
  | {
      readonly mode: "create";
      /** The buckets of the region. @default - at home those that no region names, elsewhere none */
      readonly buckets?: readonly string[] | undefined;
    }
  | Off;

/** The buckets that an account names by what they hold: names, and ARNs of directory buckets. */
export interface NamedBuckets {
  readonly trainingBuckets: readonly string[];
  readonly modelBuckets: readonly string[];
  readonly artifactBuckets: readonly string[];
}

/** What an account says of the regions of its buckets. */
interface Located extends NamedBuckets {
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  readonly macie: Regional<MacieMode>;
  readonly bucketLineage: Regional<BucketLineageMode>;
}

/** Every bucket, directory buckets among them: their data events are logged alike. */
export function dataEventBuckets({ trainingBuckets, modelBuckets, artifactBuckets }: NamedBuckets): readonly string[] {
  return [...trainingBuckets, ...modelBuckets, ...artifactBuckets];
}

/** Each general purpose bucket in the region that names it, and the others at home. */
export function locatedBuckets(located: Located): readonly LineageBucket[] {
  const { homeRegion, governedRegions, macie, bucketLineage, ...named } = located;
  const regionOf = (bucket: string): string =>
    governedRegions.find((region) =>
      [modeIn(macie, region), modeIn(bucketLineage, region)].some(
        (mode) => mode.mode === "create" && mode.buckets?.includes(bucket) === true,
      ),
    ) ?? homeRegion;
  const ofKind = (kind: LineageBucketKind, buckets: readonly string[]): readonly LineageBucket[] =>
    buckets.filter(isGeneralPurpose).map((name) => ({ kind, name, region: regionOf(name) }));
  return [
    ...ofKind("training", named.trainingBuckets),
    ...ofKind("model", named.modelBuckets),
    ...ofKind("artifact", named.artifactBuckets),
  ];
}

/** The names of those of the region that Macie looks into, where it is created. */
export function classifiedIn(
  region: string,
  buckets: readonly LineageBucket[],
  macie: Regional<MacieMode>,
): readonly string[] {
  return modeIn(macie, region).mode === "create"
    ? buckets
        .filter((bucket) => bucket.kind === "training" && bucket.region === region && isClassifiable(bucket.name))
        .map(({ name }) => name)
    : [];
}

/** Those of the region whose events are sent and whose access is logged. */
export function tracedIn(
  region: string,
  buckets: readonly LineageBucket[],
  bucketLineage: Regional<BucketLineageMode>,
): readonly LineageBucket[] {
  return modeIn(bucketLineage, region).mode === "create" ? buckets.filter((bucket) => bucket.region === region) : [];
}

/** The regions that have buckets and leave them as their owners have set them, with the reason. */
export function untracedRegions(
  buckets: readonly LineageBucket[],
  bucketLineage: Regional<BucketLineageMode>,
): readonly Declined[] {
  return [...new Set(buckets.map(({ region }) => region))].flatMap((region) => {
    const mode = modeIn(bucketLineage, region);
    return mode.mode === "off" ? [{ capability: "bucketLineage", region, reason: mode.reason }] : [];
  });
}
