/** `baseline settings`: the effective settings of a stack, and what decided each. */
import { type Project, readProject } from "../../preview/project";
import { settingsJson, settingsTable } from "../../reports/settings-table";
import { print } from "../console";
import { EXIT_PASS, UsageError } from "../failure";
import { terminalLook } from "../reporting";
import { isOwnProgram, settingsMistakes } from "../settings-mistakes";
import { decidedSettings, type Effective } from "./decided";

export interface SettingsOptions {
  readonly program: string;
  readonly stack?: string;
  readonly format: "terminal" | "json";
}

/**
 * @returns the exit code.
 * @throws ProjectError where there is no such program or stack
 * @throws UsageError with every mistake in the settings, as the check has it
 */
export async function showSettings({ program, stack, format }: SettingsOptions): Promise<number> {
  const project = readProject(program, stack);
  const mistakes = await settingsMistakes(project);
  if (mistakes !== undefined) {
    throw new UsageError(mistakes);
  }
  const settings = {
    project: project.name,
    stack: project.stack,
    settings: decidedSettings(project, await effectiveOf(project)),
  };
  print(format === "json" ? settingsJson(settings) : settingsTable(settings, terminalLook()));
  return EXIT_PASS;
}

/** Only of this package's own program is it known which settings it has beyond those that its files name. */
async function effectiveOf(project: Project): Promise<Effective | undefined> {
  if (!isOwnProgram(project)) {
    return undefined;
  }
  const { effectiveSettings } = await import("../../settings/effective.js");
  return effectiveSettings(project.config, project.name);
}
