import assert from "node:assert/strict";

import { CONTENT_MODE_PROVISIONS, ignoredOptions } from "../../../components/bedrock/content-mode-provisions";
import { CONTENT_MODES } from "../../../facts/bedrock/content-modes";

describe("The table of content modes", () => {
  it("delivers no body, every body to be sampled, text only, or every body", () => {
    const delivered = CONTENT_MODES.map((mode) =>
      Object.entries(CONTENT_MODE_PROVISIONS[mode]?.deliver ?? {}).flatMap(([flag, on]) => (on ? [flag] : [])),
    );
    const every = [
      "textDataDeliveryEnabled",
      "imageDataDeliveryEnabled",
      "embeddingDataDeliveryEnabled",
      "videoDataDeliveryEnabled",
    ];
    assert.deepEqual(delivered, [[], [], every, ["textDataDeliveryEnabled"], every]);
  });

  it("samples in one mode, which has no bucket, because what is in it is not sampled", () => {
    const sampled = CONTENT_MODES.filter((mode) => CONTENT_MODE_PROVISIONS[mode]?.sampled);
    assert.deepEqual(sampled, ["sampled"]);
    assert.equal(CONTENT_MODE_PROVISIONS.sampled?.largeDataBucket, false);
  });

  it("sets all four flags in every mode that configures logging, since the provider's default for each is true", () => {
    for (const mode of CONTENT_MODES.filter((each) => each !== "off")) {
      assert.equal(Object.keys(CONTENT_MODE_PROVISIONS[mode]?.deliver ?? {}).length, 4);
    }
  });

  it("has no bucket wherever it masks, because masking does not reach a bucket", () => {
    const masked = CONTENT_MODES.filter((mode) => CONTENT_MODE_PROVISIONS[mode]?.masked);
    assert.deepEqual(masked, ["redacted"]);
    assert.deepEqual(
      CONTENT_MODES.filter((mode) => CONTENT_MODE_PROVISIONS[mode]?.largeDataBucket),
      ["full"],
    );
  });

  it("watches the delivery to the bucket exactly where there is one", () => {
    for (const mode of CONTENT_MODES) {
      const provision = CONTENT_MODE_PROVISIONS[mode];
      const watched = provision?.failureMetrics.includes("ModelInvocationLargeDataS3DeliveryFailure") ?? false;
      assert.equal(watched, provision?.largeDataBucket ?? false);
    }
  });

  it("takes every option in some mode", () => {
    for (const option of ignoredOptions("off")) {
      assert.ok(CONTENT_MODES.some((mode) => !ignoredOptions(mode).includes(option)));
    }
  });
});
