import assert from "node:assert/strict";

import { validatedTopic } from "../../../components/sns/required-topic";

const PATH = 'Thing "mine": topic';

describe("A topic that is brought", () => {
  it("may be none", () => {
    assert.equal(validatedTopic(undefined, PATH), undefined);
  });

  for (const arn of [
    "arn:aws:sns:eu-central-1:123456789012:alerts",
    `arn:aws-us-gov:sns:us-gov-west-1:123456789012:${"a".repeat(256)}`,
  ]) {
    it(`may be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.deepEqual(validatedTopic({ existing: { arn } }, PATH), { existing: { arn } });
    });
  }

  for (const arn of [
    "alerts",
    "arn:aws:sns:eu-central-1:123456789012:alerts.fifo",
    "arn:aws:sns:eu-central-1:123456789012:alerts:0000",
    `arn:aws:sns:eu-central-1:123456789012:${"a".repeat(257)}`,
  ]) {
    it(`may not be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.throws(() => validatedTopic({ existing: { arn } }, PATH), {
        message: `${PATH}.existing.arn is "${arn}". Allowed: the ARN of an SNS topic that is not a FIFO topic. Give the topic's ARN, not that of a subscription to it.`,
      });
    });
  }

  it("may be known by its name as well, which has the form of a name", () => {
    const existing = { arn: "arn:aws:sns:eu-central-1:123456789012:alerts", name: "alerts" };
    assert.deepEqual(validatedTopic({ existing }, PATH), { existing });
    assert.throws(() => validatedTopic({ existing: { ...existing, name: existing.arn } }, PATH), {
      message: `${PATH}.existing.name is "${existing.arn}". Allowed: the name of an SNS topic: 1 to 256 letters, digits, hyphens and underscores. Give the topic's name, or leave it out.`,
    });
  });
});
