import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse as parseYaml } from "yaml";
import { type ConfigurationOptions, readConfiguration, startConfiguredPack } from "../../cli/configuration";
import { UsageError } from "../../cli/failure";
import { evaluate } from "../../gate/evaluate";
import { type OrganizationPolicy, parseOrganizationPolicy } from "../../gate/organization-policy";
import { type PolicyConfig, PolicyConfigError } from "../../gate/policy-config";
import {
  type Exemption,
  type ExemptionLimits,
  NO_LIMITS,
  readExemptions,
  sortExemptions,
} from "../../policies/exemptions";
import { exempt } from "../../policies/result";
import { check, removeTemporaryFolders, temporaryFile, temporaryFolder } from "../cli/command";
import { readBack } from "../policies/worded";
import { sampleReport } from "../reports/sample";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import { BAD_LOG_GROUP, LOG_GROUP, judged, urn } from "./support-silence";
import { rendered } from "./support-reports";

const RULE = "logs-log-group-retention-bounded";
const TODAY = "2026-03-15";

/** An exemption of the bad log group. */
const EXEMPTION: Exemption = {
  rule: RULE,
  urn: urn(LOG_GROUP, "logs"),
  reason: "we say so",
  owner: "team@example.com",
  approver: "ciso@example.com",
  expires: "2026-04-14",
};

/** Tries, and leaves nothing behind. */
function cleanly(attempt: () => void | Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await attempt();
    } finally {
      removeTemporaryFolders();
    }
  };
}

