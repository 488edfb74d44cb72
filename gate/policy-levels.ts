/** The levels of a policy, as a configuration names them and as they are on the wire. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import type { EnforcementLevel } from "./finding";

export type ConfiguredLevel = EnforcementLevel | "disabled" | "remediate";

export const LEVELS: Readonly<Record<ConfiguredLevel, protocol.EnforcementLevel>> = {
  advisory: protocol.EnforcementLevel.ADVISORY,
  mandatory: protocol.EnforcementLevel.MANDATORY,
  disabled: protocol.EnforcementLevel.DISABLED,
  remediate: protocol.EnforcementLevel.REMEDIATE,
};

/** How much a level stops. The gate changes no resource, so that `remediate` stops what `mandatory` does. */
const STRICTNESS: Readonly<Record<ConfiguredLevel, number>> = { disabled: 0, advisory: 1, mandatory: 2, remediate: 2 };

export function isLevel(level: unknown): level is ConfiguredLevel {
  return typeof level === "string" && Object.hasOwn(LEVELS, level);
}

/** Whether one level stops less than another. */
export function isWeaker(one: ConfiguredLevel, other: ConfiguredLevel): boolean {
  return STRICTNESS[one] < STRICTNESS[other];
}

/** The level that stops more; the first of two that stop the same. */
export function stricter(one: ConfiguredLevel, other: ConfiguredLevel): ConfiguredLevel {
  return isWeaker(one, other) ? other : one;
}

/** The level for a number on the wire. */
export function levelName(level: protocol.EnforcementLevel): ConfiguredLevel {
  const found = Object.entries(LEVELS).find(([, value]) => value === level)?.[0];
  return isLevel(found) ? found : "mandatory";
}
