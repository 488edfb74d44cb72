/** Exemptions and policy configuration reach the rules when the real engine runs the pack. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { badResource, goodResource, nameIn } from "./bad-resources";
import { type Declared, type EngineRun, suiteWorkspace } from "./workspace";

const RULE = "config-item-retention-minimum";

describe("the real engine's settings of the pack", function () {
  this.timeout(300_000);
  const workspace = suiteWorkspace();

  it("let exactly the exempted resource through, of two that are equally bad", async () => {
    const bad = await badResource(RULE);
    const both = [named(bad, "accepted"), { ...named(bad, "refused"), after: "accepted" }];
    const stack = await workspace().stack(workspace().programThatDeclares(both), "exemption");
    const run = await stack.up({
      exemptions: [
        {
          rule: RULE,
          urn: `urn:pulumi:exemption::declared::${bad.type}::accepted`,
          reason: "kept for ever by order of the court",
          owner: "ai-platform@example.com",
          approver: "ciso@example.com",
          expires: "9999-12-31",
        },
      ],
    });
    assert.equal(run.succeeded, false);
    assert.deepEqual(told(run), ["accepted: advisory", "refused: mandatory"], run.printed);
    assert.match(run.violations.find(isAbout("accepted"))?.message ?? "", /\[exempt\] .*order of the court/);
    assert.deepEqual(created("exemption"), ["accepted"]);
  });

  it("change a rule's threshold", async () => {
    const kept = { ...named(await goodResource(RULE), "group") };
    const days = { ...kept, inputs: { ...kept.inputs, retentionPeriodInDays: 400 } };
    const stack = await workspace().stack(workspace().programThatDeclares([days]), "threshold");
    const strict = await stack.up({ policyConfig: { [RULE]: { minimumDays: 731 } } });
    assert.equal(strict.succeeded, false);
    assert.deepEqual(told(strict), ["group: mandatory"], strict.printed);
    assert.match(strict.violations.find(isAbout("group"))?.message ?? "", /731/);
    assert.deepEqual(created("threshold"), []);
    const usual = await stack.up({ policyConfig: { [RULE]: { minimumDays: 365 } } });
    assert.deepEqual(told(usual), [], usual.printed);
    assert.deepEqual(created("threshold"), ["group"]);
  });

  it("make a rule advisory, which stops nothing", async () => {
    const bad = named(await badResource(RULE), "group");
    const stack = await workspace().stack(workspace().programThatDeclares([bad]), "advisory");
    const run = await stack.up({ policyConfig: { [RULE]: "advisory" } });
    assert.deepEqual(told(run), ["group: advisory"], run.printed);
    assert.deepEqual(created("advisory"), ["group"]);
  });

  it("let the sandbox through with the configuration that lies beside it", async () => {
    const folder = workspace().copyOfProgram();
    const stack = await workspace().stack(folder, "sandbox");
    const run = await stack.preview({ policyConfig: path.join(folder, "policy-config.sandbox.json") });
    const mandatory = run.violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
    assert.deepEqual(mandatory, []);
    assert.ok(run.succeeded, run.printed);
  });

  it("are refused when they do not fit the rule's schema", async () => {
    const stack = await workspace().stack(workspace().programThatDeclares([]), "refused");
    const run = await stack.preview({ policyConfig: { [RULE]: { minimumDays: "many" } } });
    assert.equal(run.succeeded, false);
    assert.match(run.printed, /minimumDays/);
  });

  function created(stack: string): string[] {
    return workspace()
      .provider.calls.filter(
        ({ method, preview, urn }) => method === "create" && !preview && urn.startsWith(`urn:pulumi:${stack}::`),
      )
      .map(({ urn }) => nameIn(urn))
      .sort();
  }
});

function named(resource: Declared, name: string): Declared {
  return { ...resource, name };
}

function isAbout(name: string): (violation: EngineRun["violations"][number]) => boolean {
  return ({ policyName, resourceUrn }) => policyName === RULE && nameIn(resourceUrn) === name;
}

/** What the rule said of which resource. */
function told({ violations }: EngineRun): string[] {
  const own = violations.filter(({ policyName }) => policyName === RULE);
  return own.map(({ resourceUrn, enforcementLevel }) => `${nameIn(resourceUrn)}: ${enforcementLevel}`).sort();
}
