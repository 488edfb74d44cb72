import { trailLogFileValidation } from "../../../../policies/rules/cloudtrail/trail-log-file-validation";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailLogFileValidation, {
  fails: [
    {
      title: "a trail with validation off",
      set: { enableLogFileValidation: false },
      message: "is false; it must be true",
    },
    {
      title: "a trail that leaves validation to the provider",
      remove: ["enableLogFileValidation"],
      message: "is absent, which the provider takes as false; it must be true",
    },
  ],
});
