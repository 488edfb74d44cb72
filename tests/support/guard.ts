/** The engine of the Guard language, which AWS Config evaluates custom policy rules with, if this machine has it. */
import { spawnSync } from "node:child_process";

export type GuardStatus = "PASS" | "FAIL" | "SKIP";

/** Text in the Guard language, and a configuration item for it. */
export interface GuardQuestion {
  readonly policyText: string;
  readonly item: object;
}

const HOW_TO_GET_GUARD =
  "Install its Python bindings in a virtual environment (python3 -m pip install cfn-guard-rs==0.3.3), have its python3 first on PATH or name it as GUARD_PYTHON, and run again.";

const PROGRAM = `
import json, sys
from cfn_guard_rs import run_checks
questions = json.load(sys.stdin)
print(json.dumps([run_checks(each["item"], each["policyText"]).status for each in questions]))
`;

/**
 * The Python that has the engine. Skips the suite where there is none, and says so loudly.
 * @throws where there is none although `GUARD_PYTHON` names one.
 */
export function requireGuard(suite: Mocha.Context): string {
  const named = process.env["GUARD_PYTHON"];
  const python = named ?? "python3";
  if (spawnSync(python, ["-c", "import cfn_guard_rs"], { stdio: "ignore" }).status === 0) {
    return python;
  }
  if (named !== undefined) {
    throw new Error(`GUARD_PYTHON names ${named}, which has no cfn_guard_rs. ${HOW_TO_GET_GUARD}`);
  }
  const line = "!".repeat(100);
  console.warn(`\n${line}\nNO GUARD RULE WAS EVALUATED: python3 has no cfn_guard_rs.\n${HOW_TO_GET_GUARD}\n${line}\n`);
  return suite.skip();
}

/** What the engine says of each. */
export function evaluate(python: string, questions: readonly GuardQuestion[]): readonly GuardStatus[] {
  const { stdout, stderr, status } = spawnSync(python, ["-c", PROGRAM], {
    input: JSON.stringify(questions),
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`the engine of the Guard language ended with ${String(status)}: ${stderr}`);
  }
  return JSON.parse(stdout) as readonly GuardStatus[]; // the program prints a list of them
}
