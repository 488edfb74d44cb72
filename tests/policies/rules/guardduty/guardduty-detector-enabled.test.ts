import { guarddutyDetectorEnabled } from "../../../../policies/rules/guardduty/guardduty-detector-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(guarddutyDetectorEnabled, {
  fails: [{ title: "a detector that is suspended", set: { enable: false }, message: "is false; set it to true" }],
  passes: [{ title: "a detector that says nothing of it", remove: ["enable"] }],
});
