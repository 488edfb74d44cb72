import { recorderProtected } from "../../../../policies/rules/config/recorder-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(recorderProtected, {
  fails: [{ title: "a recorder that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
