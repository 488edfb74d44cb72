import { all, mustBePresent } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailCloudwatchDelivery = resourceRule({
  id: "trail-cloudwatch-delivery",
  title: "A trail delivers to CloudWatch Logs",
  severity: "medium",
  type: "aws:cloudtrail/trail:Trail",
  property: "cloudWatchLogsGroupArn",
  rationale: "Files in a bucket are read afterwards; only a log group can be queried at once and raise an alarm.",
  fix: "Set cloudWatchLogsGroupArn to the log group's ARN followed by :*, and cloudWatchLogsRoleArn to a role that may write there.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"],
  covers: {
    prowler: ["cloudtrail_cloudwatch_logging_enabled"],
    checkov: ["CKV2_AWS_10"],
    securityHub: ["CloudTrail.5"],
    config: ["CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"],
  },
  judge: ({ properties }) =>
    all(
      mustBePresent(properties, "cloudWatchLogsGroupArn", "a log group, by its ARN followed by :*"),
      mustBePresent(properties, "cloudWatchLogsRoleArn", "a role that may write to the log group"),
    ),
});
