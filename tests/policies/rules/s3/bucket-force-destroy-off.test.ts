import { bucketForceDestroyOff } from "../../../../policies/rules/s3/bucket-force-destroy-off";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bucketForceDestroyOff, {
  fails: [{ title: "a bucket that is emptied", set: { forceDestroy: true }, message: "is true; it must be false" }],
  passes: [{ title: "a bucket that leaves it to the provider", remove: ["forceDestroy"] }],
});
