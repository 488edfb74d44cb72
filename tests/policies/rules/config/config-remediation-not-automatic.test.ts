import { configRemediationNotAutomatic } from "../../../../policies/rules/config/config-remediation-not-automatic";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(configRemediationNotAutomatic, {
  example: {
    configRuleName: "rotation",
    targetType: "SSM_DOCUMENT",
    targetId: "AWSConfigRemediation-EnableKeyRotation",
  },
  fails: [
    { title: "a remediation that starts by itself", set: { automatic: true }, message: "is true; set it to false" },
  ],
  passes: [{ title: "a remediation that says that it waits", set: { automatic: false } }],
});
