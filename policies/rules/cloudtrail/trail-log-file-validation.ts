import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailLogFileValidation = resourceRule({
  id: "trail-log-file-validation",
  title: "A trail validates its log files",
  severity: "high",
  type: "aws:cloudtrail/trail:Trail",
  property: "enableLogFileValidation",
  rationale: "Without digest files nobody can show that a log file was not changed or removed after delivery.",
  fix: "Set enableLogFileValidation to true.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"],
  covers: {
    prowler: ["cloudtrail_log_file_validation_enabled"],
    checkov: ["CKV_AWS_36"],
    securityHub: ["CloudTrail.4"],
    config: ["CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"],
  },
  judge: ({ properties }) => mustBe(properties, "enableLogFileValidation", true, { absent: false }),
});
