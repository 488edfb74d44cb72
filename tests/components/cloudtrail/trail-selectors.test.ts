import assert from "node:assert/strict";

import { OptionError } from "../../../components/base/options";
import { checkBucketArn, checkFunctionArn } from "../../../components/cloudtrail/trail-selectors";
import { isAiResourceType } from "../../../facts/cloudtrail/ai-data-event-types";

describe("The ARN of a training bucket", () => {
  for (const arn of ["arn:aws:s3:::training", "arn:aws-cn:s3:::training.data-1", "arn:aws-us-gov:s3:::abc"]) {
    it(`may be ${arn}`, () => {
      checkBucketArn(arn, "path");
    });
  }
  for (const arn of ["training", "arn:aws:s3:::training/", "arn:aws:s3:::training/*", "arn:aws:s3:::*", "arn:aws:s3"]) {
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
