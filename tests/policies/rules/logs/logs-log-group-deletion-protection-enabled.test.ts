import { logsLogGroupDeletionProtectionEnabled } from "../../../../policies/rules/logs/logs-log-group-deletion-protection-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logsLogGroupDeletionProtectionEnabled, {
  fails: [
    {
      title: "a log group that may be deleted",
      set: { deletionProtectionEnabled: false },
      message: "is false; set it to true",
    },
    {
      title: "a log group that leaves it to the provider",
      remove: ["deletionProtectionEnabled"],
      message: "is not set and defaults to false; set it to true",
    },
  ],
});
