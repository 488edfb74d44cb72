import { type Judgements, all, decide, fail, pass } from "../../judgement";
import { type PropertyMap, show } from "../../properties";
import { resourceRule } from "../../rule";
import {
  CONTENT_MODES,
  type ContentMode,
  INVOCATION_LOGGING_CONFIGURATION,
  INVOCATION_LOGGING_PAGE,
  LARGE_DATA_CONFIG,
  S3_CONFIG,
  decideDelivery,
} from "./invocation-logging";

const MODES_IN_WORDS = "no bodies (metadata-only), text alone (redacted) or all four (full)";

export const invocationLoggingContentMode = resourceRule({
  id: "invocation-logging-content-mode",
  title: "Model invocation logging keeps what one content mode keeps",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: "loggingConfig",
  rationale:
    "Each delivery flag that is left out is on, and masking reaches only the text in a log group: a mixture of flags " +
    "either keeps personal data that nobody masks or loses evidence that somebody counts on.",
  fix: "Set all four delivery flags to one content mode, and a bucket as destination in full mode only.",
  links: [
    INVOCATION_LOGGING_PAGE,
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html",
  ],
  covers: {},
  config: {
    content: {
      type: "string",
      enum: ["any", ...CONTENT_MODES],
      default: "any",
      description: "The content mode that this stack must have.",
    },
  },
  judge: ({ properties }, { content }) =>
    decideDelivery(properties, ({ mode, bodies }) => {
      if (mode === undefined) {
        return fail("loggingConfig", `is set to deliver ${bodies}; it must deliver ${MODES_IN_WORDS}`);
      }
      if (content !== "any" && content !== mode) {
        return fail("loggingConfig", `is set to deliver ${bodies}, which is ${mode}; it must be ${String(content)}`);
      }
      return mode === "full" ? pass : withoutBuckets(properties, mode);
    }),
});

function withoutBuckets(properties: PropertyMap, mode: ContentMode): Judgements {
  const destinations = [S3_CONFIG, LARGE_DATA_CONFIG];
  return all(
    ...destinations.map((path) =>
      decide(properties, path, (value) =>
        value === undefined
          ? pass
          : fail(path, `is ${show(value)}; it must be absent in ${mode} mode, since masking does not reach a bucket`),
      ),
    ),
  );
}
