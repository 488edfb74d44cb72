import { bedrockInvocationLoggingContentMode } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-content-mode";
import { describeResourceRule } from "../../rule-harness";

const FLAGS = ["text", "image", "embedding", "video"].map((modality) => `loggingConfig.${modality}DataDeliveryEnabled`);
const SET_THE_FLAGS =
  "set the delivery flags to deliver no bodies (metadata-only), text only (redacted) or all four (sampled, full)";
const BUCKET = "loggingConfig.s3Config";
const LARGE_DATA_BUCKET = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config";

function flags(text: boolean, image: boolean, embedding: boolean, video: boolean): Readonly<Record<string, boolean>> {
  return Object.fromEntries([text, image, embedding, video].map((on, index) => [FLAGS[index] ?? "", on]));
}

describeResourceRule(bedrockInvocationLoggingContentMode, {
  fails: [
    {
      title: "text and images without the rest",
      set: flags(true, true, false, false),
      message: `delivers text, image bodies; ${SET_THE_FLAGS}`,
    },
    {
      title: "everything but video",
      set: flags(true, true, true, false),
      message: `delivers text, image, embedding bodies; ${SET_THE_FLAGS}`,
    },
    {
      title: "a flag that is left to the provider, which switches it on",
      remove: ["loggingConfig.imageDataDeliveryEnabled"],
      message: `delivers text, image bodies; ${SET_THE_FLAGS}`,
    },
    {
      title: "another mode than the one that is configured",
      set: flags(true, true, true, true),
      settings: { content: "redacted" },
      message:
        "delivers text, image, embedding, video bodies, which is sampled or full; set the delivery flags to those of redacted",
    },
    {
      title: "everything to be sampled that also goes to a bucket, in which nothing is",
      set: { ...flags(true, true, true, true), [LARGE_DATA_BUCKET]: { bucketName: "raw" } },
      settings: { content: "sampled" },
      property: LARGE_DATA_BUCKET,
      message:
        'is {"bucketName":"raw"}; remove it, because sampling does not reach a bucket, so sampled mode allows none',
    },
    {
      title: "redacted text that also goes to a bucket",
      set: { [BUCKET]: { bucketName: "raw" } },
      property: BUCKET,
      message:
        'is {"bucketName":"raw"}; remove it, because masking does not reach a bucket, so redacted mode allows none',
    },
    {
      title: "metadata that also goes to a bucket for large bodies",
      set: { ...flags(false, false, false, false), [LARGE_DATA_BUCKET]: { bucketName: "raw" } },
      property: LARGE_DATA_BUCKET,
      message:
        'is {"bucketName":"raw"}; remove it, because masking does not reach a bucket, so metadata-only mode allows none',
    },
  ],
  passes: [
    { title: "metadata only", set: flags(false, false, false, false), settings: { content: "metadata-only" } },
    { title: "the mode that is configured", settings: { content: "redacted" } },
    {
      title: "everything, in a bucket as well",
      set: { ...flags(true, true, true, true), [BUCKET]: { bucketName: "raw" } },
    },
    {
      title: "everything, of which a share is kept",
      set: flags(true, true, true, true),
      settings: { content: "sampled" },
    },
    { title: "flags that are all left to the provider", remove: FLAGS, settings: { content: "full" } },
  ],
  unknown: [
    { path: "loggingConfig", property: "loggingConfig.textDataDeliveryEnabled" },
    ...FLAGS,
    BUCKET,
    LARGE_DATA_BUCKET,
  ],
});
