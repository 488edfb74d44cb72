import { guarddutyDetectorProtected } from "../../../../policies/rules/guardduty/guardduty-detector-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(guarddutyDetectorProtected, {
  fails: [{ title: "a detector that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
