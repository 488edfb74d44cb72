/**
 * Reads a Pulumi project like the CLI does: `Pulumi.yaml`, the stack's settings and the project's declared defaults.
 *
 * Source: https://www.pulumi.com/docs/iac/concepts/projects/project-file/ and .../config/
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { UNKNOWN_VALUE } from "../pulumi/wire";
import { EnvironmentError, type OpenedSettings, openEnvironments } from "./environments";
import { type RuntimeOptions, RuntimeOptionError, nodeArguments, requireInside } from "./runtime-options";
import { SettingsFileError, readSettingsFile } from "./settings-file";

/** The project or the stack's settings cannot be used. The message is for the user who named them. */
export class ProjectError extends Error {}

/** Where the value of a setting comes from; those before are stronger. */
export interface SettingOrigin {
  readonly kind: "stack file" | "environments" | "project file" | "project default";
  /** The file, relative to the program's folder; of environments the one that names them. */
  readonly name: string;
}

export interface Project {
  readonly name: string;
  /** Absolute path of the folder that contains `Pulumi.yaml`. */
  readonly folder: string;
  readonly stack: string;
  /** The file of the stack's settings, relative to the folder. @default - there is none */
  readonly settingsFile?: string;
  /** Entry point relative to the folder; `.` means the one in `package.json`. */
  readonly main: string;
  readonly runtimeOptions: RuntimeOptions;
  /** `namespace:key` -> the value as the program reads it: text, with objects as JSON. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys whose values are secret. */
  readonly secretKeys: readonly string[];
  /** Where each value in `config` comes from. */
  readonly origins: Readonly<Record<string, SettingOrigin>>;
}

/** The texts of the secret settings. */
export function secretSettingsOf({ config, secretKeys }: Pick<Project, "config" | "secretKeys">): readonly string[] {
  return secretKeys.map((key) => config[key] ?? "");
}

type Yaml = Readonly<Record<string, unknown>>;

/** The name of a stack's settings file. */
const STACK_FILE = /^Pulumi\.(?<stack>.+)\.ya?ml$/;

/** The stack to use if none is given and the project has settings for it. */
const USUAL_STACK = "prod";

/**
 * @param folder the program's folder. @param stack its stack; @default `prod`, or the only one with a settings file.
 * @throws {@link ProjectError}
 */
export function readProject(folder: string, stack?: string): Project {
  const root = path.resolve(folder);
  const file = ["Pulumi.yaml", "Pulumi.yml"].map((name) => path.join(root, name)).find((name) => fs.existsSync(name));
  if (file === undefined) {
    throw new ProjectError(`${root} is no Pulumi program: it has no Pulumi.yaml. Name the folder of a program.`);
  }
  const project = readYaml(file);
  const name = project["name"];
  if (typeof name !== "string" || name === "") {
    throw new ProjectError(`${file} has no name. Add \`name: ...\`.`);
  }
  const chosen = chooseStack(settingsFolder(root, project, file), stack);
  const stackFile = chosen.file === undefined ? {} : readYaml(chosen.file);
  const opened = settingsOfEnvironments(name, chosen.stack, stackFile["environment"]);
  const settings = collectConfig(name, project, stackFile, opened, {
    project: path.relative(root, file),
    stack: chosen.file === undefined ? "" : path.relative(root, chosen.file),
  });
  const main = project["main"];
  return {
    name,
    folder: root,
    stack: chosen.stack,
    ...(chosen.file === undefined ? {} : { settingsFile: path.relative(root, chosen.file) }),
    main: typeof main === "string" ? allowed(file, () => requireInside(root, main, "main", realPath)) : ".",
    runtimeOptions: runtimeOptions(project["runtime"], root, file),
    ...settings,
  };
}

/** @throws {@link ProjectError} for what the file may not say */
function allowed<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RuntimeOptionError ? new ProjectError(`In ${file}, ${error.message}`) : error;
  }
}

/** The path without links, of as much of it as exists. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPath(parent), path.basename(file));
  }
}

/** The folder of the stacks' settings files: next to the project file, unless it says otherwise. */
function settingsFolder(root: string, project: Yaml, file: string): string {
  const elsewhere = project["stackConfigDir"];
  if (typeof elsewhere !== "string") {
    return root;
  }
  const folder = path.join(root, elsewhere);
  if (!fs.existsSync(folder)) {
    throw new ProjectError(`${file} says that its stacks' settings are in ${folder}, which is not there.`);
  }
  return folder;
}

