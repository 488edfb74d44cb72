/** Reads volumes that replace the assumptions. */
import { nearest } from "../settings/did-you-mean";
import { shown } from "../settings/mistake";
import { VOLUME_NAMES, VOLUMES_SCHEMA, type Volumes } from "./volumes";

export type ParsedVolumes =
  | { readonly ok: true; readonly volumes: Partial<Volumes> }
  | { readonly ok: false; readonly mistakes: readonly [string, ...string[]] };

/** @param content the decoded file: an object of volume -> number. Every mistake in it is told. */
export function parseVolumes(content: unknown): ParsedVolumes {
  const result = VOLUMES_SCHEMA.safeParse(content);
  if (result.success) {
    return { ok: true, volumes: withoutAbsent(result.data) };
  }
  const [first = "is not an object of volume -> number", ...others] = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map(unknownName)
      : issue.path.length === 0
        ? [
            `must hold an object of volume -> number, such as {"managementEventsPerMonth": 1000000}; it is ${shown(content)}`,
          ]
        : [`${issue.path.join(".")} ${issue.message}: ${shown(valueOf(content, issue.path[0]))}; give a number from 0`],
  );
  return { ok: false, mistakes: [first, ...others] };
}

function unknownName(name: string): string {
  const meant = nearest(name, VOLUME_NAMES);
  return meant === undefined
    ? `${shown(name)} is not a volume; the volumes are ${VOLUME_NAMES.join(", ")}`
    : `${shown(name)} is not a volume; did you mean ${meant}?`;
}

function valueOf(content: unknown, name: PropertyKey | undefined): unknown {
  return typeof content === "object" && content !== null && name !== undefined
    ? (content as Record<PropertyKey, unknown>)[name] // any object can be indexed by any key
    : undefined;
}

function withoutAbsent(volumes: Readonly<Record<string, number | undefined>>): Partial<Volumes> {
  return Object.fromEntries(Object.entries(volumes).filter(([, value]) => value !== undefined));
}
