import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const logGroupClassQueryable = resourceRule({
  id: "log-group-class-queryable",
  title: "A log group can be filtered and subscribed to",
  severity: "medium",
  type: "aws:cloudwatch/logGroup:LogGroup",
  property: "logGroupClass",
  rationale:
    "The other classes have no metric filters and no subscription filters, so no alarm can rest on them; DELIVERY keeps events for two days only.",
  fix: "Set logGroupClass to STANDARD, or leave it out. The class of an existing log group cannot be changed.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "logGroupClass", "STANDARD", { absent: "STANDARD" }),
});
