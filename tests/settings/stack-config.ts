/** Configurations for the tests: valid ones, and a stack file's content as a running program receives it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { parseSettings } from "../../settings/parse";

export const PROJECT = "ai-governance-baseline";

/** The least that a stack has to say. */
export const LEAST: Readonly<Record<string, string>> = {
  "aws:region": "eu-central-1",
  "aws:allowedAccountIds": '["111122223333"]',
};

/** The least, with settings of the project's namespace added; undefined removes a key. */
export function configWith(
  settings: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const own = Object.entries(settings).map(([name, value]) => [`${PROJECT}:${name}`, value] as const);
  const all = [...Object.entries({ ...LEAST, ...others }), ...own];
  return Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** A file of the project's root, parsed. */
export function projectFile(name: string): Record<string, unknown> {
  return parse(readFileSync(join(__dirname, "../..", name), "utf8")) as Record<string, unknown>;
}

/** A stack file's configuration as Pulumi hands it to the program: text as it is, all else as JSON. */
export function stackConfig(stack: string): Record<string, string> {
  const config = projectFile(`Pulumi.${stack}.yaml`)["config"] as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** What a stack has to encrypt. */
export const SECRET_KEYS: readonly string[] = [`${PROJECT}:eventEndpointSecret`];

/** The paths of all mistakes, in their order; none for a configuration that is accepted. Secrets are encrypted. */
export function pathsOfMistakes(config: Readonly<Record<string, string>>): string[] {
  const result = parseSettings(config, PROJECT, SECRET_KEYS);
  return result.ok ? [] : result.mistakes.map(({ path }) => path);
}
