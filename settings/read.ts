/** The settings of the running program: a thin wrapper around the pure parser. */
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { describeMistakes } from "./mistake";
import { type AccountSettings, parseSettings } from "./parse";

/**
 * Reads and validates the whole configuration of the running stack. Call it before declaring the first resource, so
 * that nothing is declared from invalid settings.
 *
 * @throws pulumi.RunError that lists all mistakes. Pulumi shows its message without a stack trace.
 */
export function readSettings(): AccountSettings {
  const result = parseSettings(pulumi.runtime.allConfig(), pulumi.getProject(), secretKeys());
  if (!result.ok) {
    throw new pulumi.RunError(describeMistakes(result.mistakes));
  }
  return result.settings;
}

/**
 * The keys whose values are encrypted in the stack file. The language host passes them in this variable. The SDK reads
 * the same variable, but only for one key at a time and with a warning for each.
 */
function secretKeys(): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]"));
  } catch {
    return [];
  }
}
