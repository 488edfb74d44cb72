/** Settings as a person puts them into a stack: the lines of its file, and the commands. */
import { stringify } from "yaml";
import { settingLeaves } from "../../account/collisions/settings";
import type { PreflightReport } from "./report";

/** The lines for `Pulumi.STACK.yaml`. */
export function settingsYaml({ project, settings }: PreflightReport): readonly string[] {
  const config = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${project}:${name}`, value]));
  // In YAML 1.1, which some readers still hold to, `off` without quotes is false.
  return stringify({ config }, { lineWidth: 0, schema: "yaml-1.1" }).trimEnd().split("\n");
}

/** The same by `pulumi config set`. */
export function settingsCommands({ project, stack, settings, unset }: PreflightReport): readonly string[] {
  return [
    ...unset.map((name) => `pulumi config rm --stack ${stack} ${quoted(`${project}:${name}`)}`),
    ...settingLeaves(settings).map(
      ({ path, value }) =>
        `pulumi config set --stack ${stack} --path ${quoted(`${project}:${path}`)} ${quoted(String(value))}`,
    ),
  ];
}

/** That some settings have to go, as a sentence. */
export function unsetSentence({ unset }: PreflightReport): readonly string[] {
  return unset.length === 0
    ? []
    : [`Without ${unset.join(", ")}, which would then be ignored: see to it that what is adopted does the same.`];
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
