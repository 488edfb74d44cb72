import { resourceRule } from "../../rule";
import { judgeRetention } from "./retention";

export const logGroupRetentionBounded = resourceRule({
  id: "log-group-retention-bounded",
  title: "A log group keeps its events for a bounded time",
  severity: "high",
  type: "aws:cloudwatch/logGroup:LogGroup",
  property: "retentionInDays",
  rationale:
    "Kept too short, the evidence is gone when it is asked for; kept for ever, personal data stays without a purpose.",
  fix: "Set retentionInDays to a period that CloudWatch Logs knows, between the minimum and the maximum.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"],
  covers: { checkov: ["CKV_AWS_66"] },
  config: {
    minimumDays: { type: "integer", minimum: 1, maximum: 3653, default: 30 },
    maximumDays: { type: "integer", minimum: 1, maximum: 3653, default: 3653 },
  },
  judge: ({ properties }, { minimumDays, maximumDays }) =>
    judgeRetention(properties, { minimum: minimumDays as number, maximum: maximumDays as number }), // the schema says so,
});
