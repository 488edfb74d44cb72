import { keyEnabled } from "../../../../policies/rules/kms/key-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(keyEnabled, {
  fails: [{ title: "a key that is disabled", set: { isEnabled: false }, message: "is false; it must be true" }],
  passes: [{ title: "a key that says that it is enabled", set: { isEnabled: true } }],
});
