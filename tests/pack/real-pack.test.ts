/**
 * One pass of every rule through the real pack process, over its own protocol: by the first failing case of the rule's own
 * suite, that its finding arrives whole, that an exemption is honoured, and that another type is not its concern.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { evaluate } from "../../gate/evaluate";
import type { Finding } from "../../gate/finding";
import { RULES } from "../../policies/catalogue";
import { relatedIds } from "../../policies/related-checks";
import type { Rule } from "../../policies/rule";
import type { ResourceState } from "../../pulumi/stack-state";
import { EXEMPTED_STACK, sharedPack } from "../support/shared-pack";
import { type FailingState, SUITES } from "../policies/rule-harness";
import { emptyStack, renamedStack } from "../policies/state-changes";

// A run of this file alone has to know the suites as well.
const suites = path.join(__dirname, "..", "policies", "rules");
for (const file of fs.readdirSync(suites, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".test.ts")) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which files there are is known when they are read
    require(path.join(suites, file));
  }
}

describe("the real pack process", function () {
  this.timeout(120_000);

  it("is asked about every rule", () => {
    assert.deepEqual(
      RULES.map(({ id }) => id).filter((id) => !SUITES.has(id)),
      [],
    );
  });

  for (const { id } of RULES) {
    it(`reports what ${id} finds, and honours an exemption from it`, async () => {
      const {
        rule,
        resources,
        settings,
        findings: expected,
        result = "fail",
      } = SUITES.get(id) ?? assert.fail(`${id} has no suite`);
      const declared = await resources();
      const level = rule.enforcementLevel ?? "mandatory";
      assert.deepEqual(
        (await ask(rule, declared, settings)).map(
          ({ result: actual, property, message, level: found, relatedChecks }) => ({
            result: actual,
            property,
            message,
            level: found,
            relatedChecks,
          }),
        ),
        expected.map(({ property = rule.property, message, related }) => ({
          result,
          property,
          message,
          level,
          relatedChecks: relatedIds(related ?? rule.related ?? {}),
        })),
      );

      const exempted = await ask(
        rule,
        declared.map((resource) => renamedStack(resource, EXEMPTED_STACK)),
        settings,
      );
      assert.deepEqual(
        exempted.map((finding) => finding.result),
        expected.map(() => "exempt"),
      );
      assert.match(exempted[0]?.message ?? "", /exempt until 9999-12-31, owner owner@example\.com/);

      const elsewhere = declared.map((resource) => ({ ...resource, type: "aws:ec2/vpc:Vpc" }));
      assert.deepEqual(await ask(rule, rule.kind === "stack" ? emptyStack() : elsewhere, settings), []);
    });
  }
});

/** Asks the pack with every other rule switched off. */
async function ask(
  rule: Rule,
  resources: readonly ResourceState[],
  settings: FailingState["settings"],
): Promise<readonly Finding[]> {
  const deployment = { manifest: { time: "", magic: "", version: "" }, resources };
  const enforcementLevel = rule.enforcementLevel ?? "mandatory";
  const policyConfig = { all: "disabled", [rule.id]: { enforcementLevel, ...settings } };
  const { findings } = await evaluate(await sharedPack(), { version: 3, deployment }, { policyConfig, opaque: [] });
  return findings.filter((finding) => finding.rule === rule.id);
}
