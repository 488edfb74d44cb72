import { logGroupProtected } from "../../../../policies/rules/logs/log-group-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logGroupProtected, {
  fails: [{ title: "a resource that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
