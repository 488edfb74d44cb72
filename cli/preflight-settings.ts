/** The settings that preflight recommends, held against the rules that the settings themselves have. */
import type { SettingValue } from "../account/collisions/collision";
import type { Project } from "../preview/project";

type Settings = Readonly<Record<string, SettingValue>>;

/** What the stack sets now, as plain values. */
export function settingsOf({ config, name }: Project): Settings {
  const own = Object.entries(config).filter(([key]) => key.startsWith(`${name}:`));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(name.length + 1), plainValue(text)]));
}

/** A setting is text, or JSON where it is an object or a list. */
function plainValue(text: string): SettingValue {
  try {
    const parsed: unknown = JSON.parse(text);
    // What YAML and JSON hold without null, which no setting takes, is a value of a setting.
    return parsed === null ? text : (parsed as SettingValue);
  } catch {
    return text;
  }
}

/** What to set, and what to unset because it would then be ignored, which the settings refuse. */
export async function withoutIgnored(
  project: Project,
  settings: Settings,
): Promise<{ readonly settings: Settings; readonly unset: readonly string[] }> {
  const [{ parseSettings }, { WOULD_BE_IGNORED }] = await Promise.all([
    import("../settings/parse.js"),
    import("../settings/mistake.js"),
  ]);
  const config: Record<string, string> = { ...project.config };
  for (const [name, value] of Object.entries(settings)) {
    config[`${project.name}:${name}`] = typeof value === "string" ? value : JSON.stringify(value);
  }
  const parsed = parseSettings(config, project.name, project.secretKeys);
  const ignored = parsed.ok
    ? []
    : parsed.mistakes
        .filter(({ problem }) => problem.startsWith(WOULD_BE_IGNORED))
        .map(({ path }) => path.slice(project.name.length + 1));
  return {
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => !ignored.includes(name))),
    unset: ignored.filter((name) => !(name in settings)),
  };
}