/** A program's folder in which these files lie. */
function judgedFolder(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const configurationOf = (folder: string, options: ConfigurationOptions = {}) =>
  readConfiguration(options, { folder, stack: "prod" });

/** A policy configuration in the judged folder is refused, and each rule is named. */
async function programIsRefused(config: PolicyConfig, ...said: readonly string[]): Promise<void> {
  const folder = judgedFolder({ "policy-config.prod.json": JSON.stringify(config) });
  await assert.rejects(judged(BAD_LOG_GROUP, configurationOf(folder)), (error) => {
    assert.ok(error instanceof PolicyConfigError, String(error));
    for (const words of said) {
      assert.ok(error.message.includes(words), error.message);
    }
    return true;
  });
}

function organization(content: unknown): OrganizationPolicy {
  const parsed = parseOrganizationPolicy(content);
  return parsed.ok ? parsed.policy : assert.fail(parsed.mistakes.join("; "));
}

/** A configuration is refused for what an organization's policy asks. */
async function floorHolds(policyConfig: PolicyConfig, content: unknown, said: string): Promise<void> {
  await assert.rejects(
    judged(BAD_LOG_GROUP, { policyConfig, organization: organization(content) }),
    (error) => error instanceof PolicyConfigError && error.message.includes(said),
  );
}

/** What becomes of the exemption, changed, under an organization's limits. */
function applies(change: Partial<Exemption>, exemptions: object): boolean {
  // The pack is told them as JSON, of the form that both sides declare.
  const limits = JSON.parse(JSON.stringify(organization({ exemptions }).exemptions)) as ExemptionLimits;
  return sortExemptions([{ ...EXEMPTION, ...change }], new Set([RULE]), TODAY, limits).inForce.length === 1;
}

export const CONFIGURATION_ATTACKS: readonly Attack[] = [
  {
    id: "program-disables-rule",
    class: "configuration",
    attack: "The pull request adds a policy-config.STACK.json beside the program that disables the rule it violates.",
    outcome:
      "Refused, exit code 2, and the rule is named: a file in the judged folder may raise levels, and nothing else.",
    run: cleanly(() =>
      programIsRefused(
        { [RULE]: "disabled" },
        `${RULE}: lowers the level from mandatory to disabled`,
        "--trust-program",
      ),
    ),
  },
  {
    id: "program-lowers-all",
    class: "configuration",
    attack: "The file beside the program makes advice of every rule.",
    outcome: "Refused, exit code 2, and each rule is named.",
    run: cleanly(() =>
      programIsRefused(
        { all: { enforcementLevel: "advisory" } },
        `${RULE}: lowers the level from mandatory to advisory`,
        "cloudtrail-trail-multi-region: lowers",
      ),
    ),
  },
  {
    id: "program-changes-settings",
    class: "configuration",
    attack: "The file beside the program keeps the level and widens what the rule lets pass.",
    outcome: "Refused, exit code 2: whether a setting loosens, only its rule could tell.",
    run: cleanly(() =>
      programIsRefused({ [RULE]: { enforcementLevel: "mandatory", minimumDays: 1 } }, `${RULE}: changes minimumDays`),
    ),
  },
  {
    id: "program-hides-in-names",
    class: "configuration",
    attack: "The file beside the program uses names that every JavaScript object has, or rules that no pack has.",
    outcome: "Refused, exit code 2.",
    run: cleanly(async () => {
      for (const text of ['{"__proto__": {"all": "disabled"}}', '{"constructor": "disabled"}', '{"ALL": "disabled"}']) {
        await programIsRefused(JSON.parse(text) as PolicyConfig, "has no such policy"); // of that form
      }
    }),
  },
  {
    id: "configuration-is-a-pipe",
    class: "configuration",
    attack: "A named pipe, a folder or an endless file lies where the program's configuration is looked for.",
    outcome: "Refused at once, exit code 2: only a plain file of at most 1 MiB is read.",
    run: cleanly(() => {
      const folder = judgedFolder({});
      const file = path.join(folder, "policy-config.prod.json");
      assert.equal(spawnSync("mkfifo", [file]).status, 0);
      assert.throws(() => configurationOf(folder), UsageError);
      fs.rmSync(file);
      fs.symlinkSync("/dev/zero", file);
      assert.throws(() => configurationOf(folder), UsageError);
      fs.rmSync(file);
      fs.writeFileSync(file, "");
      fs.truncateSync(file, 1024 ** 3);
      assert.throws(() => configurationOf(folder), /has 1073741824 bytes/);
    }),
  },
  {
    id: "configuration-is-a-link",
    class: "configuration",
    attack:
      "The file beside the program is a link to a secret of the machine, which the message about bad JSON would quote.",
    outcome: "Refused without being read: no link in the judged folder is followed.",
    run: cleanly(() => {
      const folder = judgedFolder({});
      fs.symlinkSync(temporaryFile("credentials", "hunter2"), path.join(folder, "policy-config.prod.json"));
      assert.throws(
        () => configurationOf(folder),
        (error) => error instanceof UsageError && !error.message.includes("hunter2"),
      );
    }),
  },
  {
    id: "exemptions-beside-program",
    class: "configuration",
    attack: "The pull request adds an exemptions.json or an exemptions.STACK.json beside the program.",
    outcome: "It counts for nothing, unless the operator names it or passes --trust-program-config.",
    remains:
      "Exemptions that the operator names in the workspace of the pull request are those of the pull request. Name reviewed ones.",
    run: cleanly(() => {
      const text = JSON.stringify({ exemptions: [EXEMPTION] });
      for (const name of ["exemptions.json", "exemptions.prod.json"]) {
        const folder = judgedFolder({ [name]: text });
        assert.equal(configurationOf(folder).exemptions, undefined);
        assert.deepEqual(configurationOf(folder, { trustProgramConfig: true }).exemptions, [{ name, text }]);
      }
    }),
  },
  {
    id: "exemptions-beside-pack",
    class: "configuration",
    attack:
      "A package of the program puts an exemptions.json into the folder above the pack, where packs are installed.",
    outcome: "No folder is searched: the pack reads the file that it is told, and no other.",
    run: cleanly(() => {
      const folder = judgedFolder({ "exemptions.json": JSON.stringify({ exemptions: [EXEMPTION] }) });
      const pack = path.join(folder, "pack");
      fs.mkdirSync(pack);
      const before = process.cwd();
      try {
        process.chdir(pack);
        const book = readExemptions({}, new Set([RULE]), TODAY);
        assert.equal(book.find({ rule: RULE, urn: EXEMPTION.urn, property: "retentionInDays" }), undefined);
      } finally {
        process.chdir(before);
      }
    }),
  },
  {
    id: "exemptions-by-variable",
    class: "configuration",
    attack: "A variable that the job inherited names exemptions that the operator did not.",
    outcome: "The gate sets the variable itself: without --exemptions there are none.",
    run: cleanly(async () => {
      const file = temporaryFile("exemptions.json", { exemptions: [{ ...EXEMPTION, expires: "9999-12-31" }] });
      const before = process.env["BASELINE_EXEMPTIONS"];
      process.env["BASELINE_EXEMPTIONS"] = file;
      const pack = await startConfiguredPack(path.join(REPOSITORY, "policies"), readConfiguration({}), {});
      try {
        const { findings } = await evaluate(pack, BAD_LOG_GROUP, { policyConfig: {}, opaque: [] });
        assert.equal(findings.find(({ rule }) => rule === RULE)?.result, "fail");
      } finally {
        pack.stop();
        if (before === undefined) {
          Reflect.deleteProperty(process.env, "BASELINE_EXEMPTIONS");
        } else {
          process.env["BASELINE_EXEMPTIONS"] = before;
        }
      }
    }),
  },
  {
    id: "program-rewrites-configuration",
    class: "configuration",
    attack:
      "While it runs, the program writes to the exemptions and the levels that the operator named, and to those beside it.",
    outcome: "All of them were read before the program began, and the pack is told what was read.",
    run: cleanly(async () => {
      const exemptions = JSON.stringify({ exemptions: [{ ...EXEMPTION, urn: "urn:pulumi:*", expires: "9999-12-31" }] });
      const rewrites = [
        "exemptions.json",
        "policy-config.dev.json",
        "operator-exemptions.json",
        "operator-levels.json",
      ];
      const folder = judgedFolder({
        "Pulumi.yaml": "name: app\nruntime: nodejs\n",
        "Pulumi.dev.yaml": "config:\n  aws:region: eu-central-1\n",
        "package.json": '{"main": "index.js"}',
        "operator-exemptions.json": '{"exemptions": []}',
        "operator-levels.json": "{}",
        "index.js": `
          const fs = require("fs");
          const path = require("path");
          for (const name of ${JSON.stringify(rewrites)}) {
            const text = name.includes("exemptions") ? ${JSON.stringify(exemptions)} : '{"all": "disabled"}';
            fs.writeFileSync(path.join(__dirname, name), text);
          }
          const aws = require("@pulumi/aws");
          new aws.cloudwatch.LogGroup("logs", { retentionInDays: 3 });
        `,
      });
      fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"), "dir");
      const { code, stdout, stderr } = await check([
        ...["--program", folder, "--stack", "dev", "--preset", "strict"],
        ...["--exemptions", path.join(folder, "operator-exemptions.json")],
        ...["--policy-config", path.join(folder, "operator-levels.json")],
      ]);
      assert.equal(code, 1, stdout + stderr);
      assert.doesNotMatch(stdout, /PASS:|EXEMPT/);
    }),
  },
  {
    id: "operator-below-organization",
    class: "configuration",
    attack: "The stack's own --policy-config disables a rule, or lowers all, below what the organization asks for.",
    outcome: "Refused, exit code 2, and each rule is named.",
    run: async () => {
      const said = `${RULE}: the level is disabled; the organization asks for mandatory`;
      await floorHolds({ [RULE]: "disabled" }, { levels: { [RULE]: "mandatory" } }, said);
      await floorHolds({ all: "disabled" }, { levels: { all: "default" } }, said);
    },
  },
  {
    id: "trusted-below-organization",
    class: "configuration",
    attack: "The program's folder is trusted, and lowers what the organization asks for.",
    outcome: "Refused, exit code 2: trust reaches down to the organization's floors.",
    run: cleanly(async () => {
      const folder = judgedFolder({ "policy-config.prod.json": '{"all": "disabled"}' });
      const organizationPolicy = temporaryFile("organization.yml", "levels: {all: advisory}\n");
      const configuration = configurationOf(folder, { trustProgramConfig: true, organizationPolicy });
      await assert.rejects(judged(BAD_LOG_GROUP, configuration), /the organization asks for advisory/);
    }),
  },
  {
    id: "setting-below-organization",
    class: "configuration",
    attack: "A --policy-config lets logs be kept for a day, though the organization asks for a year.",
    outcome: "Refused, exit code 2, with the value and the bound; what nobody configured is raised to the bound.",
    run: async () => {
      const content = { settings: [{ rule: RULE, setting: "minimumDays", minimum: 365 }] };
      await floorHolds(
        { [RULE]: { minimumDays: 1 } },
        content,
        "minimumDays is 1; the organization asks for at least 365",
      );
      const { findings } = await judged(BAD_LOG_GROUP, { organization: organization(content) });
      assert.match(findings.find(({ rule }) => rule === RULE)?.message ?? "", /set it to 365 to/);
    },
  },
  {
    id: "bounded-rule-disabled",
    class: "configuration",
    attack: "A rule whose settings the organization bounds is switched off, so that the bound means nothing.",
    outcome: "Refused, exit code 2: a rule with a bounded setting keeps the pack's level.",
    run: () =>
      floorHolds(
        { [RULE]: "disabled" },
        { settings: [{ rule: RULE, setting: "minimumDays", minimum: 30 }] },
        `${RULE}: the level is disabled`,
      ),
  },
  {
    id: "organization-names-absent-rule",
    class: "configuration",
    attack: "A pack without the rules that the organization relies on takes the place of the one that has them.",
    outcome: "Refused, exit code 2, and each missing rule is named.",
    run: () =>
      assert.rejects(
        judged(BAD_LOG_GROUP, { organization: organization({ levels: { "a-rule-of-ours": "mandatory" } }) }),
        /a-rule-of-ours: the pack ai-governance-baseline has no such policy/,
      ),
  },
  {
    id: "organization-policy-says-nothing",
    class: "configuration",
    attack: "The organization's policy is emptied, cut off, or its parts misspelt, so that it sets no floor.",
    outcome: "Refused, exit code 2, with every mistake.",
    run: cleanly(() => {
      for (const text of [
        "",
        "[]",
        "levels",
        "level: {all: default}",
        "exemptions: {approver: [x]}",
        "levels: {all: ",
      ]) {
        const organizationPolicy = temporaryFile("organization.yml", text);
        assert.throws(() => readConfiguration({ organizationPolicy }), UsageError, text);
      }
    }),
    remains:
      "A file that says {} is a policy without floors. Keep it where those who are judged cannot change it; every report has its digest.",
  },
  {
    id: "approver-not-named",
    class: "configuration",
    attack: "An exemption is approved by somebody who may not, or by a name that only looks like one who may.",
    outcome: "It does not apply, and is reported.",
    run: () => {
      const approvers = { approvers: ["ciso@example.com"] };
      assert.ok(applies({}, approvers));
      for (const approver of [
        "team-lead@example.com",
        "ci\u0455o@example.com",
        "ciso@example.com, x",
        "ciso@example.co\u200Bm",
      ]) {
        assert.equal(applies({ approver }, approvers), false, approver);
      }
    },
  },
  {
    id: "owner-approves",
    class: "configuration",
    attack: "The owner of an exemption approves it, under another capitalization.",
    outcome: "It does not apply, and is reported.",
    run: () => {
      assert.equal(applies({ owner: "CISO@example.com " }, { approvers: ["ciso@example.com"] }), false);
      assert.ok(applies({ owner: "CISO@example.com " }, { ownerMayApprove: true }));
    },
  },
  {
    id: "exemption-for-ever",
    class: "configuration",
    attack: "An exemption lasts until 9999, or for a day more than the organization allows.",
    outcome: "It does not apply, and is reported with the last day that is allowed.",
    run: () => {
      assert.ok(applies({ expires: "2026-04-14" }, { longestDays: 30 }));
      assert.equal(applies({ expires: "2026-04-15" }, { longestDays: 30 }), false);
      assert.equal(applies({ expires: "9999-12-31" }, { longestDays: 30 }), false);
    },
    remains: "An exemption can be renewed each time before it expires; each renewal has to be approved.",
  },
  {
    id: "exemption-from-the-headline",
    class: "configuration",
    attack: "An approved exemption sets aside a rule that the organization never wants set aside.",
    outcome: "It does not apply, and is reported.",
    run: () => {
      assert.equal(applies({}, { never: [RULE] }), false);
      assert.equal(applies({}, { never: ["all"] }), false);
      assert.ok(applies({}, { never: ["kms-key-rotation-enabled"] }));
    },
  },
  {
    id: "program-excuses-itself",
    class: "configuration",
    attack: "The program leaves out what a rule asks for, and states a reason in its own settings (off).",
    outcome:
      "Exempt, with the reason in every report; a failure where the organization's policy has a part on exemptions.",
    remains: "Without an organization's policy, a reason is all that it takes. The reports list each.",
    run: () => {
      const stated = exempt("trail", "is off: we have our own");
      assert.equal(readBack(stated).result, "exempt");
      assert.equal(readBack(stated, { limits: { ...NO_LIMITS, statedByProgram: false } }).result, "fail");
      assert.equal(organization({ exemptions: {} }).exemptions?.statedByProgram, false);
    },
  },
  {
    id: "weakening-unseen",
    class: "configuration",
    attack: "Rules are weakened by a configuration that nobody reading the reports would know of.",
    outcome: "Every report names each file that was used, with its digest, and each rule that it weakened.",
    run: () => {
      const sha256 = "5f".repeat(32);
      const report = {
        ...sampleReport,
        configuration: [{ kind: "policy configuration", path: "levels.json", sha256 } as const],
        evaluation: { ...sampleReport.evaluation, weakened: [{ rule: "bucket-named", change: "is disabled" }] },
      };
      for (const [format, output] of Object.entries(rendered(report))) {
        // Where a long word may go on in the next line, it is still one.
        const text = output.replaceAll("<wbr>", "").replace(/\s+/g, " ");
        for (const words of ["levels.json", sha256, "bucket-named", "is disabled"]) {
          assert.ok(text.includes(words), `${format}: ${words}`);
        }
      }
    },
  },
  {
    id: "workflow-of-the-pull-request",
    class: "configuration",
    attack: "The pull request changes the levels, the exemptions or the gate that the example workflow checks it by.",
    outcome:
      "The workflow takes the gate from a pinned commit outside the workspace, levels and exemptions from the branch that the pull request goes to, runs no script of a package, and gives its job no secret.",
    remains:
      "The workflow file itself is the pull request's, as in every CI system. Make the check required, and protect .github/ by code owners.",
    run: () => {
      const text = fs.readFileSync(path.join(REPOSITORY, "examples/gate-in-ci/gate.yml"), "utf8");
      // The cast says what a workflow's form is.
      const { jobs } = parseYaml(text) as {
        jobs: { gate: { permissions: object; steps: readonly { run?: string; with?: { ref?: string } }[] } };
      };
      const script = jobs.gate.steps.map(({ run = "" }) => run).join("\n");
      assert.deepEqual(jobs.gate.permissions, { contents: "read" });
      assert.match(jobs.gate.steps[0]?.with?.ref ?? "", /^[0-9a-f]{40}$/);
      assert.match(script, /node "\$RUNNER_TEMP\/gate\/cli\/baseline\.js" check/);
      assert.match(script, /npm ci --prefix program --ignore-scripts/);
      assert.doesNotMatch(script, /--trust-program-config|--exemptions (?!"\$exemptions")/);
      assert.doesNotMatch(text, /secrets\.|pull_request_target/);
    },
  },
];
