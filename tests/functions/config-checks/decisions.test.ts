import assert from "node:assert/strict";
import * as fc from "fast-check";

import {
  type ActualLogging,
  type DeclaredLogging,
  judgeInvocationLogging,
  judgeLogRetention,
} from "../../../functions/config-checks/decisions";

const GROUP = "/ai-governance/invocations";
const DECLARED: DeclaredLogging = {
  logGroupName: GROUP,
  delivered: ["text"],
  notDelivered: ["image", "embedding", "video", "audio"],
};
const ACTUAL: ActualLogging = {
  cloudWatchConfig: { logGroupName: GROUP },
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
  audioDataDeliveryEnabled: false,
};

describe("The check of invocation logging", () => {
  it("takes what is declared", () => {
    assert.deepEqual(judgeInvocationLogging(DECLARED, ACTUAL), {
      compliance: "COMPLIANT",
      annotation: "Model invocations are logged as declared",
    });
  });

  for (const [title, actual, annotation] of [
    ["nothing that is logged", undefined, "Model invocations are not logged"],
    ["audio that is on", { ...ACTUAL, audioDataDeliveryEnabled: true }, "audio is delivered"],
    ["audio that nobody switched off", { ...ACTUAL, audioDataDeliveryEnabled: undefined }, "audio is delivered"],
    ["text that is off", { ...ACTUAL, textDataDeliveryEnabled: false }, "text is not delivered"],
    [
      "another log group",
      { ...ACTUAL, cloudWatchConfig: { logGroupName: "/other" } },
      `log group is /other instead of ${GROUP}`,
    ],
    ["no log group", { ...ACTUAL, cloudWatchConfig: undefined }, `log group is none instead of ${GROUP}`],
    [
      "more than one thing",
      { ...ACTUAL, imageDataDeliveryEnabled: true, videoDataDeliveryEnabled: true },
      "image is delivered; video is delivered",
    ],
  ] as const) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(judgeInvocationLogging(DECLARED, actual), { compliance: "NON_COMPLIANT", annotation });
    });
  }

  it("asks for a bucket where one is declared, and for nothing that is not", () => {
    const declared = { bucketName: "prompts", delivered: [], notDelivered: [] };
    assert.equal(judgeInvocationLogging(declared, ACTUAL).annotation, "bucket is none instead of prompts");
    const there = { ...ACTUAL, s3Config: { bucketName: "prompts" } };
    assert.equal(judgeInvocationLogging(declared, there).compliance, "COMPLIANT");
    assert.equal(judgeInvocationLogging({ delivered: [], notDelivered: [] }, {}).compliance, "COMPLIANT");
  });
});

describe("The check of log groups", () => {
  const declared = { prefixes: ["/aws/sagemaker", "/aws/bedrock"], minimumDays: 30, maximumDays: 400 };
  const judged = (name: string, days?: number) => judgeLogRetention(declared, [{ name, days }]);

  it("takes both bounds, and refuses what is beyond them or without end", () => {
    assert.deepEqual(judged("/aws/sagemaker/a", 30), {
      compliance: "COMPLIANT",
      annotation: "All 1 log groups are kept 30 to 400 days",
    });
    assert.equal(judged("/aws/sagemaker/a", 400).compliance, "COMPLIANT");
    assert.equal(
      judged("/aws/sagemaker/a", 29).annotation,
      "1 of 1 log groups are not kept 30 to 400 days: /aws/sagemaker/a 29 days",
    );
    assert.equal(judged("/aws/sagemaker/a", 401).compliance, "NON_COMPLIANT");
    assert.equal(
      judged("/aws/bedrock-agentcore/a").annotation,
      "1 of 1 log groups are not kept 30 to 400 days: /aws/bedrock-agentcore/a for ever",
    );
  });

  it("leaves alone what is named otherwise", () => {
    assert.deepEqual(judged("/aws/lambda/aws/sagemaker"), {
      compliance: "NOT_APPLICABLE",
      annotation: "No log group begins with /aws/sagemaker, /aws/bedrock",
    });
  });

  it("names no more than AWS Config takes, and is compliant only where every group is within bounds", () => {
    const group = fc.record({
      name: fc.string({ minLength: 1, maxLength: 80 }).map((text) => `/aws/sagemaker/${text}`),
      days: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1 }), (groups) => {
        const { compliance, annotation } = judgeLogRetention(declared, groups);
        const good = groups.every(({ days }) => days !== undefined && days >= 30 && days <= 400);
        assert.equal(compliance, good ? "COMPLIANT" : "NON_COMPLIANT");
        assert.ok(annotation.length <= 256);
      }),
    );
  });
});
