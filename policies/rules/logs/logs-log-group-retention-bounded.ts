import { wholeRecordsIn } from "../../../facts/bedrock/invocation-sampling";
import { RETENTION_CLASSES } from "../../../facts/logs/retention-classes";
import { isRetained, retentionSettings, type RetentionBounds } from "../../families/log-group-retention";
import type { Value } from "../../properties";
import { LOG_GROUP } from "../../resources";
import { resourceRule } from "../../rule";

export const logsLogGroupRetentionBounded = resourceRule(LOG_GROUP, {
  id: "logs-log-group-retention-bounded",
  title: "CloudWatch log groups have a bounded retention",
  severity: "high",
  elsewhere: "good-practice",
  property: "retentionInDays",
  rationale:
    "Kept too short, the evidence is gone when it is asked for; kept forever, personal data stays without a purpose.",
  remediation: "Set retentionInDays to a period that CloudWatch Logs accepts, between the minimum and the maximum.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"],
  related: { checkov: ["CKV_AWS_66"] },
  settings: retentionSettings({ minimumDays: 30, maximumDays: 3653 }),
  check: ({ properties }, { property, settings }) =>
    isRetained(properties, property, boundsOf(properties.name) ?? settings),
});

/** Whole records of sampled invocations are no evidence, and are not to be kept as long as that. */
function boundsOf(logGroupName: Value | undefined): RetentionBounds | undefined {
  const records = typeof logGroupName === "string" ? wholeRecordsIn(logGroupName) : undefined;
  const bounds = records && RETENTION_CLASSES[records];
  return bounds && { minimumDays: bounds.minimum, maximumDays: bounds.maximum };
}
