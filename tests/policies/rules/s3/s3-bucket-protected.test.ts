import { s3BucketProtected } from "../../../../policies/rules/s3/s3-bucket-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(s3BucketProtected, {
  fails: [{ title: "a bucket that may be deleted", protect: false, message: "is false; set it to true" }],
  unknown: [],
});
