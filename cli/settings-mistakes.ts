/** Whether a program failed because of its settings, which is the mistake of another person than its author. */
import * as path from "node:path";
import type { Project } from "../preview/project";

/** This package, whose own program reads the settings that are known here. */
const HOME = path.resolve(__dirname, "..");

/** Every mistake in the settings of this package's own program; `undefined` for other programs, and for good settings. */
export async function settingsMistakes(project: Project): Promise<string | undefined> {
  if (project.folder !== HOME) {
    return undefined;
  }
  // Loading the settings' schema takes longer than judging them, so it waits until the program has failed.
  const [{ parseSettings }, { describeMistakes }] = await Promise.all([
    import("../settings/parse.js"),
    import("../settings/mistake.js"),
  ]);
  const parsed = parseSettings(project.config, project.name, project.secretKeys);
  return parsed.ok ? undefined : describeMistakes(parsed.mistakes);
}
