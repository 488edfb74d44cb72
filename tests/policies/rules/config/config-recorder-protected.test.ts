import { configRecorderProtected } from "../../../../policies/rules/config/config-recorder-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(configRecorderProtected, {
  fails: [{ title: "a recorder that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
