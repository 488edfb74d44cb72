/** A mandatory rule stops an update before the resource exists: the real engine, the real pack, the provider's own log. */
import assert from "node:assert/strict";
import { RULES, type RuleId } from "../../policies/catalogue";
import { BAD_RESOURCES, ONE_OF_EACH_FAMILY, badResource, goodResource, nameIn } from "./bad-resources";
import { type EngineRun, suiteWorkspace } from "./workspace";

/** Every one of them takes some seconds, so a run by the way tries one of each family. */
const STOPPING: readonly RuleId[] =
  process.env["ENGINE_RULES"] === "all" ? BAD_RESOURCES.map(({ rule }) => rule) : ONE_OF_EACH_FAMILY;

/** Stacks that are updated side by side: what one waits for, another uses. */
const AT_ONCE = 3;

describe("the real engine with a bad stack", function () {
  this.timeout(300_000);
  const workspace = suiteWorkspace();

  it("finds, in one preview, each bad resource to break the very rule that it was made for", async () => {
    const bad = await Promise.all(BAD_RESOURCES.map(({ rule }) => badResource(rule)));
    const stack = await workspace().stack(workspace().programThatDeclares(bad), "all");
    const run = await stack.preview();
    const resourceRules = new Set<string>(RULES.filter(({ kind }) => kind === "resource").map(({ id }) => id));
    const stopped = run.violations
      .filter(({ policyName, enforcementLevel }) => resourceRules.has(policyName) && enforcementLevel === "mandatory")
      .map(({ policyName, resourceUrn }) => `${nameIn(resourceUrn)} breaks ${policyName}`);
    const expected = BAD_RESOURCES.flatMap(({ rule, also = [] }) =>
      [rule, ...also].map((id) => `${rule} breaks ${id}`),
    );
    assert.deepEqual([...new Set(stopped)].sort(), expected.sort());
    assert.equal(run.succeeded, false);
  });

  it("creates the same resources before they are made bad", async () => {
    const good = await Promise.all(ONE_OF_EACH_FAMILY.map((rule) => goodResource(rule)));
    const stack = await workspace().stack(workspace().programThatDeclares(good), "good");
    await stack.up();
    assert.deepEqual(created("good"), [...ONE_OF_EACH_FAMILY].sort());
  });

  describe("is stopped before the resource is created", () => {
    const runs = new Map<RuleId, EngineRun>();

    before(async () => {
      const waiting = [...STOPPING];
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, index) => {
          // An update that is stopped leaves its stack empty, so the next bad resource finds it as good as new.
          const folder = workspace().programThatDeclares([]);
          const stack = await workspace().stack(folder, `stopped-${index}`);
          for (let rule = waiting.shift(); rule !== undefined; rule = waiting.shift()) {
            workspace().declare(folder, [await badResource(rule)]);
            runs.set(rule, await stack.up());
          }
        }),
      );
    });

    for (const rule of STOPPING) {
      it(`by ${rule}`, () => {
        const run = runs.get(rule) ?? assert.fail("the update was not run");
        const stopping = run.violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
        assert.ok(
          stopping.some(({ policyName, resourceUrn }) => policyName === rule && nameIn(resourceUrn) === rule),
          run.printed,
        );
        assert.equal(run.succeeded, false);
        const asked = workspace().provider.calls.filter(
          ({ urn }) => urn.startsWith("urn:pulumi:stopped-") && nameIn(urn) === rule,
        );
        assert.deepEqual([...new Set(asked.map(({ method }) => method))], ["check"]);
      });
    }
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
