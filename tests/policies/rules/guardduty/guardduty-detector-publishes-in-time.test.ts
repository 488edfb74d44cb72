import { guarddutyDetectorPublishesInTime } from "../../../../policies/rules/guardduty/guardduty-detector-publishes-in-time";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(guarddutyDetectorPublishesInTime, {
  fails: [
    {
      title: "a detector that takes six hours",
      set: { findingPublishingFrequency: "SIX_HOURS" },
      message: 'is "SIX_HOURS"; set it to "FIFTEEN_MINUTES" or "ONE_HOUR"',
    },
    {
      title: "a detector that says nothing of it",
      remove: ["findingPublishingFrequency"],
      message: 'is not set and defaults to "SIX_HOURS"; set it to "FIFTEEN_MINUTES" or "ONE_HOUR"',
    },
  ],
  passes: [{ title: "a detector that takes an hour", set: { findingPublishingFrequency: "ONE_HOUR" } }],
});
