import { GLOBAL_RESOURCE_TYPES } from "../../../facts/config/limits";
import { isNeeded } from "../../../facts/config/needed-resource-types";
import { type PropertyMap, UNKNOWN, type Value, at, isList } from "../../properties";
import { equals, isAbsent } from "../../requirements";
import { RECORDER } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { EXCLUDED_TYPES, STRATEGY, excludedTypes, recordsByExclusion } from "./recording-group";

const ALL_SUPPORTED = RECORDER.path("recordingGroup.allSupported");
const TYPES = RECORDER.path("recordingGroup.resourceTypes");
const EXCLUSIONS = RECORDER.path("recordingGroup.exclusionByResourceTypes");
const STRATEGIES = RECORDER.path("recordingGroup.recordingStrategies");
const EVERY_TYPE = "ALL_SUPPORTED_RESOURCE_TYPES";

const namesNoTypes = isAbsent("so that every type is recorded");

export const configRecorderAllResourceTypes = resourceRule(RECORDER, {
  id: "config-recorder-all-resource-types",
  title: "AWS Config recorders record all supported resource types, save those excluded that no control needs",
  severity: "high",
  property: ALL_SUPPORTED,
  rationale:
    "A type that is not recorded has no history and no rule. A list of types misses every service that AWS adds later, and " +
    "AI services are the newest. To exclude a type by name is a choice that misses nothing else; AI resources, identities, " +
    "buckets, keys, trails, alarms and clusters cannot be spared.",
  remediation:
    "Set recordingGroup.allSupported to true and remove resourceTypes and other strategies; or exclude by name " +
    "(EXCLUSION_BY_RESOURCE_TYPES) types that no control needs.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  related: { checkov: ["CKV2_AWS_45"] },
  check: ({ properties }) => {
    const byExclusion = recordsByExclusion(properties);
    return all(
      namesNoTypes(properties, TYPES),
      byExclusion === UNKNOWN
        ? undecided(STRATEGY)
        : byExclusion
          ? excludesNothingNeeded(properties)
          : recordsEveryType(properties),
    );
  },
});

function recordsEveryType(properties: PropertyMap): Results {
  return all(
    equals(true, { byDefault: true })(properties, ALL_SUPPORTED),
    ...indexesOf(at(properties, EXCLUSIONS)).map((index) =>
      namesNoTypes(properties, RECORDER.path(`${EXCLUSIONS}.${index}.resourceTypes`)),
    ),
    ...indexesOf(at(properties, STRATEGIES)).map((index) =>
      equals(EVERY_TYPE, { byDefault: EVERY_TYPE })(properties, RECORDER.path(`${STRATEGIES}.${index}.useOnly`)),
    ),
  );
}

/** The types of IAM are the matter of config-global-resource-types-recorded-once, which sees the other recorders. */
const ELSEWHERE: readonly string[] = GLOBAL_RESOURCE_TYPES;

function excludesNothingNeeded(properties: PropertyMap): Results {
  const excluded = excludedTypes(properties);
  if (excluded === UNKNOWN) {
    return undecided(EXCLUDED_TYPES);
  }
  const needed = excluded
    .filter((type) => typeof type === "string")
    .filter((type) => isNeeded(type) && !ELSEWHERE.includes(type));
  if (needed.length > 0) {
    return fail(EXCLUDED_TYPES, `holds ${needed.join(", ")}; remove what a control needs`);
  }
  return excluded.includes(UNKNOWN) ? undecided(EXCLUDED_TYPES) : pass;
}

/** The first index stands for those of a list that is not known yet. */
function indexesOf(list: Value | undefined): readonly number[] {
  if (isList(list)) {
    return list.map((_, index) => index);
  }
  return list === undefined ? [] : [0];
}
