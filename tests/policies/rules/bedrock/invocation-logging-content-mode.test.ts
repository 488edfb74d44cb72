import { invocationLoggingContentMode } from "../../../../policies/rules/bedrock/invocation-logging-content-mode";
import { describeResourceRule } from "../../rule-harness";

const FLAGS = ["text", "image", "embedding", "video"].map((modality) => `loggingConfig.${modality}DataDeliveryEnabled`);
const BUCKET = "loggingConfig.s3Config";
const LARGE_DATA_BUCKET = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config";

function flags(text: boolean, image: boolean, embedding: boolean, video: boolean): Readonly<Record<string, boolean>> {
  return Object.fromEntries([text, image, embedding, video].map((on, index) => [FLAGS[index] ?? "", on]));
}

describeResourceRule(invocationLoggingContentMode, {
  fails: [
    {
      title: "text and images without the rest",
      set: flags(true, true, false, false),
      message:
        "is set to deliver bodies of text, image; it must deliver no bodies (metadata-only), text alone (redacted) or all " +
        "four (full)",
    },
    {
      title: "everything but video",
      set: flags(true, true, true, false),
      message:
        "is set to deliver bodies of text, image, embedding; it must deliver no bodies (metadata-only), text alone " +
        "(redacted) or all four (full)",
    },
    {
      title: "a flag that is left to the provider, which switches it on",
      remove: ["loggingConfig.imageDataDeliveryEnabled"],
      message:
        "is set to deliver bodies of text, image; it must deliver no bodies (metadata-only), text alone (redacted) or all " +
        "four (full)",
    },
    {
      title: "another mode than the one that is configured",
      set: flags(true, true, true, true),
      config: { content: "redacted" },
      message: "is set to deliver bodies of text, image, embedding, video, which is full; it must be redacted",
    },
    {
      title: "redacted text that also goes to a bucket",
      set: { [BUCKET]: { bucketName: "raw" } },
      property: BUCKET,
      message: 'is {"bucketName":"raw"}; it must be absent in redacted mode, since masking does not reach a bucket',
    },
    {
      title: "metadata that also goes to a bucket for large bodies",
      set: { ...flags(false, false, false, false), [LARGE_DATA_BUCKET]: { bucketName: "raw" } },
      property: LARGE_DATA_BUCKET,
      message:
        'is {"bucketName":"raw"}; it must be absent in metadata-only mode, since masking does not reach a bucket',
    },
  ],
  passes: [
    { title: "metadata only", set: flags(false, false, false, false), config: { content: "metadata-only" } },
    { title: "the mode that is configured", config: { content: "redacted" } },
    {
      title: "everything, in a bucket as well",
      set: { ...flags(true, true, true, true), [BUCKET]: { bucketName: "raw" } },
    },
    { title: "flags that are all left to the provider", remove: FLAGS, config: { content: "full" } },
  ],
  unknown: [
    { path: "loggingConfig", property: "loggingConfig.textDataDeliveryEnabled" },
    ...FLAGS,
    BUCKET,
    LARGE_DATA_BUCKET,
  ],
});
