import { casesOf } from "./bad-resource";

const trail = casesOf("trail", "aws:cloudtrail/trail:Trail");

export const badTrails = [
  trail("cloudtrail-log-file-validation-enabled", { set: { enableLogFileValidation: false } }),
  trail("cloudtrail-trail-customer-managed-key", { remove: ["kmsKeyId"] }),
  trail("cloudtrail-trail-multi-region", { set: { isMultiRegionTrail: false } }),
  trail("cloudtrail-logging-enabled", { set: { enableLogging: false } }),
  trail("cloudtrail-global-service-events-enabled", { set: { includeGlobalServiceEvents: false } }),
  trail("cloudtrail-management-events-logged", {
    set: { "advancedEventSelectors.0.fieldSelectors.1": { field: "readOnly", equals: ["false"] } },
  }),
  trail("cloudtrail-insights-enabled", { remove: ["insightSelectors"] }),
  trail("cloudtrail-cloudwatch-logs-enabled", { remove: ["cloudWatchLogsGroupArn"] }),
  trail("cloudtrail-trail-protected", { protect: false }),
];
