import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { StackState } from "../../pulumi/stack-state";
import type { JsonDocument } from "../../reports/json";
import {
  assertPlain,
  assertRefused,
  check,
  copyOfCheckout,
  evaluation,
  removeTemporaryFolders,
  temporaryFile,
} from "./command";

const REPORT_FILES = [
  "controls.csv",
  "findings.json",
  "findings.junit.xml",
  "findings.sarif",
  "gl-code-quality-report.json",
  "state.json",
  "verdict.md",
];

describe("baseline check on this project's own stacks", function () {
  this.timeout(180_000);
  let prodState = "";

  before(async () => {
    const prod = await check([]);
    assert.equal(prod.code, 0, prod.stderr + prod.stdout);
    assert.match(prod.stdout, /^PASS: nothing mandatory fails$/m);
    assert.match(prod.stdout, /^ai-governance-baseline\/prod, account 111122223333, eu-central-1$/m);
    assert.match(
      prod.stdout,
      /^Program: \.\nSettings: Pulumi\.prod\.yaml\nPack: policies\nPolicy configuration: none\nExemptions: none\nReports: /m,
    );
    assertPlain(prod.stdout + prod.stderr);
    prodState = path.join(prod.out, "state.json");
    assert.deepEqual(fs.readdirSync(prod.out).sort(), REPORT_FILES);
  });
  after(removeTemporaryFolders);

  it("passes the sandbox, without a warning of what its profile decides", async () => {
    const untrusted = await check(["--stack", "sandbox"]);
    assertRefused(
      untrusted,
      2,
      /kms-key-protected: lowers the level from mandatory to disabled/,
      /--trust-program-config/,
    );
    const { code, summary, findings } = await evaluation(["--stack", "sandbox", "--trust-program-config"]);
    assert.equal(code, 0);
    assert.equal(summary.verdict, "pass");
    assert.equal(summary.account.id, "444455556666");
    assert.equal(summary.mandatoryFailures, 0);
    // The rest is for the account to decide: whom to tell, and who may remove a key.
    assert.deepEqual([...new Set(findings.filter(({ result }) => result === "fail").map(({ rule }) => rule))].sort(), [
      "account-security-contact-exists",
      "cloudtrail-sns-notifications-enabled",
      "kms-evidence-key-removal-restricted",
    ]);
    assert.deepEqual(
      summary.configuration.map(({ path: file, ofProgram }) => [file, ofProgram]),
      [["policy-config.sandbox.json", "trusted"]],
    );
    assert.ok(summary.weakened.some(({ rule, change }) => `${rule} ${change}` === "kms-key-protected is disabled"));
    assert.ok(findings.every(({ result, level }) => result !== "fail" || level === "advisory"));
  });

  it("checks the state that it wrote as it checked the program", async () => {
    const { code, summary } = await evaluation(["--state", prodState]);
    const { summary: ofProgram } = JSON.parse(
      fs.readFileSync(path.join(path.dirname(prodState), "findings.json"), "utf8"),
    ) as { summary: typeof summary }; // the same report, read from its file
    assert.equal(code, 0);
    assert.deepEqual(summary.verdicts, ofProgram.verdicts);
    assert.deepEqual([summary.project, summary.stack], [ofProgram.project, ofProgram.stack]);
  });

  it("fails a state in which the trail was narrowed to one region, and names the rule", async () => {
    const state = JSON.parse(fs.readFileSync(prodState, "utf8")) as StackState; // written by the run above
    const trail = state.deployment.resources.find(({ type }) => type === "aws:cloudtrail/trail:Trail");
    assert.ok(trail);
    const changed = { ...trail, inputs: { ...trail.inputs, isMultiRegionTrail: false } };
    const resources = state.deployment.resources.map((resource) => (resource === trail ? changed : resource));
    const file = temporaryFile("state.json", { ...state, deployment: { ...state.deployment, resources } });
    const { code, findings } = await evaluation(["--state", file]);
    assert.equal(code, 1);
    assert.deepEqual(
      findings.filter(({ result }) => result === "fail").map(({ rule, urn }) => [rule, urn]),
      [["cloudtrail-trail-multi-region", trail.urn]],
    );
  });

  it("refuses a state that was cut in half", async () => {
    const text = fs.readFileSync(prodState, "utf8");
    const file = temporaryFile("state.json", text.slice(0, text.length / 2));
    assertRefused(await check(["--state", file]), 2, /state\.json is not JSON/, /cut off/);
  });

  it("refuses wrong settings with every mistake at once, and declares nothing", async () => {
    const home = copyOfCheckout();
    const file = path.join(home, "Pulumi.prod.yaml");
    const settings = fs
      .readFileSync(file, "utf8")
      .replace("profile: regulated", "profile: strict")
      .replace('"111122223333"', '"1111"')
      .concat("  ai-governance-baseline:auditRetentionDays: 5\n", "  ai-governance-baseline:objektLockDays: 30\n");
    fs.writeFileSync(file, settings);
    const refused = await check([], { home });
    assertRefused(refused, 2, /^The settings have 4 mistakes; nothing was declared\.$/m);
    for (const [option, got] of [
      ["ai-governance-baseline:profile", '"strict"'],
      ["aws:allowedAccountIds[0]", '"1111"'],
      ["ai-governance-baseline:auditRetentionDays", '"5"'],
      ["ai-governance-baseline:objektLockDays", "did you mean objectLockDays?"],
    ] as const) {
      assert.ok(refused.stderr.includes(`  ${option}`), option);
      assert.ok(refused.stderr.includes(got), got);
    }
    const { summary } = JSON.parse(fs.readFileSync(path.join(refused.out, "findings.json"), "utf8")) as {
      summary: { verdict: string; exitCode: number }; // the form of a report without a result
    };
    assert.deepEqual([summary.verdict, summary.exitCode], ["not-checked", 2]);
  });

  it("refuses settings that are not YAML", async () => {
    const home = copyOfCheckout();
    fs.writeFileSync(path.join(home, "Pulumi.prod.yaml"), "config: [\n");
    assertRefused(await check([], { home }), 2, /Pulumi\.prod\.yaml is not YAML/);
  });

  it("says of what a stack adopts and leaves out that it is undecided and exempt, with the stack's own reason in every report", async () => {
    const home = copyOfCheckout();
    const reason = "The platform team records this account elsewhere";
    const settings = {
      "aws:region": "eu-central-1",
      "aws:allowedAccountIds": ["111122223333"],
      "ai-governance-baseline:trail": {
        mode: "existing",
        arn: "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization",
      },
      "ai-governance-baseline:recorder": { mode: "off", reason },
      "ai-governance-baseline:invocationLogging": { mode: "off", reason },
    };
    fs.writeFileSync(path.join(home, "Pulumi.modes.yaml"), JSON.stringify({ config: settings }));
    const ended = await check(["--stack", "modes"], { home });
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);

    const report = JSON.parse(fs.readFileSync(path.join(ended.out, "findings.json"), "utf8")) as JsonDocument; // its own form
    const urn = "urn:pulumi:modes::ai-governance-baseline::ai-governance-baseline:index:AccountBaseline::baseline";
    const excused = (rule: string, what: string) => ({
      rule,
      urn,
      result: "exempt",
      level: "advisory",
      property: "governedRegions.0",
      message: `does without ${what}: ${reason}`,
    });
    assert.deepEqual(
      report.findings
        .filter((finding) => finding.urn === urn)
        .map(({ rule, result, level, property, message }) => ({ rule, urn, result, level, property, message }))
        .sort((one, other) => one.rule.localeCompare(other.rule)),
      [
        {
          rule: "account-security-contact-exists",
          urn,
          result: "fail",
          level: "advisory",
          property: "alternateContacts",
          message: "has no security contact; declare AlternateContacts with one",
        },
        excused("bedrock-account-invocation-logging-exists", "model invocation logging"),
        {
          rule: "cloudtrail-account-trail-exists",
          urn,
          result: "undecided",
          level: "mandatory",
          property: "trail",
          message:
            'relies on "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization", which the account has adopted and this ' +
            "stack does not declare; baseline verify checks it",
        },
        {
          rule: "cloudwatch-account-audit-alarms-exist",
          urn,
          result: "undecided",
          level: "mandatory",
          property: "governedRegions",
          message:
            'relies on "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization", which the account has adopted and this ' +
            "stack does not declare; baseline verify checks it",
        },
        excused("config-account-baseline-rules-exist", "a recorder"),
        excused("config-account-periodic-checks-exist", "a recorder"),
        excused("config-account-recorder-exists", "a recorder"),
        excused("config-account-required-rules-exist", "a recorder"),
      ],
    );
    // The terminal breaks the lines of its table.
    assert.ok(
      ended.stdout.replace(/\s+/g, " ").includes(`does without a recorder: ${reason.split(" ")[0] ?? ""}`),
      ended.stdout,
    );
    for (const file of ["verdict.md", "findings.sarif", "findings.junit.xml", "findings.json"]) {
      assert.ok(fs.readFileSync(path.join(ended.out, file), "utf8").includes(reason), file);
    }
  });

  it("fails when one option of a component is loosened", async () => {
    const home = copyOfCheckout();
    const file = path.join(home, "components/cloudtrail/audit-trail-resources.ts");
    const text = fs.readFileSync(file, "utf8");
    const loosened = text.replace("enableLogFileValidation: true", "enableLogFileValidation: false");
    assert.notEqual(loosened, text);
    fs.writeFileSync(file, loosened);
    const ended = await check([], { home });
    assert.equal(ended.code, 1, ended.stderr);
    assert.match(ended.stdout, /^FAIL +\w+ +cloudtrail-log-file-validation-enabled/m);
    assert.match(ended.stdout, /^FAIL: 1 mandatory failure$/m);
  });
});
