import { cloudtrailLogFileValidationEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-log-file-validation-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailLogFileValidationEnabled, {
  fails: [
    {
      title: "a trail with validation off",
      set: { enableLogFileValidation: false },
      message: "is false; set it to true",
    },
    {
      title: "a trail that relies on the default",
      remove: ["enableLogFileValidation"],
      message: "is not set and defaults to false; set it to true",
    },
  ],
});
