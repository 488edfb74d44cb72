import { logGroupClassQueryable } from "../../../../policies/rules/logs/log-group-class-queryable";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logGroupClassQueryable, {
  fails: [
    {
      title: "a log group for infrequent access",
      set: { logGroupClass: "INFREQUENT_ACCESS" },
      message: 'is "INFREQUENT_ACCESS"; it must be "STANDARD"',
    },
    {
      title: "a log group for delivery",
      set: { logGroupClass: "DELIVERY" },
      message: 'is "DELIVERY"; it must be "STANDARD"',
    },
  ],
  passes: [{ title: "the standard class", set: { logGroupClass: "STANDARD" } }],
});
