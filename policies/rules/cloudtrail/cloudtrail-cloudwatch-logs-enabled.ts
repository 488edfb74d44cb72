import { isSet } from "../../requirements";
import { TRAIL } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";
import { unlessOnlyData } from "./data-trails";

const ROLE_ARN = TRAIL.path("cloudWatchLogsRoleArn");

export const cloudtrailCloudwatchLogsEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-cloudwatch-logs-enabled",
  title: "CloudTrail trails deliver to CloudWatch Logs",
  severity: "medium",
  property: "cloudWatchLogsGroupArn",
  rationale:
    "Log files in a bucket are read after the fact; only a log group can be queried at once and raise an alarm.",
  remediation:
    "Set cloudWatchLogsGroupArn to the log group's ARN followed by :*, and cloudWatchLogsRoleArn to the ARN of a role that " +
    "may write there.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
  ],
  related: {
    prowler: ["cloudtrail_cloudwatch_logging_enabled"],
    checkov: ["CKV2_AWS_10"],
    securityHub: ["CloudTrail.5"],
    config: ["CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"],
  },
  check: ({ properties }, { property }) =>
    unlessOnlyData(
      properties,
      all(
        isSet("the ARN of a log group followed by :*")(properties, property),
        isSet("the ARN of a role that may write to the log group")(properties, ROLE_ARN),
      ),
    ),
});
