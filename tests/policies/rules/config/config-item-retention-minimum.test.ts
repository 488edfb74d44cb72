import { configItemRetentionMinimum } from "../../../../policies/rules/config/config-item-retention-minimum";
import { describeResourceRule } from "../../rule-harness";

const DAYS = "retentionPeriodInDays";

describeResourceRule(configItemRetentionMinimum, {
  fails: [
    {
      title: "a day less than a year",
      set: { [DAYS]: 364 },
      message: "is 364; set it to at least 365 and at most 2557",
    },
    {
      title: "more than AWS keeps",
      set: { [DAYS]: 2558 },
      message: "is 2558; set it to at least 365 and at most 2557",
    },
    { title: "no period", remove: [DAYS], message: "is not set; set it to at least 365 and at most 2557" },
    {
      title: "less than a minimum that is configured",
      set: { [DAYS]: 2191 },
      settings: { minimumDays: 2192 },
      message: "is 2191; set it to at least 2192 and at most 2557",
    },
  ],
  passes: [
    { title: "a year", set: { [DAYS]: 365 } },
    { title: "as long as AWS keeps it", set: { [DAYS]: 2557 } },
    { title: "a minimum that is configured", set: { [DAYS]: 30 }, settings: { minimumDays: 30 } },
  ],
});
