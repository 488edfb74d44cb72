/**
 * Trails that share the work: one logs the management events, another only data events, which CloudWatch Logs then need not
 * take in. A trail cannot leave some of its events out of what it delivers there.
 */
import { UNKNOWN } from "../../properties";
import { TRAIL } from "../../resources";
import { type Results, notApplicable, undecided } from "../../result";
import { type Truth, every, is, not, some } from "../../truth";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { type Selection, type TrailProperties, logsEveryRegion, selectionOf } from "./event-selectors";

type Trail = StackResourceOf<typeof TRAIL>;

/** Whether the trail logs data events and nothing else. */
export function logsOnlyData(trail: TrailProperties): Truth {
  const { selected, isPartlyUnknown } = selectionOf(trail);
  const hasOther = selected.some(({ category }) => category !== "Data");
  return !hasOther && (isPartlyUnknown ? UNKNOWN : selected.length > 0);
}

/** The results of a question that a trail of data events may leave to the other trail. */
export function unlessOnlyData(trail: TrailProperties, results: Results): Results {
  const onlyData = logsOnlyData(trail);
  if (onlyData === false || ![results].flat().some(({ status }) => status === "fail")) {
    return results;
  }
  return onlyData === UNKNOWN
    ? undecided(selectionOf(trail).property)
    : notApplicable("the trail logs data events only, and leaves the rest to another");
}

/** The results of a question about what is logged: asked of the trails that share the work as of one. */
export function askedOfBoth(stack: Stack, trail: Trail, check: (selection: Selection) => Results): Results {
  const isLeft = every([logsOnlyData(trail.properties), hasOtherTrail(stack, trail)]);
  if (isLeft === true) {
    return notApplicable("what the trail logs is judged together with what the other trail does");
  }
  const results = check(sharedSelectionOf(stack, trail));
  return isLeft === UNKNOWN && ![results].flat().every(({ status }) => status === "pass")
    ? undecided(selectionOf(trail.properties).property)
    : results;
}

/** Whether another trail of the stack logs the management events of the accounts and regions of a trail of data events. */
export function hasOtherTrail(stack: Stack, data: Trail): Truth {
  return some(stack.ofType(TRAIL).map((other) => shareTheWork(other, data)));
}

/** What the trail selects, together with the trails of data events that share its work. */
function sharedSelectionOf(stack: Stack, trail: Trail): Selection {
  const own = selectionOf(trail.properties);
  const others = stack
    .ofType(TRAIL)
    .map((data) => ({ shares: shareTheWork(trail, data), selection: selectionOf(data.properties) }));
  return {
    property: own.property,
    selected: [
      ...own.selected,
      ...others.flatMap(({ shares, selection }) => (shares === true ? selection.selected : [])),
    ],
    isPartlyUnknown: own.isPartlyUnknown || others.some(({ shares }) => shares === UNKNOWN),
  };
}

function shareTheWork(other: Trail, data: Trail): Truth {
  return (
    other.urn !== data.urn &&
    every([
      logsOnlyData(data.properties),
      not(logsOnlyData(other.properties)),
      logsEveryRegion(other.properties),
      logsEveryRegion(data.properties),
      areEqual(isOfOrganization(other.properties), isOfOrganization(data.properties)),
    ])
  );
}

function isOfOrganization({ isOrganizationTrail }: TrailProperties): Truth {
  return is(isOrganizationTrail, true);
}

function areEqual(one: Truth, other: Truth): Truth {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : one === other;
}
