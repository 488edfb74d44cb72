import { bucketProtected } from "../../../../policies/rules/s3/bucket-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bucketProtected, {
  fails: [{ title: "a bucket that may be deleted", protect: false, message: "is false; it must be true" }],
  unknown: [],
});
