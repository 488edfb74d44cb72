import assert from "node:assert/strict";

import {
  AI_DATA_EVENT_TYPES,
  AI_RESOURCE_TYPES,
  aiDataEventType,
  type DataEventType,
  isAiResourceType,
  aiResourceTypesOf,
  isDataEventTypeIn,
} from "../../../facts/cloudtrail/ai-data-event-types";
import { partitionOf } from "../../../facts/regions";

const ROWS: readonly (readonly [string, DataEventType])[] = Object.entries(AI_DATA_EVENT_TYPES);

describe("The table of AI data event types", () => {
  it("has a row for each selected type, in the order of the selection", () => {
    assert.deepEqual(Object.keys(AI_DATA_EVENT_TYPES), AI_RESOURCE_TYPES);
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

  it("has the stores of vectors and graphs, and not the registry whose preview has ended", () => {
    for (const type of ["AWS::AOSS::Collection", "AWS::NeptuneGraph::Graph", "AWS::AgentRegistry::Registry"]) {
      assert.equal(isAiResourceType(type), true, type);
    }
    assert.equal(isAiResourceType("AWS::BedrockAgentCore::Registry"), false);
  });
});

describe("The AI data event types of a partition", () => {
  it("are all of them in the commercial one, and elsewhere those that a page puts there", () => {
    assert.deepEqual(aiResourceTypesOf("aws"), AI_RESOURCE_TYPES);
    assert.deepEqual(aiResourceTypesOf("aws-cn"), ["AWS::SageMaker::Endpoint"]);
    assert.deepEqual(aiResourceTypesOf("aws-eusc"), ["AWS::S3Vectors::Index", "AWS::S3Vectors::VectorBucket"]);
    const govCloud = aiResourceTypesOf("aws-us-gov");
    assert.equal(govCloud.length, 36);
    assert.ok(govCloud.includes("AWS::Bedrock::Model") && !govCloud.includes("AWS::Bedrock::Session"));
    assert.deepEqual(aiResourceTypesOf("aws-iso"), []);
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
