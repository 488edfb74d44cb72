/** The packages as npm installs them. */
import * as fs from "node:fs";
import * as path from "node:path";
import { progress, run } from "./child";
import { REPOSITORY } from "./stacks";

/** The installed packages, created by {@link install}. */
export interface Installed {
  readonly folder: string;
  readonly pack: string;
  readonly command: string;
}

/** Builds the pack and the CLI and installs them like npm would, with the dependencies of this checkout. */
export async function install(folder: string): Promise<Installed> {
  progress("building the packages");
  await run(["tools/build.js", "policies", "cli"]);
  const modules = path.join(folder, "node_modules");
  fs.mkdirSync(modules);
  for (const name of fs.readdirSync(path.join(REPOSITORY, "node_modules"))) {
    if (!name.startsWith(".") && !name.startsWith("ai-governance-baseline")) {
      fs.symlinkSync(path.join(REPOSITORY, "node_modules", name), path.join(modules, name));
    }
  }
  const lay = (name: string, files: readonly string[]): string => {
    const target = path.join(modules, `ai-governance-baseline-${name}`);
    for (const file of files) {
      fs.cpSync(path.join(REPOSITORY, name, file), path.join(target, file), { recursive: true });
    }
    return target;
  };
  const pack = lay("policies", ["dist", "start.js", "PulumiPolicy.yaml", "package.json"]);
  const command = path.join(lay("cli", ["dist", "baseline.js", "package.json"]), "baseline.js");
  return { folder, pack, command };
}
