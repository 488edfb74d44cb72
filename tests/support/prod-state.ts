/** The stack state of this project's own prod stack, previewed once for a whole test run. */
import * as path from "node:path";
import { startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import type { ResourceState } from "../../pulumi/stack-state";

export const REPOSITORY = path.resolve(__dirname, "../..");

let resources: Promise<readonly ResourceState[]> | undefined;

/** Every resource that the prod stack declares. */
export function prodResources(): Promise<readonly ResourceState[]> {
  resources ??= (async () => {
    const preview = await startPreview(readProject(REPOSITORY, "prod"));
    const { state } = await preview.finish();
    return state.deployment.resources;
  })();
  return resources;
}
