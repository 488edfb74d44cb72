import assert from "node:assert/strict";
import { explanationJson, explanationText } from "../../../reports/explanation/terminal";
import { explanation, FAILURE, fingerprinted, RULE } from "./sample";

const PIPE = { width: 80, color: false };

describe("An explanation", () => {
  it("says what was found where, why, how to mend it, how to be exempt, and what depends on it", () => {
    assert.equal(
      explanationText(explanation(), PIPE),
      `trail-validates
Trails validate log files.

FAIL  aws:cloudtrail:Trail audit-trail
  enableLogFileValidation is false; it must be true
  URN          urn:pulumi:prod::governance::ai-governance-baseline:index:
               AuditTrail$aws:cloudtrail/trail:Trail::audit-trail
  Property     enableLogFileValidation
  Declared at  index.ts:12
  Severity     high, mandatory
  Fingerprint  8588308546c6caf87bf78d0e844f9ef6:1

Why
  Without digest files nobody can show that a log file was not changed.

How to mend it
  Set enableLogFileValidation to true.
  https://docs.aws.amazon.com/awscloudtrail/latest/userguide/intro.html

How to be exempt from it
  Where somebody agrees to live with it for a while: an entry in the file of
  --exemptions, with the terms written out, as \`baseline exemptions add\` writes
  it. It holds until the end of the day on which it expires, UTC, and * in its
  URN matches anything.
  {
    "exemptions": [
      {
        "rule": "trail-validates",
        "urn": "${FAILURE.urn}",
        "property": "enableLogFileValidation",
        "reason": "WHY IT IS ACCEPTED",
        "owner": "WHO ANSWERS FOR IT",
        "approver": "WHO APPROVED IT",
        "expires": "YYYY-MM-DD"
      }
    ]
  }

1 control depends on it
  TRAIL-03 Records cannot be altered unseen
    EU AI Act 2024/1689: 12(1)
    NIST SP 800-53 Revision 5: AU-9, AU-10
`,
    );
  });

  it("counts what passed", () => {
    assert.match(explanationText(explanation({ passed: 2 }), PIPE), /^It passed for 2 other resources\.$/m);
    const passed = explanationText(explanation({ findings: [], passed: 1 }), PIPE);
    assert.match(passed, /^It passed for 1 resource\.$/m);
    assert.doesNotMatch(passed, /How to be exempt/);
  });

  it("says that the organization has the last word, where it has one", () => {
    assert.match(
      explanationText(explanation({ organizationPolicy: "organization.yml" }), PIPE),
      /^ {2}The organization's policy organization\.yml has the last word/m,
    );
  });

  it("says that a finding is exempt already, and offers no exemption from it", () => {
    const text = explanationText(explanation({ findings: [fingerprinted({ result: "exempt" })] }), PIPE);
    assert.match(text, /^EXEMPT {2}aws/m);
    assert.match(text, /^How to be exempt from it\n {2}It is exempt already: the finding says on whose terms\.$/m);
    assert.doesNotMatch(text, /"exemptions"/);
  });

  it("says why nothing exempts from a finding, and what is not known of another's rule", () => {
    const rule = { id: "theirs", title: "Theirs", references: [], controls: [], notExempt: "Nothing does." };
    const text = explanationText(explanation({ rule }), PIPE);
    assert.match(text, /^How to be exempt from it\n {2}Nothing does\.$/m);
    assert.match(text, /^Why\n {2}The rule is none of the baseline's/m);
    assert.match(text, /^How to mend it\n {2}The report does not say/m);
    assert.doesNotMatch(text, /depends? on it/);
  });

  it("shows nothing that could control a terminal, whatever the report holds", () => {
    const hostile = "a\u001B[2J\nb\u202E";
    const found = {
      ...FAILURE,
      rule: hostile,
      urn: hostile,
      message: hostile,
      property: hostile,
      fingerprint: hostile,
    };
    const text = explanationText(
      explanation({ rule: { ...RULE, id: hostile, title: hostile }, findings: [found], organizationPolicy: hostile }),
      PIPE,
    );
    assert.ok(!/[\u001B\u202E]/.test(text));
  });

  it("has colors on a terminal only", () => {
    assert.ok(explanationText(explanation(), { ...PIPE, color: true }).includes("\u001B[31mFAIL"));
    assert.ok(!explanationText(explanation(), PIPE).includes("\u001B"));
  });

  it("is for scripts one document, with the exemptions", () => {
    const document = JSON.parse(explanationJson(explanation())) as Record<string, unknown>; // an object, by its first character
    assert.deepEqual(document["rule"], RULE);
    assert.deepEqual(document["findings"], [FAILURE]);
    assert.equal((document["exemptions"] as readonly unknown[]).length, 1);
  });
});
