import { type Judgements, all, decide, fail, mustBe, pass } from "../../judgement";
import { type PropertyMap, at, isList, show } from "../../properties";
import { resourceRule } from "../../rule";
import { RECORDER } from "./recorder";

const ALL_SUPPORTED = "recordingGroup.allSupported";

export const recorderRecordsEverything = resourceRule({
  id: "recorder-records-everything",
  title: "A recorder records every supported resource type",
  severity: "high",
  type: RECORDER,
  property: ALL_SUPPORTED,
  rationale:
    "What a recorder leaves out has no history and no rule: a list of types misses whatever service AWS adds next, and " +
    "AI services are the newest.",
  fix: "Set recordingGroup.allSupported to true and remove resourceTypes, exclusionByResourceTypes and other strategies.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  covers: { checkov: ["CKV2_AWS_45"] },
  judge: ({ properties }) =>
    all(
      mustBe(properties, ALL_SUPPORTED, true, { absent: true }),
      mustBeEmpty(properties, "recordingGroup.resourceTypes"),
      ...lists(properties, "exclusionByResourceTypes", "resourceTypes").map((path) => mustBeEmpty(properties, path)),
      ...lists(properties, "recordingStrategies", "useOnly").map((path) =>
        mustBe(properties, path, "ALL_SUPPORTED_RESOURCE_TYPES", { absent: "ALL_SUPPORTED_RESOURCE_TYPES" }),
      ),
    ),
});

/** The path of a field in each item of a list of the recording group. */
function lists(properties: PropertyMap, list: string, field: string): readonly string[] {
  const path = `recordingGroup.${list}`;
  const items = at(properties, path);
  const length = isList(items) ? items.length : items === undefined ? 0 : 1;
  return Array.from({ length }, (_, index) => `${path}.${index}.${field}`);
}

function mustBeEmpty(properties: PropertyMap, path: string): Judgements {
  return decide(properties, path, (value) =>
    value === undefined || (isList(value) && value.length === 0)
      ? pass
      : fail(path, `is ${show(value)}; it must be absent, so that every type is recorded`),
  );
}
