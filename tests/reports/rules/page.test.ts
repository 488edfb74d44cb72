import assert from "node:assert/strict";
import { rulePage } from "../../../reports/rules/page";
import { RETAINED, VALIDATES } from "./sample";

const PIPE = { width: 80, color: false };

describe("The page of a rule", () => {
  it("says what the rule demands and why, how to mend it, and which controls and clauses depend on it", () => {
    assert.equal(
      rulePage(VALIDATES, PIPE),
      `cloudtrail-trail-validates
Trails validate log files. Without digest files nobody can show that a log file
was not changed.

Severity     high, mandatory
Checks       each resource, by enableLogFileValidation
Type         aws:cloudtrail/trail:Trail
Remediation  Set enableLogFileValidation to true.
Related      Prowler: cloudtrail_log_file_validation_enabled
             Checkov: CKV_AWS_36
Control      TRAIL-03 Records cannot be altered unseen
               EU AI Act 2024/1689: 12(1)
               NIST SP 800-53 Revision 5: AU-9, AU-10
References   https://docs.aws.amazon.com/awscloudtrail/latest/userguide/intro.html
Page         docs/rules.md#cloudtrail-trail-validates
`,
    );
  });

  it("lists every type and every setting with its default, and leaves out what there is none of", () => {
    assert.match(
      rulePage(RETAINED, PIPE),
      new RegExp(
        [
          "Checks       the stack, by enableLogFileValidation",
          "Types        aws:cloudtrail/trail:Trail",
          "             aws:cloudwatch/logGroup:LogGroup",
          "Remediation  Set enableLogFileValidation to true.",
          "Settings     minimumDays: Least retention, in days \\(default 365\\)",
          '             exempted \\(default \\["a"\\]\\)',
          "References ",
        ].join("\n"),
      ),
    );
  });

  it("has colors on a terminal only", () => {
    assert.ok(rulePage(VALIDATES, { ...PIPE, color: true }).startsWith("\u001B[1mcloudtrail"));
    assert.ok(!rulePage(VALIDATES, PIPE).includes("\u001B"));
  });
});
