/** The stack states of this project's own stacks, each previewed once for a whole test run. */
import * as path from "node:path";
import { startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import type { ResourceState, StackState } from "../../pulumi/stack-state";
import { SECRET_KEYS } from "../settings/stack-config";

export const REPOSITORY = path.resolve(__dirname, "../..");

/** Stacks that have a settings file in this repository. */
export type StackName = "prod" | "sandbox";

const states = new Map<string, Promise<StackState>>();

/**
 * What a stack declares.
 * @param settings settings of the project's namespace, as texts, over those of the stack's file.
 */
export function stackState(stack: StackName, settings: Readonly<Record<string, string>> = {}): Promise<StackState> {
  const key = JSON.stringify([stack, settings]);
  const state = states.get(key) ?? preview(stack, settings);
  states.set(key, state);
  return state;
}

async function preview(stack: StackName, settings: Readonly<Record<string, string>>): Promise<StackState> {
  const project = readProject(REPOSITORY, stack);
  const config = { ...project.config };
  for (const [name, value] of Object.entries(settings)) {
    config[`${project.name}:${name}`] = value;
  }
  const secretKeys = [...project.secretKeys, ...SECRET_KEYS.filter((key) => key in config)];
  const underWay = await startPreview({ ...project, config, secretKeys });
  return (await underWay.finish()).state;
}

/** Every resource that the prod stack declares. */
export async function prodResources(): Promise<readonly ResourceState[]> {
  return (await stackState("prod")).deployment.resources;
}
