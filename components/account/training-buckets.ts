/** In which region Macie looks into which training bucket: decided on plain data. */
import { isClassifiable } from "../../facts/macie/classification-jobs";
import type { MacieMode } from "./detection-modes";
import { modeIn, type Regional } from "./regional-modes";

/** A general purpose bucket with training data. */
export interface TrainingBucket {
  readonly name: string;
  readonly region: string;
}

/** What an account says of its training buckets. */
interface Training {
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  /** Names, and the ARNs of directory buckets, which Macie cannot look into. */
  readonly trainingBuckets: readonly string[];
  readonly macie: Regional<MacieMode>;
}

/** Each bucket in the region that names it, and the others at home. */
export function locatedTrainingBuckets(training: Training): readonly TrainingBucket[] {
  const { homeRegion, governedRegions, trainingBuckets } = training;
  const named = governedRegions.flatMap((region) => namedIn(training, region));
  const atHome = trainingBuckets
    .filter((bucket) => isClassifiable(bucket) && !named.some(({ name }) => name === bucket))
    .map((name) => ({ name, region: homeRegion }));
  return [...named, ...atHome];
}

function namedIn({ macie }: Training, region: string): readonly TrainingBucket[] {
  const mode = modeIn(macie, region);
  return mode.mode === "create" ? (mode.buckets ?? []).map((name) => ({ name, region })) : [];
}

/** Those of the region, where Macie is created in it. */
export function classifiedIn(
  region: string,
  buckets: readonly TrainingBucket[],
  macie: Regional<MacieMode>,
): readonly string[] {
  return modeIn(macie, region).mode === "create"
    ? buckets.filter((bucket) => bucket.region === region).map(({ name }) => name)
    : [];
}
