import { guarddutyFeatureEnabled } from "../../../../policies/rules/guardduty/guardduty-feature-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(guarddutyFeatureEnabled, {
  fails: [
    {
      title: "a feature that is switched off",
      set: { status: "DISABLED" },
      message: 'is "DISABLED"; set it to "ENABLED"',
    },
    { title: "a feature without a status", remove: ["status"], message: 'is not set; set it to "ENABLED"' },
  ],
});
