import { equals } from "../../requirements";
import { TRAIL } from "../../resources";
import { resourceRule } from "../../rule";

export const cloudtrailLogFileValidationEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-log-file-validation-enabled",
  title: "CloudTrail trails have log file validation enabled",
  severity: "high",
  property: "enableLogFileValidation",
  rationale: "Without digest files nobody can show that a log file was not changed or removed after delivery.",
  remediation: "Set enableLogFileValidation to true.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"],
  related: {
    prowler: ["cloudtrail_log_file_validation_enabled"],
    checkov: ["CKV_AWS_36"],
    securityHub: ["CloudTrail.4"],
    config: ["CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"],
  },
  requires: equals(true, { byDefault: false }),
});
