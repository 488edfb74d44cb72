import assert from "node:assert/strict";

import {
  AI_DATA_EVENT_TYPES,
  AI_RESOURCE_TYPES,
  aiDataEventType,
  type DataEventType,
  isAiResourceType,
  isDataEventTypeIn,
  OTHER_AI_DATA_EVENT_TYPES,
} from "../../../facts/cloudtrail/ai-data-event-types";
import { partitionOf } from "../../../facts/regions";

const ROWS: readonly (readonly [string, DataEventType])[] = [
  ...Object.entries(AI_DATA_EVENT_TYPES),
  ...Object.entries(OTHER_AI_DATA_EVENT_TYPES),
];

describe("The table of AI data event types", () => {
  it("has a row for each selected type, in the order of the selection", () => {
    assert.deepEqual(Object.keys(AI_DATA_EVENT_TYPES), AI_RESOURCE_TYPES);
  });

  it("keeps what is not selected apart", () => {
    assert.deepEqual(Object.keys(OTHER_AI_DATA_EVENT_TYPES).filter(isAiResourceType), []);
  });

  for (const [type, { partitions, regions, confirmed }] of ROWS) {
    it(`gives ${type} regions of its partitions only, and of each of them`, () => {
      assert.ok(partitions.length > 0);
      if (regions !== undefined) {
        assert.deepEqual([...new Set(regions.map((region) => partitionOf(region).id))].sort(), [...partitions].sort());
      }
      assert.ok(confirmed || (regions === undefined && partitions.join() === "aws"));
    });
  }

  it("names one type as in preview", () => {
    assert.deepEqual(
      ROWS.filter(([, { preview }]) => preview).map(([type]) => type),
      ["AWS::BedrockAgentCore::Registry"],
    );
  });
});

describe("isDataEventTypeIn", () => {
  const answers: readonly (readonly [keyof typeof AI_DATA_EVENT_TYPES, string, boolean])[] = [
    ["AWS::Bedrock::Model", "eu-central-1", true],
    ["AWS::Bedrock::Model", "us-gov-east-1", true],
    ["AWS::Bedrock::Model", "af-south-1", false],
    ["AWS::Bedrock::Model", "cn-north-1", false],
    ["AWS::Bedrock::AgentAlias", "us-gov-east-1", false],
    ["AWS::BedrockAgentCore::Memory", "us-west-1", false],
    ["AWS::BedrockAgentCore::Runtime", "us-west-1", true],
    ["AWS::SageMaker::Endpoint", "cn-north-1", true],
    ["AWS::S3Vectors::Index", "eusc-de-east-1", true],
    ["AWS::S3Vectors::Index", "il-central-1", false],
    // No page says where, so the commercial partition it is.
    ["AWS::Bedrock::Session", "af-south-1", true],
    ["AWS::Bedrock::Session", "us-gov-west-1", false],
  ];
  for (const [type, region, answer] of answers) {
    it(`answers ${answer ? "yes" : "no"} for ${type} in ${region}`, () => {
      assert.equal(isDataEventTypeIn(aiDataEventType(type), region), answer);
    });
  }
});
