/** Two rules of one service and one of another, with all that a page has to contain. */
import type { DescribedRule } from "../../../reports/rules/rule";

export function described(more: Partial<DescribedRule> = {}): DescribedRule {
  return {
    id: "cloudtrail-trail-validates",
    title: "Trails validate log files",
    severity: "high",
    level: "mandatory",
    service: "cloudtrail",
    scope: "resource",
    types: ["aws:cloudtrail/trail:Trail"],
    property: "enableLogFileValidation",
    rationale: "Without digest files nobody can show that a log file was not changed",
    remediation: "Set enableLogFileValidation to true.",
    settings: [],
    related: [],
    references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/intro.html"],
    controls: [],
    page: "docs/rules.md#cloudtrail-trail-validates",
    ...more,
  };
}

export const VALIDATES = described({
  related: [
    { system: "Prowler", ids: ["cloudtrail_log_file_validation_enabled"] },
    { system: "Checkov", ids: ["CKV_AWS_36"] },
  ],
  controls: [
    {
      id: "TRAIL-03",
      title: "Records cannot be altered unseen",
      clauses: [
        { framework: "eu-ai-act", name: "EU AI Act", version: "2024/1689", clause: "12(1)" },
        { framework: "nist-800-53", name: "NIST SP 800-53", version: "Revision 5", clause: "AU-9" },
        { framework: "nist-800-53", name: "NIST SP 800-53", version: "Revision 5", clause: "AU-10" },
      ],
    },
  ],
});

export const RETAINED = described({
  id: "cloudtrail-log-group-retained",
  title: "The log groups of trails keep their events for at least as long as the account's auditors ask for",
  severity: "medium",
  scope: "stack",
  types: ["aws:cloudtrail/trail:Trail", "aws:cloudwatch/logGroup:LogGroup"],
  settings: [
    { name: "minimumDays", description: "Least retention, in days.", default: 365 },
    { name: "exempted", default: ["a"] },
  ],
});

export const PRIVATE = described({
  id: "s3-bucket-private",
  title: "Buckets are private",
  severity: "critical",
  level: "advisory",
  service: "s3",
});
