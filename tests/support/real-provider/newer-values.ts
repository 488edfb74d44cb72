/** Values that AWS takes and the provider refuses, because they are newer than it is. */
import type { ResourceState } from "../../../pulumi/stack-state";

/** `TYPE PROPERTY` -> the values. */
const NEWER_VALUES: Readonly<Record<string, readonly string[]>> = {
  "aws:guardduty/detectorFeature:DetectorFeature name": ["AI_PROTECTION"],
};

export function isNewer({ type, inputs }: ResourceState): boolean {
  return Object.entries(inputs).some(
    ([property, value]) => typeof value === "string" && NEWER_VALUES[`${type} ${property}`]?.includes(value) === true,
  );
}
