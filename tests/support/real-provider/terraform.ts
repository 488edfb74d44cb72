/** Terraform and the version of its AWS provider that the stacks are tried with, as far as this machine has them. */
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/**
 * What the tests name as left out is what this version does not know. `@pulumi/aws` 7 is made of the next major version,
 * 6; what is a region argument there is a provider alias here.
 */
export const PROVIDER_VERSION = "5.100.0";

export const PROVIDER_SOURCE = "hashicorp/aws";

const REGISTRY = "registry.terraform.io";

export const HOW_TO_GET_TERRAFORM =
  "Install Terraform (https://developer.hashicorp.com/terraform/install); " +
  `where its registry is out of reach, put ${PROVIDER_SOURCE} ${PROVIDER_VERSION} into a filesystem mirror and name that with TF_PLUGINS.`;

/** Terraform failed where it must not. The message holds what it printed. */
export class TerraformError extends Error {}

/** What Terraform printed and how it ended. */
export interface TerraformRun {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

let found: { readonly isThere: boolean } | undefined;

/** Whether Terraform can be run with the provider. Looked for once; without a mirror, that asks the registry. */
export function hasTerraform(): boolean {
  found ??= { isThere: isInstalled() && (findMirror() !== undefined || canInitialize()) };
  return found.isThere;
}

/** Runs Terraform in a folder. */
export async function terraform(
  folder: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TerraformRun> {
  const child = spawn("terraform", [`-chdir=${folder}`, ...command], {
    env: { ...terraformEnvironment(folder), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null]; // what the event carries has no type
  return { succeeded: code === 0, stdout, stderr };
}

/** A folder that Terraform can be initialized in: what it requires, and its settings of its own. */
export function makeWorkspace(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-terraform-"));
  const mirror = findMirror();
  const installation = mirror === undefined ? "direct {}" : `filesystem_mirror { path = ${JSON.stringify(mirror)} }`;
  fs.writeFileSync(settingsFile(folder), `provider_installation {\n  ${installation}\n}\n`);
  fs.writeFileSync(path.join(folder, "versions.tf.json"), JSON.stringify({ terraform: REQUIREMENTS }));
  return folder;
}

const REQUIREMENTS = {
  required_providers: { aws: { source: PROVIDER_SOURCE, version: PROVIDER_VERSION } },
};

function settingsFile(folder: string): string {
  return path.join(folder, "terraform.tfrc");
}

/** Whatever the user has set for Terraform stays out, and so does their AWS account. */
function terraformEnvironment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(TF_|AWS_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    TF_CLI_CONFIG_FILE: settingsFile(folder),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

function isInstalled(): boolean {
  return spawnSync("terraform", ["version"], { stdio: "ignore" }).status === 0;
}

function canInitialize(): boolean {
  const folder = makeWorkspace();
  try {
    const run: SpawnSyncReturns<Buffer> = spawnSync("terraform", [`-chdir=${folder}`, "init"], {
      env: terraformEnvironment(folder),
      stdio: "ignore",
    });
    return run.status === 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A filesystem mirror with the provider: the one that TF_PLUGINS names, or where Terraform and images keep theirs. */
function findMirror(): string | undefined {
  const named = process.env["TF_PLUGINS"];
  const places =
    named === undefined || named === ""
      ? [path.join(os.homedir(), ".terraform.d", "plugins"), ...foldersOfRoot()]
      : [path.resolve(named)];
  return places.find((place) => fs.existsSync(path.join(place, REGISTRY, PROVIDER_SOURCE, PROVIDER_VERSION)));
}

/** Every folder in a folder of the root, such as `/opt/terraform`. */
function foldersOfRoot(): readonly string[] {
  const root = path.parse(process.cwd()).root;
  return subfolders(root).flatMap(subfolders);
}

function subfolders(folder: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(folder, name))
      .sort();
  } catch {
    return [];
  }
}
