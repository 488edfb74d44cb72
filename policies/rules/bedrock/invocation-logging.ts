/** What rules on model invocation logging share: destinations, and the content mode that the delivery flags make. */
import {
  CONTENT_MODES,
  DELIVERED_MODALITIES,
  type LoggedContentMode,
  MODALITIES,
  type Modality,
  deliveryFlag,
} from "../../../facts/bedrock/content-modes";
import { type PropertyMap, UNKNOWN, at } from "../../properties";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { type Results, undecided } from "../../result";

export const INVOCATION_LOGGING_PAGE =
  "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html";

export const CLOUDWATCH_CONFIG = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig");
export const S3_CONFIG = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.s3Config");
export const LARGE_DATA_CONFIG = INVOCATION_LOGGING_CONFIGURATION.path(
  "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config",
);

export const LOG_GROUP_NAME = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.logGroupName");
export const ROLE_ARN = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.roleArn");
export const S3_BUCKET = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.s3Config.bucketName");
export const LARGE_DATA_BUCKET = INVOCATION_LOGGING_CONFIGURATION.path(
  "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName",
);

/** The modes that a logging configuration can have. */
export const LOGGED_CONTENT_MODES = CONTENT_MODES.filter((mode) => mode !== "off");

/** What the four delivery flags say together. */
export interface Delivery {
  /** The modes that have Bedrock deliver so; none when the flags make none of them. */
  readonly modes: readonly LoggedContentMode[];
  /** The bodies delivered, in words. */
  readonly bodies: string;
}

/** Checks the delivery once every flag is known; a flag that is not set is on. */
export function decideDelivery(properties: PropertyMap, check: (delivery: Delivery) => Results): Results {
  const open = MODALITIES.map(flagOf).find((flag) => at(properties, flag) === UNKNOWN);
  if (open !== undefined) {
    return undecided(open);
  }
  const delivered = MODALITIES.filter((modality) => at(properties, flagOf(modality)) !== false);
  const modes = LOGGED_CONTENT_MODES.filter((mode) => DELIVERED_MODALITIES[mode].join() === delivered.join());
  return check({ modes, bodies: delivered.length === 0 ? "no bodies" : `${delivered.join(", ")} bodies` });
}

function flagOf(modality: Modality): string {
  return INVOCATION_LOGGING_CONFIGURATION.path(`loggingConfig.${deliveryFlag(modality)}`);
}
