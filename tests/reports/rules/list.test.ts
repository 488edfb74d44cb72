import assert from "node:assert/strict";
import { rulesJson, rulesList } from "../../../reports/rules/list";
import { textWidth } from "../../../reports/wrap";
import { PRIVATE, RETAINED, VALIDATES } from "./sample";

const RULES = [RETAINED, VALIDATES, PRIVATE];

describe("The list of rules", () => {
  it("has each rule with its severity, level and title, under its service", () => {
    assert.equal(
      rulesList(RULES, { width: 80, color: false }),
      `cloudtrail (2 rules)
  medium    mandatory  cloudtrail-log-group-retained
                       The log groups of trails keep their events for at least
                       as long as the account's auditors ask for
  high      mandatory  cloudtrail-trail-validates
                       Trails validate log files

s3 (1 rule)
  critical  advisory   s3-bucket-private
                       Buckets are private

3 rules. One whole: baseline rules ID
`,
    );
  });

  it("aligns the ids of all services, whatever the severities of each are", () => {
    const columns = rulesList(RULES, { width: 80, color: false })
      .split("\n")
      .flatMap((line) => /(cloudtrail|s3)-/.exec(line)?.index ?? []);
    assert.deepEqual(new Set(columns), new Set([23]));
  });

  it("is not wider than the terminal, of which 60 columns are used at least", () => {
    for (const width of [10, 60, 72]) {
      const lines = rulesList(RULES, { width, color: false }).split("\n");
      assert.ok(Math.max(...lines.map(textWidth)) <= Math.max(60, width), lines.join("\n"));
    }
  });

  it("has colors on a terminal only", () => {
    assert.ok(rulesList(RULES, { width: 80, color: true }).includes("\u001B[1mcloudtrail"));
    assert.ok(!rulesList(RULES, { width: 80, color: false }).includes("\u001B"));
  });

  it("is JSON with every rule whole", () => {
    assert.deepEqual(JSON.parse(rulesJson(RULES)), { rules: RULES });
  });
});
