import { kmsKeyProtected } from "../../../../policies/rules/kms/kms-key-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(kmsKeyProtected, {
  fails: [{ title: "a resource that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
