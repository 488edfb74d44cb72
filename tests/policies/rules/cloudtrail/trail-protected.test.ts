import { trailProtected } from "../../../../policies/rules/cloudtrail/trail-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailProtected, {
  fails: [{ title: "a resource that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
