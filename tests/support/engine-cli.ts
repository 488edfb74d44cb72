/** The Pulumi CLI of this machine, without which the real engine cannot be tried. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/**
 * The folder that holds `bin/pulumi`; `"on PATH"` when the shell finds the CLI by itself, `undefined` when there is none.
 * `$PULUMI_HOME/bin` and `~/.pulumi/bin` are the places where the official installer puts it.
 */
export function findEngine(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (environment["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  if (folders.some((folder) => hasCli(folder))) {
    return ON_PATH;
  }
  const homes = [environment["PULUMI_HOME"], path.join(environment["HOME"] ?? os.homedir(), ".pulumi")];
  return homes.find((home) => home !== undefined && home !== "" && hasCli(path.join(home, "bin")));
}

/** Says that no folder need be named. */
export const ON_PATH = "on PATH";

const CLI_NAMES = process.platform === "win32" ? ["pulumi.exe"] : ["pulumi"];

function hasCli(folder: string): boolean {
  return CLI_NAMES.some((name) => {
    try {
      fs.accessSync(path.join(folder, name), fs.constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const HOW_TO_GET_IT =
  "Install the Pulumi CLI (curl -fsSL https://get.pulumi.com | sh, or https://www.pulumi.com/docs/install/) and run again.";

let saidSo = false;

/**
 * Where the CLI is; skips the suite that calls it where there is none, and says so loudly.
 * @throws where there is none although `ENGINE=required` says that there must be.
 */
export function requireEngine(suite: Mocha.Context): string {
  const found = findEngine();
  if (found !== undefined) {
    return found;
  }
  const what = "THE REAL ENGINE WAS NOT TRIED: no Pulumi CLI on PATH, in $PULUMI_HOME/bin or in ~/.pulumi/bin.";
  if (process.env["ENGINE"] === "required") {
    throw new Error(`${what} ENGINE=required makes that a failure. ${HOW_TO_GET_IT}`);
  }
  if (!saidSo) {
    const line = "!".repeat(100);
    console.warn(`\n${line}\n${what}\n${HOW_TO_GET_IT}\n${line}\n`);
    saidSo = true;
  }
  return suite.skip();
}
