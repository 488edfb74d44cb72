import { configRecorderAllResourceTypes } from "../../../../policies/rules/config/config-recorder-all-resource-types";
import { describeResourceRule } from "../../rule-harness";

const TYPES = "recordingGroup.resourceTypes";
const EXCLUSIONS = "recordingGroup.exclusionByResourceTypes";
const STRATEGIES = "recordingGroup.recordingStrategies";
const STRATEGY = `${STRATEGIES}.0.useOnly`;

describeResourceRule(configRecorderAllResourceTypes, {
  fails: [
    {
      title: "a recorder that does not record all types",
      set: { "recordingGroup.allSupported": false },
      message: "is false; set it to true",
    },
    {
      title: "a list of types",
      set: { [TYPES]: ["AWS::IAM::Role"] },
      property: TYPES,
      message: 'is ["AWS::IAM::Role"]; remove it, so that every type is recorded',
    },
    {
      title: "types that are left out",
      set: { [EXCLUSIONS]: [{ resourceTypes: ["AWS::Bedrock::Guardrail"] }] },
      property: `${EXCLUSIONS}.0.resourceTypes`,
      message: 'is ["AWS::Bedrock::Guardrail"]; remove it, so that every type is recorded',
    },
    {
      title: "another strategy",
      set: { [STRATEGY]: "EXCLUSION_BY_RESOURCE_TYPES" },
      property: STRATEGY,
      message: 'is "EXCLUSION_BY_RESOURCE_TYPES"; set it to "ALL_SUPPORTED_RESOURCE_TYPES"',
    },
  ],
  passes: [
    { title: "a recorder that leaves everything to the provider", remove: ["recordingGroup"] },
    { title: "empty lists", set: { [TYPES]: [], [EXCLUSIONS]: [{ resourceTypes: [] }] } },
    { title: "an empty strategy", set: { [STRATEGIES]: [{}] } },
  ],
  unknown: [
    "recordingGroup.allSupported",
    TYPES,
    STRATEGY,
    { path: EXCLUSIONS, property: `${EXCLUSIONS}.0.resourceTypes` },
    { path: STRATEGIES, property: STRATEGY },
  ],
});
