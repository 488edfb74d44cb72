import { keyProtected } from "../../../../policies/rules/kms/key-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(keyProtected, {
  fails: [{ title: "a resource that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
