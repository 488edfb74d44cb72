import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import {
  BAD,
  assertPlain,
  assertRefused,
  check,
  evaluation,
  program,
  removeTemporaryFolders,
  temporaryFile,
} from "./command";

const LOGS = "urn:pulumi:dev::bad::aws:cloudwatch/logGroup:LogGroup::logs";

/** An exemption of the bad program's log group. */
function exemption(rule: string, expires = "9999-12-31"): Readonly<Record<string, string>> {
  return { rule, urn: LOGS, reason: "moves away", owner: "team@example.com", approver: "ciso@example.com", expires };
}

describe("baseline check on the program of another team", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("ends with 0 when nothing mandatory fails", async () => {
    const { code, stdout, stderr } = await check(["--program", program("good")]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^PASS: nothing mandatory fails$/m);
    assert.doesNotMatch(stdout, /cloudtrail-account-trail-exists/, "a team's stack needs no trail of its own");
  });

  it("ends with 1 when something mandatory fails, names it, and writes every report", async () => {
    const { code, stdout, stderr, out } = await check(BAD);
    assert.equal(code, 1, stderr);
    assert.match(stdout, /^FAIL +high +logs-log-group-retention-bounded +retentionInDays is 3;/m);
    assert.match(stdout, /^FAIL: 3 mandatory failures, 1 advisory failure$/m);
    assert.match(stdout, /index\.js:5/, "the source line");
    assertPlain(stdout + stderr);
    for (const file of ["controls.csv", "findings.json", "findings.junit.xml", "findings.sarif", "verdict.md"]) {
      assert.ok(fs.statSync(path.join(out, file)).size > 0, file);
    }
    assert.match(
      fs.readFileSync(path.join(out, "findings.sarif"), "utf8"),
      /"ruleId": "logs-log-group-retention-bounded"/,
    );
  });

  it("prints the same document that it writes, and nothing else, in each format for machines", async () => {
    const files = {
      markdown: "verdict.md",
      sarif: "findings.sarif",
      junit: "findings.junit.xml",
      "code-quality": "gl-code-quality-report.json",
      csv: "controls.csv",
    };
    for (const [format, file] of Object.entries(files)) {
      const { code, stdout, out } = await check([...BAD, "--format", format]);
      assert.equal(code, 1);
      assert.equal(stdout, fs.readFileSync(path.join(out, file), "utf8"), format);
    }
  });

  it("prints one JSON document with a summary and findings", async () => {
    const { code, summary, findings, stdout, out } = await evaluation(BAD);
    assert.equal(code, 1);
    assert.equal(stdout, fs.readFileSync(path.join(out, "findings.json"), "utf8"));
    assert.equal(summary.verdict, "fail");
    assert.deepEqual([summary.project, summary.stack, summary.account.id], ["bad", "dev", "111122223333"]);
    const failed = findings.filter(({ result, level }) => result === "fail" && level === "mandatory");
    assert.equal(summary.mandatoryFailures, failed.length);
    const [finding] = failed;
    assert.deepEqual([finding?.rule, finding?.urn], ["logs-log-group-retention-bounded", LOGS]);
    assert.deepEqual([finding?.severity, finding?.property], ["high", "retentionInDays"]);
    assert.deepEqual(finding?.relatedChecks, ["checkov:CKV_AWS_66"]);
    assert.deepEqual([finding.source?.file, finding.source?.line], ["index.js", 5]);
    assert.ok(findings.some(({ result }) => result === "pass"));
  });

  it("writes no secret into any report", async () => {
    const { code, out, stdout, stderr } = await check(["--program", program("secrets"), "--preset", "strict"]);
    assert.equal(code, 1);
    const texts = fs.readdirSync(out).map((file) => fs.readFileSync(path.join(out, file), "utf8"));
    for (const text of [...texts, stdout, stderr]) {
      assert.doesNotMatch(text, /hunter2|swordfish|correct-horse/);
    }
  });

  it("passes what cannot be decided only when it is told to report it", async () => {
    const reported = await evaluation(["--program", program("undecided")]);
    assert.equal(reported.code, 0);
    assert.equal(reported.summary.verdicts.undecided, 2);
    assert.deepEqual(
      reported.findings.filter(({ result }) => result === "undecided").map(({ rule }) => rule),
      ["kms-key-rotation-enabled", "preview-complete"],
    );
    const failed = await check(["--program", program("undecided"), "--undecided", "fail"]);
    assert.equal(failed.code, 1);
    assert.match(failed.stdout, /^FAIL: .*undecided/m);
  });

  it("follows the policy configuration", async () => {
    const lenient = temporaryFile("policy.json", {
      all: "advisory",
      "logs-log-group-customer-managed-key": "disabled",
      "logs-log-group-retention-bounded": { minimumDays: 3 },
    });
    const { code, findings } = await evaluation([...BAD, "--policy-config", lenient]);
    assert.equal(code, 0);
    const verdicts = Object.fromEntries(findings.map(({ rule, result, level }) => [rule, `${result}, ${level}`]));
    assert.equal(verdicts["logs-log-group-retention-bounded"], "pass, advisory");
    assert.equal(verdicts["logs-log-group-deletion-protection-enabled"], "fail, advisory");
    assert.equal(verdicts["logs-log-group-customer-managed-key"], undefined);
  });

  it("ends with 3 when the program throws, and says what the program said", async () => {
    assertRefused(
      await check(["--program", program("throws")]),
      3,
      /the table of regions is empty/,
      /cli-programs-throws/,
    );
  });

  it("ends with 3 when the program never ends", async () => {
    const refused = await check(["--program", program("never-ends"), "--timeout", "3"]);
    assertRefused(refused, 3, /did not end within 3 seconds/, /--timeout/);
  });
});

