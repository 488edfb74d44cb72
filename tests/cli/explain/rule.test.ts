import assert from "node:assert/strict";
import { explainedRule, knownRules } from "../../../cli/explain/rule";
import { CHECK_IDS, RESTORE } from "../../../account/checks";
import { RULES } from "../../../policies/catalogue";

describe("What is known of a finding's rule", () => {
  it("is its text, page and controls, where it is of the pack", () => {
    const rule = explainedRule("cloudtrail-log-file-validation-enabled");
    assert.equal(rule.title, "CloudTrail trails have log file validation enabled");
    assert.ok(rule.references.includes("docs/rules.md#cloudtrail-log-file-validation-enabled"));
    assert.ok(rule.controls.length > 0);
    assert.ok(!("notExempt" in rule));
  });

  it("is its check and controls, where the account was compared, and nothing exempts from it", () => {
    const rule = explainedRule("verify-athena-workgroup-as-declared");
    assert.equal(rule.remediation, RESTORE);
    assert.ok(rule.controls.length > 0);
    assert.match(rule.notExempt ?? "", /^Nothing exempts/);
  });

  it("is that the exemptions file cannot exempt itself", () => {
    const rule = explainedRule("exemptions-file-valid");
    assert.equal(rule.remediation, "Correct, renew or remove the entry in the exemptions file.");
    assert.match(rule.notExempt ?? "", /^Nothing exempts/);
  });

  it("is little, where it is of another pack", () => {
    const rule = explainedRule("theirs");
    assert.deepEqual([rule.rationale, rule.remediation, rule.controls], [undefined, undefined, []]);
    assert.match(rule.notExempt ?? "", /^Exemptions are from the rules of the baseline's pack only/);
  });

  it("is something for every rule and every check", () => {
    assert.deepEqual(knownRules(), { rules: RULES.map(({ id }) => id), checks: CHECK_IDS });
    for (const id of Object.values(knownRules()).flat()) {
      const { title, rationale, remediation } = explainedRule(id as string); // the lists are of ids
      assert.ok(
        [title, rationale, remediation].every((text) => text !== undefined && text !== ""),
        String(id),
      );
    }
  });
});
