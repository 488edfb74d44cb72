/** Files that are named on the command line. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { PolicyConfig } from "../gate/policy-config";
import { UsageError } from "./failure";

/** @param what the option, for the message. @throws UsageError if the file cannot be read. */
export function readText(file: string, what: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const why = code === "ENOENT" ? "there is no such file" : code;
    throw new UsageError(`${what} ${file} cannot be read: ${why}.`);
  }
}

/**
 * The policy configuration of a stack, next to its program: `policy-config.STACK.json`.
 * @returns its path, or `undefined` if it does not exist.
 */
export function usualPolicyConfig(program: string, stack: string): string | undefined {
  const file = path.join(program, `policy-config.${stack}.json`);
  return fs.existsSync(file) ? file : undefined;
}

/** Reads a policy configuration in Pulumi's format: a JSON object of policy name -> level or settings. */
export function readPolicyConfig(file: string | undefined): PolicyConfig {
  if (file === undefined) {
    return {};
  }
  let content: unknown;
  try {
    content = JSON.parse(readText(file, "--policy-config"));
  } catch (error) {
    if (error instanceof UsageError) {
      throw error;
    }
    throw new UsageError(
      `--policy-config ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new UsageError(
      `--policy-config ${file} must hold a JSON object: {"RULE": {"enforcementLevel": "advisory"}}.`,
    );
  }
  return content as PolicyConfig; // an object, by the check above
}
