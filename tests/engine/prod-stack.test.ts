/** The prod stack of this checkout under the real engine, with the pack, and the preview held against it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Finding } from "../../gate/finding";
import { evaluate } from "../../gate/evaluate";
import { startPack } from "../../gate/pack-process";
import { awsEnvironment } from "../../preview/aws/environment";
import { parseStackState } from "../../pulumi/read-state";
import { type ResourceState, PROVIDER_TYPE_PREFIX, STACK_TYPE, urnParts } from "../../pulumi/stack-state";
import { prodResources } from "../support/prod-state";
import { BAD_RESOURCES, badResource } from "./bad-resources";
import { conformant, withoutHashes } from "./conformance";
import { type Declared, type EngineRun, type EngineStack, suiteWorkspace } from "./workspace";

const ACCOUNT = "111122223333";
const ENVIRONMENT = awsEnvironment({ "aws:region": "eu-central-1" }, ACCOUNT);

/** No compiler lets this pass; whoever runs a program or a pack without checking types does. */
const TYPE_ERROR = '\nconst planted: number = "no number";\nvoid planted;\n';

describe("the real engine with the prod stack", function () {
  this.timeout(600_000);
  const workspace = suiteWorkspace();
  let stack: EngineStack;
  let folder: string;
  let pack: string;
  let preview: EngineRun;
  let update: EngineRun;
  let deployed: readonly ResourceState[];
  let declared: readonly ResourceState[];

  before(async function () {
    folder = workspace().copyOfProgram();
    pack = path.join(folder, "policies");
    fs.appendFileSync(path.join(folder, "index.ts"), TYPE_ERROR);
    fs.appendFileSync(path.join(pack, "index.ts"), TYPE_ERROR);
    stack = await workspace().stack(folder, "prod");
    preview = await stack.preview({ pack });
    update = await stack.up({ pack });
    deployed = await stack.resources();
    declared = await prodResources();
  });

  it("previews it with nothing mandatory broken, and checks no types of the program or the pack", () => {
    assert.ok(preview.succeeded, preview.printed);
    assert.deepEqual(preview.changes, { create: declared.filter(isNoProvider).length });
    assert.deepEqual(mandatory(preview), []);
  });

  it("creates all of it, with nothing left undecided once the values are known", () => {
    assert.ok(update.succeeded, update.printed);
    assert.deepEqual(update.changes, { create: declared.filter(isNoProvider).length });
    assert.deepEqual(
      update.violations.map(({ policyName, resourceUrn }) => `${policyName} on ${resourceUrn}`),
      [],
    );
  });

  it("creates each resource once, after all that it depends on", () => {
    const made = workspace().provider.calls.filter((call) => call.method === "create" && !call.preview);
    const place = new Map(made.map(({ urn }, index) => [urn, index]));
    assert.equal(place.size, made.length);
    for (const { urn, dependencies = [] } of declared) {
      for (const needed of dependencies) {
        assert.ok((place.get(needed) ?? -1) < (place.get(urn) ?? Infinity), `${urn} is made before ${needed}`);
      }
    }
  });

  it("changes nothing the second time", async () => {
    const again = await stack.up({ pack });
    assert.ok(again.succeeded, again.printed);
    assert.deepEqual(again.changes, { same: declared.filter(isNoProvider).length });
  });

  it("sees the resources that the preview sees", () => {
    assert.deepEqual(deployed.map(({ urn }) => urn).sort(), declared.map(({ urn }) => urn).sort());
  });

  it("asks the provider about exactly the inputs that the preview records", () => {
    const asked = new Map(
      workspace()
        .provider.calls.filter(({ method }) => method === "check")
        .map(({ urn, inputs }) => [urn, withoutHashes(inputs)]),
    );
    for (const { urn, type, custom, inputs } of declared) {
      if (custom && !type.startsWith(PROVIDER_TYPE_PREFIX)) {
        assert.deepEqual(asked.get(urn), inputs, urn);
      }
    }
  });

  it("registers each resource as the preview does, but for what the provider adds", () => {
    const byUrn = new Map(deployed.map((resource) => [resource.urn, resource]));
    for (const resource of declared) {
      const { engine, preview: previewed } = conformant(byUrn.get(resource.urn), resource, ENVIRONMENT);
      assert.deepEqual(engine, previewed, resource.urn);
    }
  });

  it("agrees with the gate on the exported state, finding by finding", async () => {
    const findings = await assertAgreement([], []);
    assert.deepEqual([...new Set(findings.map(({ result }) => result))], ["pass"]);
  });

  it("agrees with the gate on a state in which every core rule is broken and one finding is exempted", async () => {
    const bad = await Promise.all(BAD_RESOURCES.map(async ({ rule }) => deployedAs(await badResource(rule))));
    const { urn = "" } = bad[0] ?? {};
    const terms = { reason: "a test", owner: "owner", approver: "approver", expires: "9999-12-31" };
    const findings = await assertAgreement(bad, [{ rule: urnParts(urn).name, urn, ...terms }]);
    const count = (result: string): number => findings.filter((finding) => finding.result === result).length;
    assert.ok(count("fail") >= BAD_RESOURCES.length - 1);
    assert.equal(count("exempt"), 1);
    assert.ok(count("undecided") > 0);
  });

  /** A resource as if it had been deployed with the stack. */
  function deployedAs({ type, name, inputs, protect = false }: Declared): ResourceState {
    const parent = deployed.find((resource) => resource.type === STACK_TYPE)?.urn ?? "";
    const urn = `urn:pulumi:prod::ai-governance-baseline::${type}::${name}`;
    return { urn, type, custom: true, id: name, parent, inputs, outputs: inputs, protect };
  }

  /** Lets the CLI's `policy analyze` and the gate check the same state: what was deployed, and more. */
  async function assertAgreement(
    more: readonly ResourceState[],
    exemptions: readonly Readonly<Record<string, string>>[],
  ): Promise<readonly Finding[]> {
    const exported = await stack.exported();
    // The Automation API leaves the content of a deployment untyped.
    const deployment = exported.deployment as { readonly resources: readonly object[] };
    const file = workspace().write({
      ...exported,
      deployment: { ...deployment, resources: [...deployment.resources, ...more] },
    });
    const environment = { BASELINE_EXEMPTIONS: workspace().write({ exemptions }) };

    const args = ["policy", "analyze", "--file", file, "--policy-pack", pack, "--json"];
    const { stdout, stderr } = await workspace().command(args, folder, environment);
    const events = stdout
      .split("\n")
      .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as AnalyzeEvent] : []));
    assert.ok(
      events.some(({ summaryEvent }) => summaryEvent !== undefined),
      stderr,
    );
    const told = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));

    const process = await startPack({ folder: pack, environment });
    try {
      const text = fs.readFileSync(file, "utf8");
      const { findings } = await evaluate(process, parseStackState(text, file), { policyConfig: {}, opaque: [] });
      const open = findings.filter(({ result }) => result !== "pass");
      assert.deepEqual(
        // What is undecided has the level of its rule; the engine knows no such result, and advises.
        open
          .map(({ rule, urn, result, level }) => `${rule} on ${urn} (${result === "undecided" ? "advisory" : level})`)
          .sort(),
        told
          .map(
            ({ policyName, resourceUrn, enforcementLevel }) => `${policyName} on ${resourceUrn} (${enforcementLevel})`,
          )
          .sort(),
      );
      for (const { rule, urn, message } of open) {
        const heard = told.some(
          (event) => event.policyName === rule && event.resourceUrn === urn && event.message.includes(message),
        );
        assert.ok(heard, `the engine does not say of ${urn}: ${message}`);
      }
      return findings;
    } finally {
      process.stop();
    }
  }
});

interface AnalyzeEvent {
  readonly policyEvent?: {
    readonly policyName: string;
    readonly resourceUrn: string;
    readonly enforcementLevel: string;
    readonly message: string;
  };
  readonly summaryEvent?: object;
}

/** The engine counts every resource but the providers that it makes itself. */
function isNoProvider({ type }: ResourceState): boolean {
  return !type.startsWith(PROVIDER_TYPE_PREFIX);
}

function mandatory({ violations }: EngineRun): string[] {
  return violations
    .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
    .map(({ policyName, resourceUrn }) => `${policyName} on ${urnParts(resourceUrn ?? "").name}`);
}
