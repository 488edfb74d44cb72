/** Demands on every region that an account's baseline governs. */
import { type Judgements, all, decide, fail } from "../judgement";
import { isList, show } from "../properties";
import type { Stack, StackResource } from "../stack";
import { isInGovernedRegion } from "./subjects";
import { type Truth, every, must, some } from "./truth";

/** Asks the question for every governed region; what is found is said of the region's place in the list. */
export function inGovernedRegions(
  baseline: StackResource,
  judge: (region: string, place: { readonly path: string; readonly governed: readonly unknown[] }) => Judgements,
): Judgements {
  const path = "governedRegions";
  return decide(baseline.properties, path, (governed) => {
    if (!isList(governed) || governed.length === 0) {
      return fail(path, `is ${show(governed)}; it must name at least one region`);
    }
    return all(
      ...governed.map((_, index) =>
        decide(baseline.properties, `${path}.${index}`, (region) =>
          typeof region === "string"
            ? judge(region, { path: `${path}.${index}`, governed })
            : fail(`${path}.${index}`, `is ${show(region)}; it must be the name of a region`),
        ),
      ),
    );
  });
}

/** Every governed region must have a resource of the type, which may have to meet a further demand. */
export function everyGovernedRegion(
  stack: Stack,
  baseline: StackResource,
  type: string,
  what: string,
  meets: (resource: StackResource) => Truth = () => true,
): Judgements {
  return inGovernedRegions(baseline, (region, { path, governed }) => {
    const there = stack
      .ofType(type)
      .map((resource) => every([isInGovernedRegion(stack, resource, region, governed), meets(resource)]));
    return must(some(there), path, `is ${show(region)}, which has no ${what}; it must have it`);
  });
}
