/** What a rule requires of each bucket of models' lineage that an account's baseline states. */
import { LINEAGE_BUCKET_KINDS, type LineageBucketKind } from "../../facts/s3/lineage-buckets";
import { type Value, UNKNOWN, at, isList } from "../properties";
import { decide, found } from "../requirements";
import type { ACCOUNT_BASELINE } from "../resources";
import { type Results, all, fail, pass, undecided } from "../result";
import type { Truth } from "../truth";
import type { Stack, StackResource, StackResourceOf } from "./stack";
import { isInGovernedRegion } from "./subjects";

/** A bucket, as it is stated. */
export interface StatedBucket {
  readonly kind: LineageBucketKind;
  readonly name: string;
  readonly region: string;
  /** Of the bucket, below the baseline. */
  readonly path: string;
  /** Whether a resource is in the bucket's region. */
  readonly isThere: (resource: StackResource) => Truth;
}

/** Where the buckets are stated, and which of them are meant. */
export interface Stated {
  readonly stack: Stack;
  readonly property: string;
  readonly kinds: readonly LineageBucketKind[];
}

export function eachLineageBucket(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  { stack, property, kinds }: Stated,
  check: (bucket: StatedBucket) => Results,
): Results {
  const checkBucket = (bucket: Value, path: string): Results => {
    const [kind, name, region] = [at(bucket, "kind"), at(bucket, "name"), at(bucket, "region")];
    if ([bucket, kind, name, region].includes(UNKNOWN)) {
      return undecided(path);
    }
    const known = LINEAGE_BUCKET_KINDS.find((one) => one === kind);
    if (known === undefined || typeof name !== "string" || typeof region !== "string") {
      const value = found(bucket === UNKNOWN ? undefined : bucket);
      return fail(path, `${value}; set it to a bucket's kind (${LINEAGE_BUCKET_KINDS.join(", ")}), name and region`);
    }
    const governed = at(baseline.properties, "governedRegions");
    const isThere = (resource: StackResource): Truth =>
      isInGovernedRegion(stack, resource, region, isList(governed) ? governed : []);
    return kinds.includes(known) ? check({ kind: known, name, region, path, isThere }) : pass;
  };
  return decide(baseline.properties, property, (buckets) =>
    isList(buckets) ? all(...buckets.map((bucket, index) => checkBucket(bucket, `${property}.${index}`))) : pass,
  );
}
