import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { OptionError } from "../../../components/base/options";
import { checkBucketArn, checkFunctionArn, trailSelectors } from "../../../components/cloudtrail/trail-selectors";
import { aiResourceTypesOf, isAiResourceType } from "../../../facts/cloudtrail/ai-data-event-types";

describe("The ARN of a training bucket", () => {
  for (const arn of [
    "arn:aws:s3:::training",
    "arn:aws-cn:s3:::training.data-1",
    "arn:aws-us-gov:s3:::abc",
    "arn:aws:s3express:us-east-1:123456789012:bucket/training--use1-az4--x-s3",
  ]) {
    it(`may be ${arn}`, () => {
      checkBucketArn(arn, "path");
    });
  }
  for (const arn of [
    "training",
    "arn:aws:s3:::training/",
    "arn:aws:s3:::training/*",
    "arn:aws:s3:::*",
    "arn:aws:s3",
    "arn:aws:s3express:us-east-1:123456789012:bucket/training",
    "arn:aws:s3express:us-east-1:123456789012:bucket/training--use1-az4--x-s3/raw",
  ]) {
    it(`may not be ${arn}`, () => {
      assert.throws(() => checkBucketArn(arn, "path"), OptionError);
    });
  }
});

describe("The ARN of a function", () => {
  it("may be a function's own", () => {
    checkFunctionArn("arn:aws:lambda:eu-central-1:123456789012:function:infer", "path");
  });
  for (const end of ["infer:1", "infer:live", "*", ""]) {
    it(`may not end in ${JSON.stringify(end)}`, () => {
      assert.throws(
        () => checkFunctionArn(`arn:aws:lambda:eu-central-1:123456789012:function:${end}`, "p"),
        OptionError,
      );
    });
  }
});

describe("AI resource types", () => {
  it("are those of CloudTrail's table, and no other", () => {
    assert.equal(isAiResourceType("AWS::Bedrock::Guardrail"), true);
    assert.equal(isAiResourceType("AWS::BedrockMantle::Project"), true);
    assert.equal(isAiResourceType("AWS::BedrockMantle::Environment"), false);
    assert.equal(isAiResourceType("AWS::Bedrock::Prompt"), false);
    assert.equal(isAiResourceType("AWS::S3::Object"), false);
  });
});

describe("The AI resource types that a trail selects", () => {
  const option = (name: string): string => name;
  /** The types of the trail's data selectors, those of functions left out. */
  const selectedIn = async (partition: string, choice: Parameters<typeof trailSelectors>[0]): Promise<string[]> => {
    const selectors = trailSelectors(choice, option).trail(pulumi.output(partition));
    const known = await new Promise<{ fieldSelectors: { field: string; equals?: string[] }[] }[]>((resolve) =>
      selectors.apply(resolve),
    );
    return known
      .flatMap(({ fieldSelectors }) => fieldSelectors.find(({ field }) => field === "resources.type")?.equals ?? [])
      .filter((type) => type !== "AWS::Lambda::Function");
  };

  for (const partition of ["aws", "aws-us-gov", "aws-cn", "aws-eusc"]) {
    it(`are those that ${partition} has`, async () => {
      assert.deepEqual(await selectedIn(partition, {}), aiResourceTypesOf(partition));
    });
  }

  it("are those that the caller names, wherever the trail is", async () => {
    assert.deepEqual(await selectedIn("aws-cn", { dataEvents: ["AWS::Bedrock::Model"] }), ["AWS::Bedrock::Model"]);
  });

  it("are none where another trail logs the data events", async () => {
    assert.deepEqual(await selectedIn("aws", { cloudWatchCopy: "management-only" }), []);
  });
});
