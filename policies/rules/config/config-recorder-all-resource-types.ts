import { type Value, at, isList } from "../../properties";
import { equals, isAbsent } from "../../requirements";
import { RECORDER } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

const EXCLUSIONS = RECORDER.path("recordingGroup.exclusionByResourceTypes");
const STRATEGIES = RECORDER.path("recordingGroup.recordingStrategies");
const EVERY_TYPE = "ALL_SUPPORTED_RESOURCE_TYPES";

const namesNoTypes = isAbsent("so that every type is recorded");

export const configRecorderAllResourceTypes = resourceRule(RECORDER, {
  id: "config-recorder-all-resource-types",
  title: "AWS Config recorders record all supported resource types",
  severity: "high",
  property: "recordingGroup.allSupported",
  rationale:
    "A type that is not recorded has no history and no rule. A list of types misses every service that AWS adds later, and " +
    "AI services are the newest.",
  remediation:
    "Set recordingGroup.allSupported to true and remove resourceTypes, exclusionByResourceTypes and other strategies.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  related: { checkov: ["CKV2_AWS_45"] },
  check: ({ properties }, { property }) =>
    all(
      equals(true, { byDefault: true })(properties, property),
      namesNoTypes(properties, RECORDER.path("recordingGroup.resourceTypes")),
      ...indexesOf(at(properties, EXCLUSIONS)).map((index) =>
        namesNoTypes(properties, RECORDER.path(`${EXCLUSIONS}.${index}.resourceTypes`)),
      ),
      ...indexesOf(at(properties, STRATEGIES)).map((index) =>
        equals(EVERY_TYPE, { byDefault: EVERY_TYPE })(properties, RECORDER.path(`${STRATEGIES}.${index}.useOnly`)),
      ),
    ),
});

/** The first index stands for those of a list that is not known yet. */
function indexesOf(list: Value | undefined): readonly number[] {
  if (isList(list)) {
    return list.map((_, index) => index);
  }
  return list === undefined ? [] : [0];
}
