import assert from "node:assert/strict";

import { isAiResourceType } from "../../components/ai-resource-types";
import {
  checkAuditTrailArgs,
  checkBucketArn,
  checkFunctionArn,
  type AuditTrailArgs,
} from "../../components/audit-trail-args";
import { OptionError } from "../../components/validated-input";

describe("The options of an AuditTrail", () => {
  it("may all be left out", () => {
    checkAuditTrailArgs("audit", {});
  });

  it("may lock log files for exactly as long as the bucket keeps them", () => {
    checkAuditTrailArgs("audit", { bucketRetentionDays: 400, objectLock: { mode: "COMPLIANCE", days: 400 } });
  });

  it("may keep log files for any whole number of days when they are not locked", () => {
    checkAuditTrailArgs("audit", { bucketRetentionDays: 1, objectLock: "none" });
  });

  for (const trailName of ["abc", "a.b-c_d", "a".repeat(128)]) {
    it(`may name the trail ${trailName.slice(0, 10)} (${trailName.length} characters)`, () => {
      checkAuditTrailArgs("audit", { trailName });
    });
  }

  for (const trailName of ["ab", "a".repeat(129), "-abc", "abc.", "a..b", "a b c", ""]) {
    it(`may not name the trail ${JSON.stringify(trailName.slice(0, 10))} (${trailName.length} characters)`, () => {
      assert.throws(() => checkAuditTrailArgs("audit", { trailName }), {
        message: `AuditTrail "audit": trailName is ${JSON.stringify(trailName)}. Allowed: 3 to 128 letters, digits and single . _ - between them. Choose a name of that form.`,
      });
    });
  }

  const refused: readonly [string, AuditTrailArgs, string][] = [
    [
      "retention one day shorter than the lock",
      { bucketRetentionDays: 364 },
      "bucketRetentionDays is 364. Allowed: 365 days (objectLock.days) or more. Raise bucketRetentionDays or lower objectLock.days: an object cannot expire while it is locked.",
    ],
    [
      "half a day",
      { bucketRetentionDays: 400.5 },
      "bucketRetentionDays is 400.5. Allowed: a whole number of days from 1 to 36500. Set bucketRetentionDays to a value in that range, or leave it out for the default.",
    ],
    [
      "an organization's id of another form",
      { organization: { id: "r-abcd", managementAccountId: "123456789012" } },
      'organization.id is "r-abcd". Allowed: o- and 10 to 32 lower-case letters and digits. Take the id that AWS Organizations shows.',
    ],
    [
      "an account id of eleven digits",
      { organization: { id: "o-abcdefghij", managementAccountId: "12345678901" } },
      'organization.managementAccountId is "12345678901". Allowed: twelve digits. Take the id of the organization\'s management account.',
    ],
    [
      "no resource type",
      { dataEvents: [] },
      'dataEvents is []. Allowed: "all-ai", "none-i-accept-the-gap", or one or more different types of AI_RESOURCE_TYPES. Correct the list, or leave dataEvents out to log every AI resource type.',
    ],
    [
      "a resource type twice",
      { dataEvents: ["AWS::Bedrock::Model", "AWS::Bedrock::Model"] },
      'dataEvents is ["AWS::Bedrock::Model","AWS::Bedrock::Model"]. Allowed: "all-ai", "none-i-accept-the-gap", or one or more different types of AI_RESOURCE_TYPES. Correct the list, or leave dataEvents out to log every AI resource type.',
    ],
    [
      "buckets that the accepted gap would ignore",
      { dataEvents: "none-i-accept-the-gap", trainingBucketArns: ["arn:aws:s3:::training"] },
      'trainingBucketArns is "1 ARNs". Allowed: nothing while dataEvents is "none-i-accept-the-gap", which would ignore it. Leave trainingBucketArns out, or choose other dataEvents.',
    ],
    [
      "functions that the accepted gap would ignore",
      { dataEvents: "none-i-accept-the-gap", lambdaFunctionArns: [] },
      'lambdaFunctionArns is "0 ARNs". Allowed: nothing while dataEvents is "none-i-accept-the-gap", which would ignore it. Leave lambdaFunctionArns out, or choose other dataEvents.',
    ],
    [
      "an empty list of functions",
      { lambdaFunctionArns: [] },
      "lambdaFunctionArns is []. Allowed: one or more function ARNs. Name the functions to log, or leave lambdaFunctionArns out to log every function.",
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`may not have ${what}`, () => {
      assert.throws(() => checkAuditTrailArgs("audit", args), { message: `AuditTrail "audit": ${message}` });
    });
  }
});

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
