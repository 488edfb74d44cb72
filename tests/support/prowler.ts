/** Prowler, which judges AWS accounts, if this machine has it. */
import { spawnSync } from "node:child_process";

const HOW_TO_GET_PROWLER =
  "Install it in a virtual environment of its own (python3 -m pip install prowler), put the command on PATH or name it as PROWLER, and run again.";

/**
 * The command. Skips the suite where there is none, and says so loudly.
 * @throws where there is none although `PROWLER` names one.
 */
export function requireProwler(suite: Mocha.Context): string {
  const named = process.env["PROWLER"];
  const command = named ?? "prowler";
  if (spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0) {
    return command;
  }
  if (named !== undefined) {
    throw new Error(`PROWLER names ${named}, which does not run. ${HOW_TO_GET_PROWLER}`);
  }
  const line = "!".repeat(100);
  console.warn(`\n${line}\nPROWLER HAS NOT SEEN THE STACK: it is not on PATH.\n${HOW_TO_GET_PROWLER}\n${line}\n`);
  return suite.skip();
}
