/** A mandatory rule stops an update before the resource exists: the real engine, the real pack, the provider's own log. */
import assert from "node:assert/strict";
import type { RuleId } from "../../policies/catalogue";
import { FOUND_WITH_THE_STACK, ONE_OF_EACH_FAMILY, STOPPED, badResource, goodResource, nameIn } from "./bad-resources";
import type { BadResource } from "./bad-resources/bad-resource";
import { type EngineRun, suiteWorkspace } from "./workspace";

/** Every one of them takes some seconds, so a run by the way tries one of each family. */
const STOPPING: readonly RuleId[] =
  process.env["ENGINE_RULES"] === "all" ? STOPPED.map(({ rule }) => rule) : ONE_OF_EACH_FAMILY;

/** Stacks that are updated side by side: what one waits for, another uses. */
const AT_ONCE = 3;

const expectedOf = (cases: readonly BadResource[]): readonly string[] =>
  cases.flatMap(({ rule, also = [] }) => [rule, ...also].map((id) => `${rule} breaks ${id}`)).sort();

describe("the real engine with a bad stack", function () {
  this.timeout(300_000);
  const workspace = suiteWorkspace();

  it("finds, in one preview, each bad resource to break the very rule that it was made for", async () => {
    assert.deepEqual(await broken(STOPPED, "all"), expectedOf(STOPPED));
  });

  it("finds what is hardened too little, where all is to be hardened", async () => {
    const policyConfig = Object.fromEntries(FOUND_WITH_THE_STACK.map(({ rule }) => [rule, { preset: "strict" }]));
    assert.deepEqual(await broken(FOUND_WITH_THE_STACK, "hardening", policyConfig), expectedOf(FOUND_WITH_THE_STACK));
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

  /** `NAME breaks RULE` for what a preview says of rules that have a bad resource here. */
  async function broken(
    cases: readonly BadResource[],
    name: string,
    policyConfig: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly string[]> {
    const judging = new Set<string>(cases.flatMap(({ rule, also = [] }) => [rule, ...also]));
    const bad = await Promise.all(cases.map(({ rule }) => badResource(rule)));
    const stack = await workspace().stack(workspace().programThatDeclares(bad), name);
    const run = await stack.preview({ policyConfig });
    assert.equal(run.succeeded, false);
    const stopped = run.violations
      .filter(({ policyName, enforcementLevel }) => judging.has(policyName) && enforcementLevel === "mandatory")
      .map(({ policyName, resourceUrn }) => `${nameIn(resourceUrn)} breaks ${policyName}`);
    return [...new Set(stopped)].sort();
  }

  function created(stack: string): string[] {
    return workspace()
      .provider.calls.filter(
        ({ method, preview, urn }) => method === "create" && !preview && urn.startsWith(`urn:pulumi:${stack}::`),
      )
      .map(({ urn }) => nameIn(urn))
      .sort();
  }
});
