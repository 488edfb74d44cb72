import { equals } from "../../requirements";
import { LOG_GROUP } from "../../resources";
import { resourceRule } from "../../rule";

export const logsLogGroupDeletionProtectionEnabled = resourceRule(LOG_GROUP, {
  id: "logs-log-group-deletion-protection-enabled",
  title: "CloudWatch log groups have deletion protection enabled",
  severity: "medium",
  elsewhere: "evidence",
  property: "deletionProtectionEnabled",
  rationale:
    "Deleting the log group hides what happened. With deletion protection it has to be turned off first, which is " +
    "itself recorded.",
  remediation: "Set deletionProtectionEnabled to true.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html"],
  requires: equals(true, { byDefault: false }),
});
