/** What the recording group of a recorder says, for the rules that ask it. */
import { GLOBAL_RESOURCE_TYPES } from "../../../facts/config/limits";
import { type PropertyMap, UNKNOWN, at, isList } from "../../properties";
import { RECORDER } from "../../resources";
import { type Truth, is } from "../../truth";

export const GLOBAL_TYPES = RECORDER.path("recordingGroup.includeGlobalResourceTypes");
export const STRATEGY = RECORDER.path("recordingGroup.recordingStrategies.0.useOnly");
export const EXCLUDED_TYPES = RECORDER.path("recordingGroup.exclusionByResourceTypes.0.resourceTypes");
export const EXCLUSION = "EXCLUSION_BY_RESOURCE_TYPES";

/** Whether the recorder records every type save those of a list. */
export function recordsByExclusion(properties: PropertyMap): Truth {
  return is(at(properties, STRATEGY), EXCLUSION);
}

/** Whether the recorder records at least one of the global types. The flag counts only where no types are excluded by name. */
export function recordsGlobalTypes(properties: PropertyMap): Truth {
  const byExclusion = recordsByExclusion(properties);
  if (byExclusion !== true) {
    // The provider records no global types unless it is told to.
    return byExclusion === UNKNOWN ? UNKNOWN : is(at(properties, GLOBAL_TYPES), true);
  }
  const excluded = excludedTypes(properties);
  if (excluded === UNKNOWN) {
    return UNKNOWN;
  }
  return GLOBAL_RESOURCE_TYPES.every((type) => excluded.includes(type))
    ? false
    : excluded.includes(UNKNOWN)
      ? UNKNOWN
      : true;
}

/** The list of excluded types, of which some may be unknown. */
export function excludedTypes(properties: PropertyMap) {
  const excluded = at(properties, EXCLUDED_TYPES);
  return excluded === UNKNOWN ? UNKNOWN : isList(excluded) ? excluded : [];
}
