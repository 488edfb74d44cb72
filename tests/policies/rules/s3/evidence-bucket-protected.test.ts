import { evidenceBucketProtected } from "../../../../policies/rules/s3/evidence-bucket-protected";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { declared } from "../stack-resources";

const ONE = { type: "aws:s3/bucket:Bucket", name: "baseline-trail-bucket" };

describeStackRule(evidenceBucketProtected, {
  fails: [
    {
      title: "one that is not protected",
      change: (stack) => changeAll(stack, ONE, { protect: false }),
      findings: [{ name: ONE.name, message: "is false; it must be true" }],
    },
  ],
  passes: [
    { title: "an unprotected one of no component", change: (stack) => [...stack, declared(ONE.type, "other", {})] },
  ],
});
