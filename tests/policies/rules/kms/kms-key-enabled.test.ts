import { kmsKeyEnabled } from "../../../../policies/rules/kms/kms-key-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(kmsKeyEnabled, {
  fails: [{ title: "a key that is disabled", set: { isEnabled: false }, message: "is false; set it to true" }],
  passes: [{ title: "a key that is explicitly enabled", set: { isEnabled: true } }],
});
