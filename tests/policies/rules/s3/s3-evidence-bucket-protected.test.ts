import { s3EvidenceBucketProtected } from "../../../../policies/rules/s3/s3-evidence-bucket-protected";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { declared } from "../stack-resources";

const ONE = { type: "aws:s3/bucket:Bucket", name: "baseline-trail-bucket" };

describeStackRule(s3EvidenceBucketProtected, {
  fails: [
    {
      title: "a bucket that is not protected",
      change: (stack) => changeAll(stack, ONE, { protect: false }),
      findings: [{ name: ONE.name, message: "is false; set it to true" }],
    },
  ],
  passes: [
    {
      title: "an unprotected bucket outside the component",
      change: (stack) => [...stack, declared(ONE.type, "other", {})],
    },
  ],
});
