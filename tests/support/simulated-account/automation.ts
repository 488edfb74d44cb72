/** Runs documents of Systems Manager Automation in a simulated account, which runs none itself. */
import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { HOW_TO_GET_MOTO, findPython } from "./python";
import type { SimulatedAccount } from "./simulated-account";

/** What is run, and what the approvers say. */
export interface AutomationOrder {
  /** As Systems Manager keeps it: JSON. */
  readonly document: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** @default "Approve" */
  readonly decision?: "Approve" | "Reject";
  readonly region: string;
}

export interface AutomationRun {
  readonly status: "Success" | "Failed";
  readonly steps: readonly {
    readonly name: string;
    readonly status: "Success" | "Failed";
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly error?: string;
    readonly message?: string;
  }[];
}

/** @throws when Automation would not have taken the document or its parameters, or an operation has no such parameter */
export function runAutomation(
  { environment }: Pick<SimulatedAccount, "environment">,
  { document, parameters = {}, decision = "Approve", region }: AutomationOrder,
): AutomationRun {
  const python = findPython();
  if (python === undefined) {
    throw new Error(HOW_TO_GET_MOTO);
  }
  const { status, stdout, stderr } = spawnSync(python, ["-B", path.join(__dirname, "automation.py")], {
    // What is given may be no document at all: the runner says so.
    input: JSON.stringify({ document: JSON.parse(document) as unknown, parameters, decision, region }),
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as AutomationRun; // what the runner writes
}
