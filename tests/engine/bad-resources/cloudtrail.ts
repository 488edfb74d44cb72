import { casesOf } from "./bad-resource";

const trail = casesOf("trail", "aws:cloudtrail/trail:Trail");

export const badTrails = [
  trail("trail-log-file-validation", { set: { enableLogFileValidation: false } }),
  trail("trail-encrypted-with-customer-key", { remove: ["kmsKeyId"] }),
  trail("trail-multi-region", { set: { isMultiRegionTrail: false } }),
  trail("trail-logging-enabled", { set: { enableLogging: false } }),
  trail("trail-global-service-events", { set: { includeGlobalServiceEvents: false } }),
  trail("trail-management-events", { remove: ["advancedEventSelectors.0"] }),
  trail("trail-ai-data-events", { remove: ["advancedEventSelectors.1"] }),
  trail("trail-lambda-data-events", { remove: ["advancedEventSelectors"], also: ["trail-ai-data-events"] }),
  trail("trail-insights", { remove: ["insightSelectors"] }),
  trail("trail-cloudwatch-delivery", { remove: ["cloudWatchLogsGroupArn"] }),
  trail("trail-delivery-notice", { remove: ["snsTopicName"] }),
  trail("trail-protected", { protect: false }),
];
