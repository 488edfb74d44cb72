/** Cases of the stack rules that ask of the baseline's trail what one trail by itself can show. */
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import type { FailingCase, FailingStackCase, ResourceCase, StackCase } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";
import { MANAGEMENT } from "./selectors";

export const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const NAME = "baseline-trail";

/** The stack whose trail is changed. */
export function withTrail({ title, settings, ...change }: ResourceCase): StackCase {
  return {
    title,
    change: (stack) => changeAll(stack, TRAIL, change),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** The stack whose trail is changed, and the one finding about it. */
export function failingTrail({ message, property, ...change }: FailingCase): FailingStackCase {
  return {
    ...withTrail(change),
    findings: [{ name: NAME, message, ...(property === undefined ? {} : { property }) }],
  };
}

/** The stack whose trail logs management events only, beside a second trail. */
export function besideDataTrail(stack: readonly ResourceState[], second: WireMap): readonly ResourceState[] {
  return [
    ...changeAll(stack, TRAIL, { set: { advancedEventSelectors: [MANAGEMENT] } }),
    declared(TRAIL.type, "second", { isMultiRegionTrail: true, ...second }),
  ];
}

export const SECOND_TRAIL = urnOf(TRAIL.type, "second");
