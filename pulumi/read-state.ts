/** Reads a state file that `pulumi stack export` wrote, and rejects anything else. */
import { z } from "zod";
import { type ResourceState, type StackState, type WireMap, urnParts } from "./stack-state";
import { circleOf } from "./state-order";

const names = z.array(z.string()).nullish();

/** Limits the depth, so that a malicious file is rejected instead of overflowing the call stack later. */
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
  // Pulumi writes null for a property without dependencies.
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

/** A file that is not a stack state. The message is for the user who named it. */
export class StateFileError extends Error {
  /** Lets callers recognize the error by name without loading this file. */
  override readonly name = "StateFileError";
}

/**
 * @param text the file's content. @param file its name, for the message.
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
  const standing = withoutReplaced(resources ?? []);
  refuseAmbiguous(standing, file);
  const states = standing.map(toResourceState);
  refuseCircle(states, file);
  return {
    version: 3,
    deployment: {
      manifest: { time: manifest?.time ?? "", magic: manifest?.magic ?? "", version: manifest?.version ?? "" },
      resources: states,
    },
  };
}

type StoredResource = z.infer<typeof resourceSchema>;

/**
 * A resource marked for deletion is the old part of a replacement, which is no longer declared. One that nothing has replaced
 * still stands in the account, so it is judged like the others.
 */
function withoutReplaced(resources: readonly StoredResource[]): readonly StoredResource[] {
  const declared = new Set(resources.filter((resource) => resource.delete !== true).map(({ urn }) => urn));
  return resources.filter((resource) => resource.delete !== true || !declared.has(resource.urn));
}

/** @throws {@link StateFileError} if a resource could be judged as another one. */
function refuseAmbiguous(resources: readonly StoredResource[], file: string): void {
  const seen = new Set<string>();
  for (const { urn, type } of resources) {
    const { qualifiedType } = urnParts(urn);
    if (qualifiedType.split("$").at(-1) !== type) {
      throw new StateFileError(
        `${file} is not a stack state: ${JSON.stringify(urn)} has the type ${JSON.stringify(type)}, and its URN another. Export the state again.`,
      );
    }
    if (seen.has(urn)) {
      throw new StateFileError(
        `${file} has more than one resource ${JSON.stringify(urn)}, of which only one could be judged. A URN is unique in a stack: repair the state (pulumi state delete, or pulumi up if a deletion is pending) and export it again.`,
      );
    }
    seen.add(urn);
  }
}

/** @throws {@link StateFileError} if a resource is its own parent, provider or dependency, on whatever way. */
function refuseCircle(resources: readonly ResourceState[], file: string): void {
  const circle = circleOf(resources);
  if (circle !== undefined) {
    const [one, other] = circle.map(({ urn }) => JSON.stringify(urn));
    throw new StateFileError(
      `${file} is not a stack state: ${one} refers to ${other}, and that back to it (parent, provider or dependency). Export the state again.`,
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    // Some shells write a byte order mark when they redirect an export to a file.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`${file} is not JSON (${why}); it may have been cut off. Export the state again.`);
  }
}

function toResourceState(resource: StoredResource): ResourceState {
  const present = Object.entries(resource).filter(
    ([field, value]) => field !== "delete" && value !== undefined && value !== null,
  );
  // Reason for the cast: the schema has validated all fields, and removing absent ones gives the declared type.
  return Object.fromEntries(present) as unknown as ResourceState;
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
