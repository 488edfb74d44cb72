/** Small stacks, of which the cost can be computed by hand. */
import { type CostLine, estimate, type Estimate } from "../../cost/estimate";
import type { Volumes } from "../../cost/volumes";
import type { ResourceState, StackState, WireMap } from "../../pulumi/stack-state";

export const BASELINE = "ai-governance-baseline:index:AccountBaseline";

/** A resource of the type, with these inputs; `parents` are the types of its parents, outermost first. */
export function resource(type: string, name: string, inputs: WireMap, parents: readonly string[] = []): ResourceState {
  const qualifiedType = [...parents, type].join("$");
  return { urn: `urn:pulumi:dev::team::${qualifiedType}::${name}`, type, custom: true, inputs, outputs: {} };
}

export function stack(...resources: readonly ResourceState[]): StackState {
  return { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } };
}

/** @param region of resources that name none. @default eu-central-1 */
export function estimateOf(
  resources: readonly ResourceState[],
  volumes: Partial<Volumes> = {},
  region = "eu-central-1",
): Estimate {
  return estimate(stack(...resources), region, volumes);
}

/** The figures of each line, rounded to a hundredth of a cent, by what it counts. */
export function figures({
  lines,
}: Estimate): Readonly<Record<string, readonly [month1: number | null, steady: number | null]>> {
  return Object.fromEntries(lines.map(({ what, usd }) => [what, [rounded(usd.month1), rounded(usd.steady)]]));
}

function rounded(usd: CostLine["usd"]["month1"]): number | null {
  return usd === null ? null : Number(usd.toFixed(4));
}

/** An advanced event selector. */
export function selector(fields: Readonly<Record<string, readonly string[]>>): WireMap {
  return { fieldSelectors: Object.entries(fields).map(([field, equals]) => ({ field, equals })) };
}
