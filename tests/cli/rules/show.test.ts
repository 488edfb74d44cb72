import assert from "node:assert/strict";
import { RULES } from "../../../policies/catalogue";
import type { DescribedRule } from "../../../reports/rules/rule";
import { assertPlain, assertRefused, baseline } from "../command";

const ID = "cloudtrail-log-file-validation-enabled";

async function printed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await baseline(["rules", ...args]);
  assert.deepEqual([code, stderr], [0, ""]);
  assertPlain(stdout);
  return stdout;
}

async function inJson(...args: readonly string[]): Promise<readonly DescribedRule[]> {
  // The cast says what the tests of the list hold: its form.
  return (JSON.parse(await printed(...args, "--format", "json")) as { rules: readonly DescribedRule[] }).rules;
}

describe("baseline rules", function () {
  this.timeout(120_000);

  it("lists every rule, and says how to see one", async () => {
    const text = await printed();
    for (const { id } of RULES) {
      assert.ok(
        text.split("\n").some((line) => line.endsWith(` ${id}`)),
        id,
      );
    }
    assert.ok(text.endsWith(`\n${RULES.length} rules. One whole: baseline rules ID\n`));
  });

  it("lists those of words, a framework and severities", async () => {
    const rules = await inJson("cloudtrail", "--framework", "hipaa", "--severity", "high", "critical");
    assert.ok(rules.some(({ id }) => id === ID));
    for (const { severity, controls } of rules) {
      assert.ok(["high", "critical"].includes(severity));
      assert.ok(controls.some(({ clauses }) => clauses.some(({ framework }) => framework === "hipaa")));
    }
  });

  it("shows one rule, for people and for scripts", async () => {
    const text = await printed(ID);
    assert.ok(text.startsWith(`${ID}\nCloudTrail trails have log file validation enabled. `));
    assert.match(text, new RegExp(`^Page +docs/rules\\.md#${ID}$`, "m"));
    assert.deepEqual(
      (await inJson(ID)).map(({ id }) => id),
      [ID],
    );
  });

  for (const [mistake, args, ...said] of [
    ["a word that finds nothing", ["cloudtrail-loging-enabled"], /Similar ids: cloudtrail-logging-enabled\./],
    ["a framework that is none", ["--framework", "iso"], /'iso' is invalid\. Allowed choices are eu-ai-act/],
    ["a severity that is none", ["--severity", "worst"], /'worst' is invalid.*critical, high, medium, low/],
    ["a format that is none", ["--format", "yaml"], /terminal, json/],
  ] as const) {
    it(`ends with 2 and says why, given ${mistake}`, async () => {
      assertRefused(await baseline(["rules", ...args]), 2, ...said);
    });
  }
});
