/** Requirements of every region that an account's baseline governs. */
import { isList, show } from "../properties";
import { decide, found } from "../requirements";
import type { ResourceType } from "../resource-type";
import type { ACCOUNT_BASELINE } from "../resources";
import { type Results, all, fail } from "../result";
import { type Truth, every, must, some } from "../truth";
import { adoptedOrDeclined, type Capability } from "./account-modes";
import type { Stack, StackResource, StackResourceOf } from "./stack";
import { isInGovernedRegion } from "./subjects";

type Baseline = StackResourceOf<typeof ACCOUNT_BASELINE>;

/** Asks the question for every governed region; what is found is said of the region's place in the list. */
export function inGovernedRegions(
  baseline: Baseline,
  check: (region: string, place: { readonly path: string; readonly governed: readonly unknown[] }) => Results,
): Results {
  const path = "governedRegions";
  return decide(baseline.properties, path, (governed) => {
    if (!isList(governed) || governed.length === 0) {
      return fail(path, `${found(governed)}; set it to at least one region`);
    }
    return all(
      ...governed.map((_, index) =>
        decide(baseline.properties, `${path}.${index}`, (region) =>
          typeof region === "string"
            ? check(region, { path: `${path}.${index}`, governed })
            : fail(`${path}.${index}`, `${found(region)}; set it to the name of a region`),
        ),
      ),
    );
  });
}

/** What a governed region has to have. */
interface Regional<Properties extends object> {
  /** The resource in words: "started recorder". */
  readonly what: string;
  /** A further requirement. @default - none */
  readonly meets?: (resource: StackResource<Properties>) => Truth;
}

/** Every governed region has a resource of the type, unless the account has adopted the capability or does without it there. */
export function everyGovernedRegion<Properties extends object>(
  stack: Stack,
  baseline: Baseline,
  capability: Capability["name"],
  type: ResourceType<Properties>,
  { what, meets = () => true }: Regional<Properties>,
): Results {
  return inGovernedRegions(baseline, (region, { path, governed }) => {
    const elsewhere = adoptedOrDeclined(baseline, { name: capability, type, region }, path);
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const there = stack
      .ofType(type)
      .map((resource) => every([isInGovernedRegion(stack, resource, region, governed), meets(resource)]));
    return must(some(there), path, `is ${show(region)}, which has no ${what}; declare one there`);
  });
}
