import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailLoggingEnabled = resourceRule({
  id: "trail-logging-enabled",
  title: "A trail is logging",
  severity: "critical",
  type: "aws:cloudtrail/trail:Trail",
  property: "enableLogging",
  rationale: "A trail that is stopped looks like one that records, and records nothing.",
  fix: "Set enableLogging to true, or leave it out.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html"],
  covers: { checkov: ["CKV_AWS_251"] },
  judge: ({ properties }) => mustBe(properties, "enableLogging", true, { absent: true }),
});
