/** The settings of the running program: a thin shell around the pure parser. */
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { describeMistakes } from "./mistake";
import { type AccountSettings, parseSettings } from "./parse";

/**
 * Reads and validates the whole configuration of the running stack.
 *
 * @throws pulumi.RunError that lists every mistake at once; Pulumi shows its message without a stack trace. Call it before
 *   the first resource is declared, so that nothing is declared from settings that are refused.
 */
export function readSettings(): AccountSettings {
  const result = parseSettings(pulumi.runtime.allConfig(), pulumi.getProject(), secretKeys());
  if (!result.ok) {
    throw new pulumi.RunError(describeMistakes(result.mistakes));
  }
  return result.settings;
}

/**
 * The keys that the stack's file holds encrypted. The language host passes them in this variable; the SDK asks the same
 * variable, but only one key at a time and with a warning for each.
 */
function secretKeys(): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]"));
  } catch {
    return [];
  }
}
