/** Regions that the account has not enabled. */
import { CLEAR, type Decided, collide, leaveOpen, together } from "./collision";
import type { Declared } from "./declared";
import type { ObservedAccount, ObservedRegion } from "./observed";

const PAGE = "docs/existing-accounts/regions.md";

export function regionCollisions(declared: readonly Declared[], { regions }: ObservedAccount): Decided {
  return together(
    regions.map((observed) => {
      const first = declared.find(({ region }) => region === observed.region);
      return first === undefined ? CLEAR : ofRegion(first, observed);
    }),
  );
}

function ofRegion({ urn }: Declared, { region, enabled }: ObservedRegion): Decided {
  if ("unreadable" in enabled) {
    return leaveOpen({ what: "whether the region is enabled", where: region, ...enabled.unreadable });
  }
  return enabled.seen
    ? CLEAR
    : collide({
        what: "Region",
        where: region,
        declared: urn,
        observed: "not enabled",
        consequence: "refused",
        explanation: "The account has not enabled this region, so every call to it is refused.",
        settings: [],
        otherwise: `Enable it (aws account enable-region --region-name ${region}), or take it out of governedRegions.`,
        page: PAGE,
      });
}
