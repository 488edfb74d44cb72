import { macieSessionProtected } from "../../../../policies/rules/macie/macie-session-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(macieSessionProtected, {
  fails: [{ title: "Macie that may be disabled", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
