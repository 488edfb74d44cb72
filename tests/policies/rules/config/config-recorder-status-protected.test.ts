import { configRecorderStatusProtected } from "../../../../policies/rules/config/config-recorder-status-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(configRecorderStatusProtected, {
  fails: [{ title: "one that is not protected", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
