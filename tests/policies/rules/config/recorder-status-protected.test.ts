import { recorderStatusProtected } from "../../../../policies/rules/config/recorder-status-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(recorderStatusProtected, {
  fails: [{ title: "one that is not protected", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
