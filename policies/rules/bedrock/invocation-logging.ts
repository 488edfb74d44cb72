/** What the rules on model invocation logging share: its types, its flags, and the mode that the flags make. */
import { type Judgements, undecided } from "../../judgement";
import { type PropertyMap, UNKNOWN, at } from "../../properties";

export const INVOCATION_LOGGING_CONFIGURATION =
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

/** The component that declares how much of each invocation a region keeps. */
export const INVOCATION_LOGGING = "ai-governance-baseline:index:InvocationLogging";

export const INVOCATION_LOGGING_PAGE =
  "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html";

export const CLOUDWATCH_CONFIG = "loggingConfig.cloudwatchConfig";
export const S3_CONFIG = "loggingConfig.s3Config";
export const LARGE_DATA_CONFIG = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config";

const MODALITIES = ["text", "image", "embedding", "video"] as const;
type Modality = (typeof MODALITIES)[number];

export const CONTENT_MODES = ["metadata-only", "redacted", "full"] as const;
export type ContentMode = (typeof CONTENT_MODES)[number];

/** Which bodies each mode delivers. */
const DELIVERED: Readonly<Record<ContentMode, readonly Modality[]>> = {
  "metadata-only": [],
  redacted: ["text"],
  full: MODALITIES,
};

/** What the four delivery flags say together. */
export interface Delivery {
  /** `undefined` when the flags make none of the modes. */
  readonly mode: ContentMode | undefined;
  /** The bodies delivered, in words. */
  readonly bodies: string;
}

/** Asks about the delivery once every flag is known; an absent flag is on. */
export function decideDelivery(properties: PropertyMap, judge: (delivery: Delivery) => Judgements): Judgements {
  const open = MODALITIES.map(flagOf).find((flag) => at(properties, flag) === UNKNOWN);
  if (open !== undefined) {
    return undecided(open);
  }
  const delivered = MODALITIES.filter((modality) => at(properties, flagOf(modality)) !== false);
  const mode = CONTENT_MODES.find((candidate) => DELIVERED[candidate].join() === delivered.join());
  return judge({ mode, bodies: delivered.length === 0 ? "no bodies" : `bodies of ${delivered.join(", ")}` });
}

function flagOf(modality: Modality): string {
  return `loggingConfig.${modality}DataDeliveryEnabled`;
}
