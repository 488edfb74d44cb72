import { invocationLoggingProtected } from "../../../../policies/rules/bedrock/invocation-logging-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(invocationLoggingProtected, {
  fails: [{ title: "a configuration that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
