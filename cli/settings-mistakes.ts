/** Detects whether a program failed because of its settings, which is a user error and not a bug in the program. */
import * as path from "node:path";
import type { Project } from "../preview/project";

/** This package, whose program reads the settings whose schema is known here. */
const HOME = path.resolve(__dirname, "..");

/** All mistakes in the settings of this package's program; `undefined` for other programs and for valid settings. */
export async function settingsMistakes(project: Project): Promise<string | undefined> {
  if (!isOwnProgram(project)) {
    return undefined;
  }
  // Loading the schema takes longer than checking the settings, so it is loaded only after the program has failed.
  const [{ parseSettings }, { describeMistakes }] = await Promise.all([
    import("../settings/parse.js"),
    import("../settings/mistake.js"),
  ]);
  const parsed = parseSettings(project.config, project.name, project.secretKeys);
  return parsed.ok ? undefined : describeMistakes(parsed.mistakes);
}

/** Whether the schema of the settings is known: it is that of this package's program alone. */
export function isOwnProgram({ folder }: Pick<Project, "folder">): boolean {
  return folder === HOME;
}
