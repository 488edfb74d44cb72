import { bedrockInvocationLoggingProtected } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bedrockInvocationLoggingProtected, {
  fails: [{ title: "a configuration that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