function chooseStack(folder: string, stack: string | undefined): { stack: string; file: string | undefined } {
  const files = new Map<string, string>();
  for (const name of namesIn(folder)) {
    const found = STACK_FILE.exec(name)?.groups?.["stack"];
    if (found !== undefined) {
      files.set(found, path.join(folder, name));
    }
  }
  const known = [...files.keys()].sort();
  if (stack === undefined) {
    const chosen = known.includes(USUAL_STACK) ? USUAL_STACK : known.length === 1 ? known[0] : undefined;
    if (chosen === undefined && known.length > 0) {
      throw new ProjectError(`Which stack? ${folder} has settings for ${known.join(", ")}. Name one with --stack.`);
    }
    // Without any settings files, the stack name does not matter.
    return { stack: chosen ?? "dev", file: files.get(chosen ?? "") };
  }
  if (!files.has(stack) && known.length > 0) {
    throw new ProjectError(`${folder} has no settings for the stack "${stack}". It has: ${known.join(", ")}.`);
  }
  return { stack, file: files.get(stack) };
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    throw new ProjectError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readYaml(file: string): Yaml {
  let content: unknown;
  try {
    content = readSettingsFile(file);
  } catch (error) {
    throw error instanceof SettingsFileError ? new ProjectError(`${file} ${error.message}.`) : error;
  }
  if (content === null || content === undefined) {
    return {};
  }
  if (!isYamlMap(content)) {
    throw new ProjectError(`${file} must be a YAML mapping.`);
  }
  return content;
}

function isYamlMap(value: unknown): value is Yaml {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function runtimeOptions(runtime: unknown, root: string, file: string): RuntimeOptions {
  const name = isYamlMap(runtime) ? runtime["name"] : runtime;
  if (name !== "nodejs") {
    throw new ProjectError(
      `${file} declares the runtime ${JSON.stringify(name)}; the gate runs Node.js programs. ` +
        "For another language, export the stack (`pulumi stack export`) and check it with --state.",
    );
  }
  const given = isYamlMap(runtime) ? runtime["options"] : undefined;
  const options = isYamlMap(given) ? given : {};
  const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  const tsconfig = text(options["tsconfig"]);
  return {
    typescript: options["typescript"] !== false,
    tsconfig:
      tsconfig === undefined ? undefined : allowed(file, () => requireInside(root, tsconfig, "tsconfig", realPath)),
    nodeargs: allowed(file, () => nodeArguments(text(options["nodeargs"]) ?? "")),
  };
}

const NO_ENVIRONMENT: OpenedSettings = { config: {}, secretKeys: [] };

function settingsOfEnvironments(project: string, stack: string, environment: unknown): OpenedSettings {
  const isNone =
    environment === undefined || environment === null || (Array.isArray(environment) && environment.length === 0);
  try {
    return isNone ? NO_ENVIRONMENT : openEnvironments({ project, stack, environment });
  } catch (error) {
    throw error instanceof EnvironmentError ? new ProjectError(error.message) : error;
  }
}

/** What the stack file says is stronger than its environments, and those are stronger than the project's defaults. */
function collectConfig(
  project: string,
  projectFile: Yaml,
  stackFile: Yaml,
  opened: OpenedSettings,
  names: { readonly project: string; readonly stack: string },
): Pick<Project, "config" | "secretKeys" | "origins"> {
  const config: Record<string, string> = {};
  const origins: Record<string, SettingOrigin> = {};
  const secretKeys = new Set<string>(opened.secretKeys);
  const take = (key: string, value: unknown, origin: SettingOrigin): void => {
    if (value === undefined || value === null) {
      return;
    }
    const name = key.includes(":") ? key : `${project}:${key}`;
    if (holdsSecure(value)) {
      secretKeys.add(name);
    }
    config[name] = configText(value);
    origins[name] = origin;
  };
  for (const [key, declared] of Object.entries(mapOf(projectFile["config"]))) {
    const [given, byDefault] = isYamlMap(declared) ? [declared["value"], declared["default"]] : [declared, undefined];
    const isGiven = given !== undefined && given !== null;
    take(key, isGiven ? given : byDefault, {
      kind: isGiven ? "project file" : "project default",
      name: names.project,
    });
    if (isYamlMap(declared) && declared["secret"] === true) {
      secretKeys.add(key.includes(":") ? key : `${project}:${key}`);
    }
  }
  for (const [name, value] of Object.entries(opened.config)) {
    config[name] = value;
    origins[name] = { kind: "environments", name: names.stack };
  }
  for (const [key, value] of Object.entries(mapOf(stackFile["config"]))) {
    take(key, value, { kind: "stack file", name: names.stack });
  }
  return { config, secretKeys: [...secretKeys], origins };
}

function mapOf(value: unknown): Yaml {
  return isYamlMap(value) ? value : {};
}

function configText(value: unknown): string {
  const open = withoutCiphertext(value);
  return typeof open === "string" ? open : JSON.stringify(withSortedKeys(open));
}

/** Sorts keys like the engine does, whatever their order in the file, because a program can read the text. */
function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withSortedKeys);
  }
  return isYamlMap(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, withSortedKeys(value[key])]),
      )
    : value;
}

/**
 * Replaces encrypted settings, for which there is no key here, with Pulumi's unknown value. Anything derived from them
 * is then unknown, too, instead of invented.
 */
function withoutCiphertext(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutCiphertext);
  }
  if (isYamlMap(value)) {
    return typeof value["secure"] === "string"
      ? UNKNOWN_VALUE
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutCiphertext(inner)]));
  }
  return value;
}

function holdsSecure(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some(holdsSecure);
  }
  return isYamlMap(value) && (typeof value["secure"] === "string" || Object.values(value).some(holdsSecure));
}
