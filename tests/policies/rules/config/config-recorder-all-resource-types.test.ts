import { deepEqual } from "node:assert/strict";
import { UNKNOWN, type Value } from "../../../../policies/properties";
import { configRecorderAllResourceTypes } from "../../../../policies/rules/config/config-recorder-all-resource-types";
import type { WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const TYPES = "recordingGroup.resourceTypes";
const EXCLUSIONS = "recordingGroup.exclusionByResourceTypes";
const STRATEGIES = "recordingGroup.recordingStrategies";
const STRATEGY = `${STRATEGIES}.0.useOnly`;

const EXCLUDED = `${EXCLUSIONS}.0.resourceTypes`;

/** What a recording group says that excludes types by name. */
function excluding(...resourceTypes: readonly WireValue[]) {
  return {
    "recordingGroup.allSupported": false,
    [EXCLUSIONS]: [{ resourceTypes }],
    [STRATEGIES]: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
  };
}

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
      title: "a list of types to record",
      set: { [STRATEGY]: "INCLUSION_BY_RESOURCE_TYPES" },
      property: STRATEGY,
      message: 'is "INCLUSION_BY_RESOURCE_TYPES"; set it to "ALL_SUPPORTED_RESOURCE_TYPES"',
    },
    ...[
      "AWS::S3::Bucket",
      "AWS::KMS::Key",
      "AWS::CloudTrail::Trail",
      "AWS::CloudWatch::Alarm",
      "AWS::EKS::Cluster",
      "AWS::Bedrock::Guardrail",
      "AWS::BedrockAgentCore::Runtime",
      "AWS::SageMaker::Model",
      "AWS::IAM::OIDCProvider",
    ].map((type) => ({
      title: `the exclusion of ${type}`,
      set: excluding("AWS::EC2::NetworkInterface", type, UNKNOWN_VALUE),
      property: EXCLUDED,
      message: `holds ${type}; remove what a control needs`,
    })),
    {
      title: "a list of types beside an exclusion",
      set: { ...excluding("AWS::EC2::NetworkInterface"), [TYPES]: ["AWS::EC2::Instance"] },
      property: TYPES,
      message: 'is ["AWS::EC2::Instance"]; remove it, so that every type is recorded',
    },
  ],
  passes: [
    { title: "a recorder that leaves everything to the provider", remove: ["recordingGroup"] },
    { title: "empty lists", set: { [TYPES]: [], [EXCLUSIONS]: [{ resourceTypes: [] }] } },
    { title: "an empty strategy", set: { [STRATEGIES]: [{}] } },
    { title: "the exclusion of types that no control needs", set: excluding("AWS::EC2::NetworkInterface") },
    { title: "an exclusion of nothing", set: { [STRATEGIES]: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }] } },
    {
      title: "the exclusion of IAM, which another recorder may record",
      set: excluding("AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"),
    },
  ],
  unknown: [
    "recordingGroup.allSupported",
    TYPES,
    STRATEGY,
    { path: EXCLUSIONS, property: `${EXCLUSIONS}.0.resourceTypes` },
    { path: STRATEGIES, property: STRATEGY },
  ],
});

describe("An exclusion by name", () => {
  const excludedOf = (resourceTypes: Value) =>
    [
      configRecorderAllResourceTypes.check({
        urn: "urn:pulumi:prod::example::aws:cfg/recorder:Recorder::recorder",
        name: "recorder",
        type: "aws:cfg/recorder:Recorder",
        properties: {
          recordingGroup: {
            exclusionByResourceTypes: [{ resourceTypes }],
            recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
          },
        },
        protect: true,
      }),
    ].flat();

  for (const [title, value] of [
    ["is unknown", UNKNOWN],
    ["holds an unknown type", ["AWS::EC2::NetworkInterface", UNKNOWN]],
  ] as const) {
    it(`leaves the rule undecided when it ${title}`, () => {
      deepEqual(
        excludedOf(value).filter(({ status }) => status !== "pass"),
        [{ status: "undecided", property: EXCLUDED, message: "is not known before the update" }],
      );
    });
  }
});
