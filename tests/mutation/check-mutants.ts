/** What the pack says of each mutant. */
import type { EnforcementLevel, Result as FindingResult } from "../../gate/finding";
import { evaluate } from "../../gate/evaluate";
import { RULES } from "../../policies/catalogue";
import type { Result } from "../../policies/result";
import type { ResourceRule, Rule, StackRule } from "../../policies/rule";
import { holdsEvidence } from "../../policies/stack/evidence-holders";
import { Stack, type StackResource } from "../../policies/stack/stack";
import { type ResourceState, urnParts } from "../../pulumi/stack-state";
import { asInputs, asStackResource } from "../policies/rule-harness";
import { sharedPack } from "../support/shared-pack";
import type { Mutant } from "./mutants";

/** A finding that is not a pass. */
export interface Objection {
  readonly rule: string;
  readonly result: Exclude<FindingResult, "pass" | "not-applicable">;
  readonly level: EnforcementLevel;
}

const RESOURCE_RULES = RULES.filter((rule) => rule.kind === "resource") as readonly ResourceRule[]; // narrowed by the kind
const STACK_RULES = RULES.filter((rule) => rule.kind === "stack") as readonly StackRule[]; // narrowed by the kind

/** An objection by which `npm start` fails. */
export function isFailure({ result, level }: Objection): boolean {
  return result === "fail" && level === "mandatory";
}

/** The objections to each mutant, in the order of the mutants. The stack rules are asked where no resource rule fails it. */
export async function objectionsTo(
  mutants: readonly Mutant[],
  resources: readonly ResourceState[],
): Promise<readonly (readonly Objection[])[]> {
  const ofResources = await resourceObjections(mutants);
  const stack = resources.map(asStackResource);
  const whole = new Stack(stack);
  return mutants.map((mutant, index) => {
    const found = [...(ofResources.get(index) ?? []), ...hardeningObjections(mutant, whole)];
    return found.some(isFailure) ? found : [...found, ...stackObjections(mutant, stack)];
  });
}

/** All mutants are put to the real pack as resources of one stack, told apart by their names. */
async function resourceObjections(mutants: readonly Mutant[]): Promise<ReadonlyMap<number, readonly Objection[]>> {
  const asked = mutants.flatMap(({ resource }, index) =>
    resource === undefined ? [] : [{ ...resource, urn: `${resource.urn}~${index}` }],
  );
  const policyConfig = {
    all: "disabled",
    ...Object.fromEntries(
      RESOURCE_RULES.filter(({ elsewhere }) => elsewhere === undefined).map(({ id, enforcementLevel }) => [
        id,
        enforcementLevel ?? "mandatory",
      ]),
    ),
  };
  const deployment = { manifest: { time: "", magic: "", version: "" }, resources: asked };
  const { findings } = await evaluate(await sharedPack(), { version: 3, deployment }, { policyConfig, opaque: [] });
  const objections = new Map<number, Objection[]>();
  for (const { urn, rule, result, level } of findings) {
    if (result !== "pass" && result !== "not-applicable") {
      const index = Number(urnParts(urn).name.split("~").at(-1));
      objections.set(index, [...(objections.get(index) ?? []), { rule, result, level }]);
    }
  }
  return objections;
}

/** Rules on hardening are asked of what holds evidence, which the whole stack shows; of each mutant they ask no more than that. */
function hardeningObjections({ resource }: Mutant, whole: Stack): readonly Objection[] {
  return resource === undefined || !holdsEvidence(whole, resource)
    ? []
    : RESOURCE_RULES.filter(({ types, elsewhere }) => elsewhere !== undefined && types.includes(resource.type)).flatMap(
        (rule) => [rule.check(asInputs(resource))].flat().flatMap((result) => objection(rule, result)),
      );
}

/** The stack rules are asked in this process, where a stack costs no message; they are pure functions on it. */
function stackObjections(mutant: Mutant, resources: readonly StackResource[]): readonly Objection[] {
  const { urn, resource } = mutant;
  const changed = resource === undefined ? [] : [asStackResource(resource)];
  const stack = new Stack(resources.flatMap((one) => (one.urn === urn ? changed : [one])));
  return STACK_RULES.filter(({ types }) => stack.resources.some(({ type }) => types.includes(type))).flatMap((rule) =>
    [rule.check(stack)].flat().flatMap((result) => objection(rule, result)),
  );
}

function objection({ id, enforcementLevel = "mandatory" }: Rule, { status }: Result): readonly Objection[] {
  return status === "fail" || status === "undecided" ? [{ rule: id, result: status, level: enforcementLevel }] : [];
}
