import type { PropertyMap } from "../../properties";
import { decide, found } from "../../requirements";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { type Results, all, fail, pass } from "../../result";
import { resourceRule } from "../../rule";
import { oneOf } from "../../settings";
import {
  INVOCATION_LOGGING_PAGE,
  LARGE_DATA_CONFIG,
  LOGGED_CONTENT_MODES,
  S3_CONFIG,
  decideDelivery,
} from "./invocation-logging";

const MODES_IN_WORDS = "no bodies (metadata-only), text only (redacted) or all four (sampled, full)";

export const bedrockInvocationLoggingContentMode = resourceRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-content-mode",
  title: "Bedrock model invocation logging delivers what one content mode delivers",
  severity: "high",
  property: "loggingConfig",
  rationale:
    "Each delivery flag that is not set is on, and masking reaches only the text in a log group. A mixture of flags " +
    "either keeps personal data that is never masked or loses evidence that is expected to be there.",
  remediation:
    "Set all four delivery flags to those of one content mode, and set a bucket as a destination in full mode only.",
  references: [
    INVOCATION_LOGGING_PAGE,
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html",
  ],
  settings: {
    content: oneOf(["any", ...LOGGED_CONTENT_MODES], {
      default: "any",
      description: "The content mode that this stack must have.",
    }),
  },
  check: ({ properties }, { property, settings: { content } }) =>
    decideDelivery(properties, ({ modes, bodies }) => {
      const [mode] = content === "any" ? modes.toReversed() : modes.filter((one) => one === content);
      if (modes.length === 0) {
        return fail(property, `delivers ${bodies}; set the delivery flags to deliver ${MODES_IN_WORDS}`);
      }
      if (mode === undefined) {
        return fail(
          property,
          `delivers ${bodies}, which is ${modes.join(" or ")}; set the delivery flags to those of ${content}`,
        );
      }
      return mode === "full" ? pass : withoutBuckets(properties, mode);
    }),
});

function withoutBuckets(properties: PropertyMap, mode: string): Results {
  return all(
    ...[S3_CONFIG, LARGE_DATA_CONFIG].map((path) =>
      decide(properties, path, (value) =>
        value === undefined
          ? pass
          : fail(
              path,
              `${found(value)}; remove it, because ${mode === "sampled" ? "sampling" : "masking"} does not reach a bucket, so ${mode} mode allows none`,
            ),
      ),
    ),
  );
}
