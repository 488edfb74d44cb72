import { referencesRetained, retentionSettings } from "../../families/log-group-retention";
import { LOG_GROUP, TRAIL } from "../../resources";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";

export const cloudtrailLogGroupRetention = stackRule(TRAIL, {
  id: "cloudtrail-log-group-retention",
  title: "The log groups of CloudTrail trails keep encrypted events for at least a year",
  severity: "high",
  property: "cloudWatchLogsGroupArn",
  rationale:
    "Intrusions are found after months, and auditors ask for a year. The retention of an application's log group is too " +
    "short for that.",
  remediation: "Give the trail its own log group, with retentionInDays within the bounds and a customer managed key.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
  ],
  settings: retentionSettings({ minimumDays: 365, maximumDays: 3653 }),
  checkEach: (trail, { stack, property, settings }) =>
    followed(stack, trail, property, LOG_GROUP, ({ properties }) => referencesRetained(properties, property, settings)),
});
