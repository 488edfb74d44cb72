/** Scanners of others that judge what the stacks declare or hold, as far as this machine has them. */
import { spawnSync } from "node:child_process";

interface Judge {
  readonly title: string;
  /** The command on PATH. */
  readonly command: string;
  /** The environment variable that names the command where it is not on PATH. */
  readonly variable: string;
}

const JUDGES = {
  checkov: { title: "Checkov", command: "checkov", variable: "CHECKOV" },
  prowler: { title: "Prowler", command: "prowler", variable: "PROWLER" },
} as const satisfies Readonly<Record<string, Judge>>;

/**
 * The command. Skips the suite where there is none, and says so loudly.
 * @throws where there is none although the judge's variable names one.
 */
export function requireJudge(suite: Mocha.Context, name: keyof typeof JUDGES): string {
  const { title, command, variable }: Judge = JUDGES[name];
  const howToGetIt = `Install it in a virtual environment of its own (python3 -m pip install ${command}), put the command on PATH or name it as ${variable}, and run again.`;
  const named = process.env[variable];
  const found = named ?? command;
  if (spawnSync(found, ["--version"], { stdio: "ignore" }).status === 0) {
    return found;
  }
  if (named !== undefined) {
    throw new Error(`${variable} names ${named}, which does not run. ${howToGetIt}`);
  }
  const line = "!".repeat(100);
  console.warn(
    `\n${line}\n${title.toUpperCase()} HAS NOT SEEN THE STACK: it is not on PATH.\n${howToGetIt}\n${line}\n`,
  );
  return suite.skip();
}
