/** Stacks of any size, made from what the prod stack declares. */
import * as path from "node:path";
import { startPreview } from "../preview/preview";
import { readProject } from "../preview/project";
import { type ResourceState, type StackState, STACK_TYPE } from "../pulumi/stack-state";

export const REPOSITORY = path.resolve(__dirname, "..");

export async function prodResources(): Promise<readonly ResourceState[]> {
  const preview = await startPreview(readProject(REPOSITORY, "prod"));
  const { state } = await preview.finish();
  return state.deployment.resources;
}

/** Repeats the declared resources; each copy has its own URNs. */
export function baselineStack(declared: readonly ResourceState[], size: number): StackState {
  const copies = Math.ceil(size / declared.length);
  const texts = declared.map((resource) => JSON.stringify(resource));
  const resources = Array.from({ length: copies }, (_, copy) =>
    // Changing the project in all URNs makes the copies distinct and keeps references within a copy.
    texts.map(
      (text) => JSON.parse(text.replaceAll(/(urn:pulumi:[^:]+)::[^:]+::/g, `$1::copy-${copy}::`)) as ResourceState,
    ),
  ).flat();
  return stateOf(resources.slice(0, size));
}

/** A typical application stack, with resources that few or no rules apply to. */
export function applicationStack(size: number): StackState {
  const root = "urn:pulumi:bench::application::pulumi:pulumi:Stack::application-bench";
  const resources = Array.from({ length: size - 1 }, (_, index): ResourceState => {
    const name = `function-${index}`;
    const inputs = {
      name,
      handler: "index.handler",
      runtime: "nodejs20.x",
      role: `arn:aws:iam::111122223333:role/${name}`,
      memorySize: 256,
      environment: { variables: { TABLE: "orders", STAGE: "bench" } },
      tags: { team: "orders", service: name },
    };
    const urn = `urn:pulumi:bench::application::aws:lambda/function:Function::${name}`;
    return { urn, type: "aws:lambda/function:Function", custom: true, id: name, inputs, outputs: inputs, parent: root };
  });
  return stateOf([{ urn: root, type: STACK_TYPE, custom: false, inputs: {}, outputs: {} }, ...resources]);
}

function stateOf(resources: readonly ResourceState[]): StackState {
  return { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } };
}
