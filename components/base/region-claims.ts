/** Which component holds a region where AWS allows one of its kind. */
import * as pulumi from "@pulumi/pulumi";

import { perRun } from "./per-run";

const claimsOfThisRun = perRun(() => new Map<string, string>());

/**
 * Claims a region for a component of which AWS allows one per account and region.
 *
 * @param what the component's class name, such as `InvocationLogging`
 * @param region the region claimed
 * @param claimant the name of the component that claims it
 * @throws pulumi.RunError when another component of the same program has claimed the region
 */
export function claimRegion(what: string, region: string, claimant: string): void {
  const claims = claimsOfThisRun();
  const key = `${what} ${region}`;
  const holder = claims.get(key);
  if (holder !== undefined) {
    throw new pulumi.RunError(
      `${what} "${claimant}" and ${what} "${holder}" are both in region ${region}. AWS keeps one such configuration per ` +
        `account and region, so the second would overwrite the first. Remove one of them or give it another region.`,
    );
  }
  claims.set(key, claimant);
}
