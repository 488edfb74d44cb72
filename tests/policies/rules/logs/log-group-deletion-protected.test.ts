import { logGroupDeletionProtected } from "../../../../policies/rules/logs/log-group-deletion-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logGroupDeletionProtected, {
  fails: [
    {
      title: "a log group that may be deleted",
      set: { deletionProtectionEnabled: false },
      message: "is false; it must be true",
    },
    {
      title: "a log group that leaves it to the provider",
      remove: ["deletionProtectionEnabled"],
      message: "is absent, which the provider takes as false; it must be true",
    },
  ],
});
