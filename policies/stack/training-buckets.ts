/** What a rule requires of each training bucket that an account's baseline states. */
import { type Value, UNKNOWN, at, isList } from "../properties";
import { decide, found } from "../requirements";
import type { ACCOUNT_BASELINE } from "../resources";
import { type Results, all, fail, pass, undecided } from "../result";
import type { Truth } from "../truth";
import type { Stack, StackResource, StackResourceOf } from "./stack";
import { isInGovernedRegion } from "./subjects";

/** A training bucket, as it is stated. */
export interface StatedBucket {
  readonly name: string;
  readonly region: string;
  /** Of the bucket, below the baseline. */
  readonly path: string;
  /** Whether a resource is in the bucket's region. */
  readonly isThere: (resource: StackResource) => Truth;
}

export function eachTrainingBucket(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  { stack, property }: { readonly stack: Stack; readonly property: string },
  check: (bucket: StatedBucket) => Results,
): Results {
  const checkBucket = (bucket: Value, path: string): Results => {
    const [name, region] = [at(bucket, "name"), at(bucket, "region")];
    if ([bucket, name, region].includes(UNKNOWN)) {
      return undecided(path);
    }
    if (typeof name !== "string" || typeof region !== "string") {
      return fail(path, `${found(bucket === UNKNOWN ? undefined : bucket)}; set it to a bucket's name and region`);
    }
    const governed = at(baseline.properties, "governedRegions");
    const isThere = (resource: StackResource): Truth =>
      isInGovernedRegion(stack, resource, region, isList(governed) ? governed : []);
    return check({ name, region, path, isThere });
  };
  return decide(baseline.properties, property, (buckets) =>
    isList(buckets) ? all(...buckets.map((bucket, index) => checkBucket(bucket, `${property}.${index}`))) : pass,
  );
}
