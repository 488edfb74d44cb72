import { equals } from "../../requirements";
import { LOG_GROUP } from "../../resources";
import { resourceRule } from "../../rule";

export const logsLogGroupClassStandard = resourceRule(LOG_GROUP, {
  id: "logs-log-group-class-standard",
  title: "CloudWatch log groups have the STANDARD log class",
  severity: "medium",
  property: "logGroupClass",
  rationale:
    "The other log classes have no metric filters and no subscription filters, so no alarm can be based on them. " +
    "DELIVERY keeps events for only two days.",
  remediation: "Set logGroupClass to STANDARD, or leave it out. The class of an existing log group cannot be changed.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html"],
  requires: equals("STANDARD", { byDefault: "STANDARD" }),
});
