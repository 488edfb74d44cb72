import assert from "node:assert/strict";
import * as os from "node:os";
import * as path from "node:path";
import { evaluate } from "../../gate/evaluate";
import { PackError, type PackOptions, type PackProcess, startPack } from "../../gate/pack-process";
import type { Evaluation } from "../../gate/finding";
import type { ResourceState, StackState, WireMap } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { programFolder } from "../preview/foreign-program";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";

const STACK = "urn:pulumi:dev::app::pulumi:pulumi:Stack::app-dev";

function resource(type: string, name: string, inputs: WireMap): ResourceState {
  return { urn: `urn:pulumi:dev::app::${type}::${name}`, type, custom: true, inputs, outputs: inputs, parent: STACK };
}

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const STATE: StackState = {
  version: 3,
  deployment: {
    manifest: { time: "", magic: "", version: "" },
    resources: [
      { urn: STACK, type: "pulumi:pulumi:Stack", custom: false, inputs: {}, outputs: {} },
      resource(LOG_GROUP, "kept", { retentionInDays: 30 }),
      resource(LOG_GROUP, "unknown", { retentionInDays: UNKNOWN_VALUE }),
      resource(LOG_GROUP, "without-any-retention-at-all", {}),
    ],
  },
};

function packFolder(name: string): string {
  return fixturePack(path.join(REPOSITORY, "tests", "programs", "packs", name));
}

const options = (name: string): PackOptions => ({
  folder: packFolder(name),
  environment: {},
  startTimeout: 15_000,
  answerTimeout: 2000,
});

async function evaluation(name: string, policyConfig = {}): Promise<Evaluation> {
  const pack = await startPack(options(name));
  try {
    return await evaluate(pack, STATE, { policyConfig, opaque: [] });
  } finally {
    pack.stop();
  }
}

async function refusal(act: () => Promise<unknown>): Promise<string> {
  let message = "";
  await assert.rejects(act, (error) => {
    assert.ok(error instanceof PackError, String(error));
    ({ message } = error);
    return true;
  });
  assert.doesNotMatch(message, /^\s+at /m);
  return message;
}

const verdicts = ({ findings }: Evaluation): readonly string[] =>
  findings.map(({ rule, result, level, urn }) => `${urn.split("::").at(-1)} ${rule} ${result} ${level}`).sort();

describe("a pack that knows nothing of the gate", () => {
  const EXPECTED = [
    "app-dev has-a-key fail mandatory",
    "app-dev names-short pass advisory",
    "app-dev retention-positive pass mandatory",
    "kept names-short pass advisory",
    "kept retention-positive pass mandatory",
    "unknown names-short pass advisory",
    "unknown retention-positive undecided mandatory",
    "without-any-retention-at-all names-short fail advisory",
    "without-any-retention-at-all retention-positive fail mandatory",
  ];

  it("checks, unmodified; what reads an unknown is undecided", async () => {
    const checked = await evaluation("plain");
    assert.deepEqual(checked.pack, { name: "plain", version: "1.2.3" });
    assert.deepEqual(verdicts(checked), EXPECTED);
    assert.equal(checked.notApplicable, 4);
    assert.equal(checked.resources, 4);
    const [failure] = checked.findings.filter(({ result, rule }) => result === "fail" && rule === "retention-positive");
    assert.equal(failure?.message, "retentionInDays is undefined");
    const [undecided] = checked.findings.filter(({ result }) => result === "undecided");
    assert.equal(undecided?.property, "retentionInDays");
  });
  it("is configured: levels, and settings by its schemas", async () => {
    const checked = await evaluation("plain", {
      "retention-positive": "disabled",
      "names-short": { longest: 5, enforcementLevel: "mandatory" },
    });
    assert.deepEqual(verdicts(checked), [
      "app-dev has-a-key fail mandatory",
      "app-dev names-short fail mandatory",
      "kept names-short pass mandatory",
      "unknown names-short fail mandatory",
      "without-any-retention-at-all names-short fail mandatory",
    ]);
  });
  it("may print what it likes before it is ready", async () => {
    assert.deepEqual(verdicts(await evaluation("prints-garbage")), EXPECTED);
  });
});

describe("a pack that cannot check", () => {
  for (const [name, said] of [
    ["throws-at-start", /Error: this pack does not like to start/],
    ["rejects-at-start", /Error: this pack has second thoughts/],
    ["missing-dependency", /Cannot find module 'a-package-that-is-not-installed'/],
    ["ends-at-start", /nothing to do/],
  ] as const) {
    it(`${name}: tells why`, async () => {
      const message = await refusal(() => startPack(options(name)));
      assert.ok(message.startsWith(`The pack in ${packFolder(name)} ended before it was ready (exit code `), message);
      assert.match(message, said);
    });
  }
  it("is ended when it never comes up", async () => {
    const message = await refusal(() => startPack({ ...options("silent"), startTimeout: 1500 }));
    assert.equal(message, `The pack in ${packFolder("silent")} did not start within 1.5 seconds.`);
  });
  it("is refused when nothing answers at the port that it names", async () => {
    const message = await refusal(() => startPack(options("misleading")));
    assert.match(message, /(died while it was asked|gave no answer to) GetAnalyzerInfo/);
  });
  it("tells what it said before it died at a question", async () => {
    const message = await refusal(() => evaluation("dies-at-question"));
    assert.equal(
      message,
      `The pack in ${packFolder("dies-at-question")} died while it was asked Analyze. It said:\nthe pack has had enough`,
    );
  });
  for (const name of ["hangs-at-question", "never-settles"]) {
    it(`${name}: is given up, and its process ended`, async () => {
      let pack: PackProcess | undefined;
      const message = await refusal(async () => {
        pack = await startPack(options(name));
        await evaluate(pack, STATE, { policyConfig: {}, opaque: [] });
      });
      assert.equal(message, `The pack in ${packFolder(name)} gave no answer to Analyze in 2 seconds.`);
      const processId = pack?.processId ?? 0;
      pack?.stop();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.throws(() => process.kill(processId, 0), /ESRCH/);
    });
  }
  it("tells which policy throws what", async () => {
    const message = await refusal(() => evaluation("throws-in-policy"));
    assert.ok(message.startsWith(`The pack in ${packFolder("throws-in-policy")} failed at Analyze: `), message);
    assert.match(message, /TypeError: the policy is wrong/);
  });
  it("is refused when the folder is none of a pack's", async () => {
    const bare = programFolder("javascript");
    assert.equal(
      await refusal(() => startPack({ ...options("plain"), folder: bare })),
      `${bare} is not a policy pack: it has no PulumiPolicy.yaml. Name the folder of a pack.`,
    );
    assert.match(await refusal(() => startPack({ ...options("plain"), folder: os.tmpdir() })), /is not a policy pack/);
  });
});
