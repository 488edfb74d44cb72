import { logsLogGroupProtected } from "../../../../policies/rules/logs/logs-log-group-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logsLogGroupProtected, {
  fails: [{ title: "a log group that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
