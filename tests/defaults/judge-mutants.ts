/** What the pack says of each mutant. */
import type { EnforcementLevel, Verdict } from "../../gate/finding";
import { judge } from "../../gate/judge";
import { RULES } from "../../policies/catalogue";
import type { Judgement } from "../../policies/judgement";
import { plainProperties } from "../../policies/properties";
import type { RuleConfig, StackRule } from "../../policies/rule";
import { Stack, type StackResource } from "../../policies/stack";
import { type ResourceState, urnParts } from "../../state/stack-state";
import { toAnalyzerValue } from "../../state/wire";
import { sharedPack } from "../support/shared-pack";
import type { Mutant } from "./mutants";

/** A finding that is not a pass. */
export interface Objection {
  readonly rule: string;
  readonly verdict: Exclude<Verdict, "pass" | "not-applicable">;
  readonly level: EnforcementLevel;
}

const RESOURCE_RULES = RULES.filter(({ kind }) => kind === "resource");
const STACK_RULES = RULES.filter((rule) => rule.kind === "stack") as readonly StackRule[]; // narrowed by the kind

/** An objection by which `npm start` fails. */
export function isFailure({ verdict, level }: Objection): boolean {
  return verdict === "fail" && level === "mandatory";
}

/** The objections to each mutant, in the order of the mutants. The stack rules are asked where no resource rule fails it. */
export async function objectionsTo(
  mutants: readonly Mutant[],
  resources: readonly ResourceState[],
): Promise<readonly (readonly Objection[])[]> {
  const ofResources = await resourceObjections(mutants);
  const stack = resources.map(stackResource);
  return mutants.map((mutant, index) => {
    const found = ofResources.get(index) ?? [];
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
    ...Object.fromEntries(RESOURCE_RULES.map(({ id, enforcementLevel }) => [id, enforcementLevel ?? "mandatory"])),
  };
  const deployment = { manifest: { time: "", magic: "", version: "" }, resources: asked };
  const { findings } = await judge(await sharedPack(), { version: 3, deployment }, { policyConfig, opaque: [] });
  const objections = new Map<number, Objection[]>();
  for (const { urn, rule, verdict, level } of findings) {
    if (verdict !== "pass" && verdict !== "not-applicable") {
      const index = Number(urnParts(urn).name.split("~").at(-1));
      objections.set(index, [...(objections.get(index) ?? []), { rule, verdict, level }]);
    }
  }
  return objections;
}

function stackResource(resource: ResourceState): StackResource {
  return {
    urn: resource.urn,
    type: resource.type,
    name: urnParts(resource.urn).name,
    properties: plainProperties(toAnalyzerValue(resource.outputs) as object), // a map stays a map
    protect: resource.protect ?? false,
    parent: resource.parent,
    dependencies: resource.dependencies ?? [],
    propertyDependencies: resource.propertyDependencies ?? {},
  };
}

/** The stack rules are asked in this process, where a stack costs no message; they are pure functions on it. */
function stackObjections(mutant: Mutant, resources: readonly StackResource[]): readonly Objection[] {
  const { urn, resource } = mutant;
  const changed = resource === undefined ? [] : [stackResource(resource)];
  const stack = new Stack(resources.flatMap((one) => (one.urn === urn ? changed : [one])));
  return STACK_RULES.filter(({ type }) => stack.ofType(type).length > 0).flatMap((rule) =>
    [rule.judge(stack, defaultsOf(rule))].flat().flatMap((judgement) => objection(rule, judgement)),
  );
}

function objection({ id, enforcementLevel = "mandatory" }: StackRule, { verdict }: Judgement): readonly Objection[] {
  return verdict === "fail" || verdict === "undecided" ? [{ rule: id, verdict, level: enforcementLevel }] : [];
}

function defaultsOf({ config = {} }: StackRule): RuleConfig {
  return Object.fromEntries(Object.entries(config).map(([name, schema]) => [name, schema.default]));
}
