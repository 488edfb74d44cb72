import assert from "node:assert/strict";
import * as os from "node:os";
import { judge } from "../../gate/judge";
import { PackError, type PackOptions, type PackProcess, startPack } from "../../gate/pack-process";
import type { Judgement } from "../../gate/finding";
import type { ResourceState, StackState, WireMap } from "../../state/stack-state";
import { UNKNOWN_VALUE } from "../../state/wire";
import { programFolder } from "../preview/foreign-program";

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

const options = (name: string): PackOptions => ({
  folder: programFolder(`packs/${name}`),
  engineAddress: "127.0.0.1:1",
  environment: {},
  startTimeout: 15_000,
  answerTimeout: 2000,
});

async function judgement(name: string, policyConfig = {}): Promise<Judgement> {
  const pack = await startPack(options(name));
  try {
    return await judge(pack, STATE, { policyConfig, opaque: [] });
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

const verdicts = ({ findings }: Judgement): readonly string[] =>
  findings.map(({ rule, verdict, level, urn }) => `${urn.split("::").at(-1)} ${rule} ${verdict} ${level}`).sort();

describe("a pack that knows nothing of the gate", () => {
  const EXPECTED = [
    "app-dev has-a-key fail mandatory",
    "app-dev names-short pass advisory",
    "app-dev retention-positive pass mandatory",
    "kept names-short pass advisory",
    "kept retention-positive pass mandatory",
    "unknown names-short pass advisory",
    "unknown retention-positive undecided advisory",
    "without-any-retention-at-all names-short fail advisory",
    "without-any-retention-at-all retention-positive fail mandatory",
  ];

  it("judges, unmodified; what reads an unknown is undecided", async () => {
    const judged = await judgement("plain");
    assert.deepEqual(judged.pack, { name: "plain", version: "1.2.3" });
    assert.deepEqual(verdicts(judged), EXPECTED);
    assert.equal(judged.notApplicable, 4);
    assert.equal(judged.resources, 4);
    const [failure] = judged.findings.filter(
      ({ verdict, rule }) => verdict === "fail" && rule === "retention-positive",
    );
    assert.equal(failure?.message, "retentionInDays is undefined");
    const [undecided] = judged.findings.filter(({ verdict }) => verdict === "undecided");
    assert.equal(undecided?.property, "retentionInDays");
  });
  it("is configured: levels, and settings by its schemas", async () => {
    const judged = await judgement("plain", {
      "retention-positive": "disabled",
      "names-short": { longest: 5, enforcementLevel: "mandatory" },
    });
    assert.deepEqual(verdicts(judged), [
      "app-dev has-a-key fail mandatory",
      "app-dev names-short fail mandatory",
      "kept names-short pass mandatory",
      "unknown names-short fail mandatory",
      "without-any-retention-at-all names-short fail mandatory",
    ]);
  });
  it("may print what it likes before it is ready", async () => {
    assert.deepEqual(verdicts(await judgement("prints-garbage")), EXPECTED);
  });
});

describe("a pack that cannot judge", () => {
  const folder = (name: string): string => programFolder(`packs/${name}`);

  for (const [name, said] of [
    ["throws-at-start", /Error: this pack does not like to start/],
    ["rejects-at-start", /Error: this pack has second thoughts/],
    ["missing-dependency", /Cannot find module 'a-package-that-is-not-installed'/],
    ["ends-at-start", /nothing to do/],
  ] as const) {
    it(`${name}: tells why`, async () => {
      const message = await refusal(() => startPack(options(name)));
      assert.ok(message.startsWith(`The pack in ${folder(name)} ended before it was ready (exit code `), message);
      assert.match(message, said);
    });
  }
  it("is ended when it never comes up", async () => {
    const message = await refusal(() => startPack({ ...options("silent"), startTimeout: 1500 }));
    assert.equal(message, `The pack in ${folder("silent")} did not start within 1.5 seconds.`);
  });
  it("is refused when nothing answers at the port that it names", async () => {
    const message = await refusal(() => startPack(options("misleading")));
    assert.match(message, /(died while it was asked|gave no answer to) GetAnalyzerInfo/);
  });
  it("tells what it said before it died at a question", async () => {
    const message = await refusal(() => judgement("dies-at-question"));
    assert.equal(
      message,
      `The pack in ${folder("dies-at-question")} died while it was asked Analyze. It said:\nthe pack has had enough`,
    );
  });
  for (const name of ["hangs-at-question", "never-settles"]) {
    it(`${name}: is given up, and its process ended`, async () => {
      let pack: PackProcess | undefined;
      const message = await refusal(async () => {
        pack = await startPack(options(name));
        await judge(pack, STATE, { policyConfig: {}, opaque: [] });
      });
      assert.equal(message, `The pack in ${folder(name)} gave no answer to Analyze in 2 seconds.`);
      const processId = pack?.processId ?? 0;
      pack?.stop();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.throws(() => process.kill(processId, 0), /ESRCH/);
    });
  }
  it("tells which policy throws what", async () => {
    const message = await refusal(() => judgement("throws-in-policy"));
    assert.ok(message.startsWith(`The pack in ${folder("throws-in-policy")} failed at Analyze: `), message);
    assert.match(message, /TypeError: the policy is wrong/);
  });
  it("is refused when the folder is none of a pack's", async () => {
    const bare = programFolder("javascript");
    assert.equal(
      await refusal(() => startPack({ ...options("plain"), folder: bare })),
      `${bare} is no policy pack: it has no PulumiPolicy.yaml. Name the folder of a pack.`,
    );
    assert.match(await refusal(() => startPack({ ...options("plain"), folder: os.tmpdir() })), /is no policy pack/);
  });
});
