import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const logGroupDeletionProtected = resourceRule({
  id: "log-group-deletion-protected",
  title: "A log group refuses to be deleted",
  severity: "medium",
  type: "aws:cloudwatch/logGroup:LogGroup",
  property: "deletionProtectionEnabled",
  rationale:
    "Whoever wants to hide what happened deletes the log group; with this they first have to switch the protection off, which is itself recorded.",
  fix: "Set deletionProtectionEnabled to true.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "deletionProtectionEnabled", true, { absent: false }),
});
