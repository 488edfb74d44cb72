/** Every rule of the pack, in the order in which the engine is told of them. */
import { bedrockRules } from "./rules/bedrock";
import { cloudtrailRules } from "./rules/cloudtrail";
import { configRules } from "./rules/config";
import { iamRules } from "./rules/iam";
import { keyRules } from "./rules/kms";
import { kubernetesRules } from "./rules/kubernetes";
import { logRules } from "./rules/logs";
import { notificationRules } from "./rules/notifications";
import { bucketRules } from "./rules/s3";

export const RULES = [
  ...cloudtrailRules,
  ...logRules,
  ...bedrockRules,
  ...configRules,
  ...keyRules,
  ...kubernetesRules,
  ...bucketRules,
  ...iamRules,
  ...notificationRules,
] as const;

export type RuleId = (typeof RULES)[number]["id"];
