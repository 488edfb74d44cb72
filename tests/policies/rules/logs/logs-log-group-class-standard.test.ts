import { logsLogGroupClassStandard } from "../../../../policies/rules/logs/logs-log-group-class-standard";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logsLogGroupClassStandard, {
  fails: [
    {
      title: "a log group for infrequent access",
      set: { logGroupClass: "INFREQUENT_ACCESS" },
      message: 'is "INFREQUENT_ACCESS"; set it to "STANDARD"',
    },
    {
      title: "a log group for delivery",
      set: { logGroupClass: "DELIVERY" },
      message: 'is "DELIVERY"; set it to "STANDARD"',
    },
  ],
  passes: [{ title: "the standard class", set: { logGroupClass: "STANDARD" } }],
});
