import { s3BucketForceDestroyDisabled } from "../../../../policies/rules/s3/s3-bucket-force-destroy-disabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(s3BucketForceDestroyDisabled, {
  fails: [
    {
      title: "a bucket that is emptied before it is deleted",
      set: { forceDestroy: true },
      message: "is true; set it to false",
    },
  ],
  passes: [{ title: "a bucket that leaves it to the provider", remove: ["forceDestroy"] }],
});
