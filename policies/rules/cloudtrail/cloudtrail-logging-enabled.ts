import { equals } from "../../requirements";
import { TRAIL } from "../../resources";
import { resourceRule } from "../../rule";

export const cloudtrailLoggingEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-logging-enabled",
  title: "CloudTrail trails are logging",
  severity: "critical",
  property: "enableLogging",
  rationale: "A stopped trail exists like any other and logs nothing.",
  remediation: "Set enableLogging to true, or leave it out.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html"],
  related: { checkov: ["CKV_AWS_251"] },
  requires: equals(true, { byDefault: true }),
});
