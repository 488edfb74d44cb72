/** Records the options of registrations, which the mocks of the SDK do not show. */
import * as pulumi from "@pulumi/pulumi";

import { record } from "./recorder";

/** The options of one registration that its component chose. */
export interface RecordedOptions {
  readonly protect: boolean;
  /** The names of the resources that it waits for, sorted. */
  readonly dependsOn: readonly string[];
}

/** The name of a resource that a component waits for; the SDK keeps it in a field that its types do not show. */
function nameOf(dependency: unknown): string {
  if (dependency instanceof pulumi.Resource && "__name" in dependency && typeof dependency.__name === "string") {
    return dependency.__name;
  }
  throw new Error("a dependency is no resource");
}

/** Runs a program and records the options of its registrations, by name. */
export async function recordOptions(program: () => unknown): Promise<ReadonlyMap<string, RecordedOptions>> {
  const options = new Map<string, RecordedOptions>();
  await record(() => {
    pulumi.runtime.registerStackTransformation(({ name, opts }) => {
      const dependsOn = "dependsOn" in opts && Array.isArray(opts.dependsOn) ? opts.dependsOn.map(nameOf).sort() : [];
      options.set(name, { protect: opts.protect === true, dependsOn });
      return undefined;
    });
    program();
  });
  return options;
}