describe("baseline check with exemptions", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("lets exactly the exempted finding through, and reports the exemption", async () => {
    const rules = [
      "logs-log-group-retention-bounded",
      "logs-log-group-customer-managed-key",
      "logs-log-group-deletion-protection-enabled",
    ];
    const all = temporaryFile("exemptions.json", { exemptions: rules.map((rule) => exemption(rule)) });
    const { code, findings } = await evaluation([...BAD, "--exemptions", all]);
    assert.equal(code, 0);
    const exempt = findings.filter(({ result }) => result === "exempt");
    assert.deepEqual(exempt.map(({ rule }) => rule).sort(), [...rules].sort());
    for (const { message } of exempt) {
      assert.match(
        message,
        /exempt until 9999-12-31, owner team@example\.com, approved by ciso@example\.com, in exemptions\.json: moves away/,
      );
    }

    const one = temporaryFile("exemptions.json", { exemptions: [exemption("logs-log-group-customer-managed-key")] });
    assert.equal((await evaluation([...BAD, "--exemptions", one])).code, 1);
  });

  it("applies none that has expired, is malformed or names no rule, and reports each, with those that nothing needs", async () => {
    const file = temporaryFile("exemptions.json", {
      exemptions: [
        exemption("logs-log-group-retention-bounded", "2024-02-29"),
        { ...exemption("logs-log-group-customer-managed-key"), approver: "" },
        exemption("log-group-customer-kye"),
        exemption("cloudtrail-trail-multi-region"),
      ],
    });
    const { code, summary, findings } = await evaluation([...BAD, "--exemptions", file]);
    assert.equal(code, 1);
    assert.equal(summary.verdicts.exempt, 0);
    assert.equal(summary.mandatoryFailures, 3);
    const reported = findings.filter(({ rule, result }) => rule === "exemptions-file-valid" && result === "fail");
    const said = reported.map(({ message }) => message).join("\n");
    assert.equal(reported.length, 4, said);
    for (const words of [
      /expired on 2024-02-29/,
      /lacks approver/,
      /"log-group-customer-kye"/,
      /exemption from cloudtrail-trail-multi-region for .* in exemptions\.json, which no finding of this stack needs/,
    ]) {
      assert.match(said, words);
    }
  });
});

describe("baseline check, when it is not let finish,", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("checks all the same when nobody reads its output any more", async () => {
    const { code, stderr, out } = await check(BAD, {
      meanwhile: ({ stdout }) => stdout.destroy(),
    });
    assert.equal(code, 1, stderr);
    assertPlain(stderr);
    assert.doesNotMatch(stderr, /EPIPE|defect/);
    assert.ok(fs.existsSync(path.join(out, "findings.json")));
  });

  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 } as const)) {
    it(`ends with the program and the pack on ${signal}`, async () => {
      const ended = await check(["--program", program("never-ends"), "--timeout", "60"], {
        meanwhile: (child) => {
          child.stderr.once("data", () => setTimeout(() => child.kill(signal as NodeJS.Signals), 500)); // a key of the table
        },
      });
      assert.equal(ended.code, code);
      assert.equal(ended.stdout, "");
      assertPlain(ended.stderr);
    });
  }
});
