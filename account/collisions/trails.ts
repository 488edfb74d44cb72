/** Trails: one with the name, a second copy of the management events, and the limit of a region. */
import { MOST_TRAILS_PER_REGION } from "../../facts/cloudtrail/limits";
import type { WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireList, isWireMap } from "../../pulumi/wire";
import { CLEAR, type Collision, type Decided, type Setting, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { ObservedAccount, ObservedRegion, ObservedTrail } from "./observed";

const TRAIL = "aws:cloudtrail/trail:Trail";
const PAGE = "docs/existing-accounts/trails.md";

export function trailCollisions(declared: readonly Declared[], { regions }: ObservedAccount): Decided {
  const trails = ofType(declared, TRAIL);
  return together(regions.map((region) => ofRegion(trails, region)));
}

function ofRegion(declared: readonly Declared[], { region, trails }: ObservedRegion): Decided {
  const [first] = declared;
  if (first === undefined) {
    return CLEAR;
  }
  if ("unreadable" in trails) {
    return leaveOpen({ what: "trails", where: region, ...trails.unreadable });
  }
  const fits = trails.seen.length + declared.length <= MOST_TRAILS_PER_REGION;
  return together([
    fits ? CLEAR : collide(tooMany(first, declared.length, region, trails.seen)),
    ...declared.filter((trail) => trail.region === region).map((trail) => ofHomeRegion(trail, trails.seen)),
  ]);
}

function ofHomeRegion(trail: Declared, existing: readonly ObservedTrail[]): Decided {
  const sameName = existing.find(({ name }) => name === trail.name);
  const others = logsManagementEvents(trail)
    ? existing.filter((seen) => seen !== sameName && (seen.isMultiRegion || seen.isOrganization))
    : [];
  return together([
    sameName === undefined ? CLEAR : collide(nameTaken(trail, sameName)),
    ...others.map((other) => secondCopy(trail, other)),
  ]);
}

/** A trail without selectors logs them, and advanced ones replace the others. What is not known may select them. */
function logsManagementEvents({ inputs: { advancedEventSelectors, eventSelectors } }: Declared): boolean {
  if (advancedEventSelectors !== undefined) {
    return itemsOf(advancedEventSelectors).some((selector) =>
      itemsOf(partOf(selector, "fieldSelectors")).some(
        (field) =>
          ["eventCategory", UNKNOWN_VALUE].some((name) => partOf(field, "field") === name) &&
          itemsOf(partOf(field, "equals")).some(isOrMayBe("Management")),
      ),
    );
  }
  return (
    eventSelectors === undefined ||
    itemsOf(eventSelectors).some((selector) => partOf(selector, "includeManagementEvents") !== false)
  );
}

/** The items of a list; what is not known stands for itself. */
function itemsOf(value: WireValue | undefined): readonly WireValue[] {
  return isWireList(value) ? value : value === undefined ? [] : [value];
}

function partOf(value: WireValue, name: string): WireValue | undefined {
  return value === UNKNOWN_VALUE ? UNKNOWN_VALUE : isWireMap(value) ? value[name] : undefined;
}

function isOrMayBe(wanted: string): (value: WireValue) => boolean {
  return (value) => value === wanted || value === UNKNOWN_VALUE;
}

function nameTaken(trail: Declared, existing: ObservedTrail): Collision {
  return {
    what: "CloudTrail trail",
    where: trail.region,
    declared: trail.urn,
    observed: existing.arn,
    consequence: "collides",
    explanation: `There is a trail with this name, whose home region is ${existing.homeRegion}; CloudTrail refuses a second one.`,
    settings: adopt(existing),
    otherwise: "Or delete the trail that exists, if nothing relies on it.",
    page: PAGE,
  };
}

function secondCopy(trail: Declared, existing: ObservedTrail): Decided {
  const kind = existing.isOrganization ? "organization trail" : "multi-region trail";
  const { logsManagementEvents: logs } = existing;
  if ("unreadable" in logs) {
    return leaveOpen({
      what: `whether ${existing.name} logs management events`,
      where: trail.region,
      ...logs.unreadable,
    });
  }
  return logs.seen
    ? collide({
        what: "CloudTrail management events",
        where: trail.region,
        declared: trail.urn,
        observed: existing.arn,
        consequence: "charged twice",
        explanation: `The ${kind} ${existing.name} logs management events already. The first copy is free of charge, and AWS charges for every further one.`,
        settings: adopt(existing),
        otherwise: "Or stop logging management events in the trail that exists.",
        page: PAGE,
      })
    : CLEAR;
}

function tooMany(trail: Declared, more: number, region: string, existing: readonly ObservedTrail[]): Collision {
  const best =
    existing.find(({ isOrganization }) => isOrganization) ?? existing.find(({ isMultiRegion }) => isMultiRegion);
  return {
    what: "CloudTrail trails",
    where: region,
    declared: trail.urn,
    observed: existing.map(({ name }) => name).join(", "),
    consequence: "limit",
    explanation: `The region has ${existing.length} trails, shadow trails included, the stack adds ${more}, and CloudTrail allows ${MOST_TRAILS_PER_REGION}. The limit cannot be raised.`,
    settings: best === undefined ? [] : adopt(best),
    otherwise: `${best === undefined ? "Delete" : "Or delete"} a trail that nothing relies on.`,
    page: PAGE,
  };
}

function adopt({ arn }: ObservedTrail): readonly Setting[] {
  return [{ path: ["trail"], value: { mode: "existing", arn } }];
}
