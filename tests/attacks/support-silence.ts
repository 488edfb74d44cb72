/** Stacks, packs and questions for the attacks by silence and by configuration. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { coverage } from "../../controls/coverage";
import { CONTROLS } from "../../controls/catalogue";
import { type EvaluateOptions, evaluate } from "../../gate/evaluate";
import type { Evaluation } from "../../gate/finding";
import { PackError, startPack } from "../../gate/pack-process";
import { type Verdict, verdictOf } from "../../gate/verdict";
import type { ResourceState, StackState, WireMap } from "../../pulumi/stack-state";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import { EXEMPTED_STACK, sharedPack } from "../support/shared-pack";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export function urn(type: string, name: string, stack = "dev"): string {
  return `urn:pulumi:${stack}::app::${type}::${name}`;
}

export function resource(type: string, name: string, inputs: WireMap = {}, stack = "dev"): ResourceState {
  const parent = urn("pulumi:pulumi:Stack", `app-${stack}`, stack);
  return { urn: urn(type, name, stack), type, custom: true, inputs, outputs: inputs, parent };
}

/** A state of the stack with these resources. */
export function stateOf(resources: readonly ResourceState[], stack = "dev"): StackState {
  const root: ResourceState = {
    urn: urn("pulumi:pulumi:Stack", `app-${stack}`, stack),
    type: "pulumi:pulumi:Stack",
    custom: false,
    inputs: {},
    outputs: {},
  };
  return {
    version: 3,
    deployment: { manifest: { time: "", magic: "", version: "" }, resources: [root, ...resources] },
  };
}

/** A log group that three rules are violated by. */
export const BAD_LOG_GROUP = stateOf([resource(LOG_GROUP, "logs", { retentionInDays: 3 })]);

/** The same in the stack whose findings the shared pack exempts. */
export const EXEMPTED_LOG_GROUP = stateOf(
  [resource(LOG_GROUP, "logs", { retentionInDays: 3 }, EXEMPTED_STACK)],
  EXEMPTED_STACK,
);

/** What the baseline's own pack says of a state. */
export async function judged(state: StackState, options: Partial<EvaluateOptions> = {}): Promise<Evaluation> {
  return evaluate(await sharedPack(), state, { policyConfig: {}, opaque: [], ...options });
}

export function verdict(evaluation: Evaluation, state: StackState): Verdict {
  return verdictOf(evaluation, state.deployment.resources, "report");
}

/** Status of each control, by id. */
export function statuses({ findings, rules }: Evaluation, state: StackState): Readonly<Record<string, string>> {
  const types = new Set(state.deployment.resources.map(({ type }) => type));
  const covered = coverage(findings, CONTROLS, { rules, types });
  return Object.fromEntries(covered.map(({ control, status }) => [control.id, status]));
}

/** What comes of a log group that is judged by the pack that misbehaves in the way. */
export async function unruly(way: string, policyConfig: EvaluateOptions["policyConfig"] = {}): Promise<Evaluation> {
  const folder = fixturePack(path.join(REPOSITORY, "tests", "programs", "packs", "unruly"));
  const pack = await startPack({ folder, environment: { UNRULY: way } });
  try {
    return await evaluate(pack, BAD_LOG_GROUP, { policyConfig, opaque: [] });
  } finally {
    pack.stop();
  }
}

/** The gate refuses the pack, so that the command ends with 2. */
export async function refusesPack(way: string, why: RegExp, policyConfig = {}): Promise<void> {
  await assert.rejects(unruly(way, policyConfig), (error) => error instanceof PackError && why.test(error.message));
}

/** Result of the policy `a` on the log group. */
export async function unrulyResult(way: string): Promise<string> {
  const { findings } = await unruly(way);
  return findings.find(({ rule, urn: of }) => rule === "a" && of.includes(LOG_GROUP))?.result ?? "none";
}
