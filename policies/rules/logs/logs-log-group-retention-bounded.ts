import { isRetained, retentionSettings } from "../../families/log-group-retention";
import { LOG_GROUP } from "../../resources";
import { resourceRule } from "../../rule";

export const logsLogGroupRetentionBounded = resourceRule(LOG_GROUP, {
  id: "logs-log-group-retention-bounded",
  title: "CloudWatch log groups have a bounded retention",
  severity: "high",
  property: "retentionInDays",
  rationale:
    "Kept too short, the evidence is gone when it is asked for; kept forever, personal data stays without a purpose.",
  remediation: "Set retentionInDays to a period that CloudWatch Logs accepts, between the minimum and the maximum.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"],
  related: { checkov: ["CKV_AWS_66"] },
  settings: retentionSettings({ minimumDays: 30, maximumDays: 3653 }),
  check: ({ properties }, { property, settings }) => isRetained(properties, property, settings),
});
