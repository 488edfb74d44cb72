/** Reads a state file, as `pulumi stack export` writes it, and refuses what is not one. */
import { z } from "zod";
import type { StackState, WireMap } from "./stack-state";

const names = z.array(z.string()).nullish();

/** Depth is bounded here, so that a file made to be absurd is refused rather than exhausting the stack later. */
const DEEPEST = 200;

const resourceSchema = z.object({
  urn: z.string().startsWith("urn:pulumi:"),
  type: z.string().min(1),
  custom: z.boolean().default(false),
  id: z.string().optional(),
  inputs: z.custom<WireMap>(isPlainMap, "must be an object").default({}),
  outputs: z.custom<WireMap>(isPlainMap, "must be an object").default({}),
  parent: z.string().optional(),
  provider: z.string().optional(),
  protect: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  external: z.boolean().optional(),
  delete: z.boolean().optional(),
  dependencies: names,
  // Pulumi writes a property that depends on nothing as null.
  propertyDependencies: z
    .record(
      z.string(),
      z
        .array(z.string())
        .nullable()
        .transform((urns) => urns ?? []),
    )
    .nullish(),
  aliases: names,
  ignoreChanges: names,
  additionalSecretOutputs: names,
  sourcePosition: z.string().optional(),
});

const stateSchema = z.object({
  version: z.literal(3),
  deployment: z.object({
    manifest: z.object({ time: z.string(), magic: z.string(), version: z.string() }).partial().optional(),
    resources: z.array(resourceSchema).nullish(),
  }),
});

/** A file that is not a stack state. The message is for the person who named it. */
export class StateFileError extends Error {
  /** Known by name to those who do not load this file before there is a state to read. */
  override readonly name = "StateFileError";
}

/**
 * @param text the file's content; @param file its name, for the message.
 * @throws {@link StateFileError}
 */
export function parseStackState(text: string, file: string): StackState {
  const parsed = stateSchema.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "the document" : issue.path.join(".");
    throw new StateFileError(
      `${file} is not a stack state: ${where}: ${issue?.message ?? "unreadable"}. ` +
        "Give a file that `pulumi stack export --file FILE` wrote (deployment format, version 3).",
    );
  }
  const { manifest, resources } = parsed.data.deployment;
  return {
    version: 3,
    deployment: {
      manifest: { time: manifest?.time ?? "", magic: manifest?.magic ?? "", version: manifest?.version ?? "" },
      // A resource marked for deletion is the old half of a replacement, which is no longer declared.
      resources: (resources ?? []).filter((resource) => resource.delete !== true).map(toResourceState),
    },
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    // A shell that redirects an export into a file may begin it with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`${file} is not JSON (${why}); it may have been cut off. Export the state again.`);
  }
}

function toResourceState(resource: z.infer<typeof resourceSchema>): StackState["deployment"]["resources"][number] {
  const present = Object.entries(resource).filter(
    ([field, value]) => field !== "delete" && value !== undefined && value !== null,
  );
  // The schema has checked every field; dropping the absent ones leaves the declared form.
  return Object.fromEntries(present) as unknown as StackState["deployment"]["resources"][number];
}

function isPlainMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && depthWithin(value, DEEPEST);
}

function depthWithin(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) {
    return true;
  }
  return levels > 0 && Object.values(value).every((inner) => depthWithin(inner, levels - 1));
}
