import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { type Configuration, type ConfigurationOptions, readConfiguration } from "../../cli/configuration";
import { UsageError } from "../../cli/failure";
import { BAD, check, evaluation, program, removeTemporaryFolders, temporaryFile, temporaryFolder } from "./command";

const EXEMPTIONS = { exemptions: [] };

/** A program's folder with these files. */
function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
  }
  return folder;
}

function read(options: ConfigurationOptions, folder?: string): Configuration {
  return readConfiguration(options, folder === undefined ? undefined : { folder, stack: "prod" });
}

function refusal(options: ConfigurationOptions, folder?: string): string {
  let message = "";
  assert.throws(
    () => read(options, folder),
    (error) => {
      assert.ok(error instanceof UsageError, String(error));
      ({ message } = error);
      return true;
    },
  );
  return message;
}

const sha256 = (file: string): string => createHash("sha256").update(fs.readFileSync(file)).digest("hex");

describe("the configuration of a run", () => {
  after(removeTemporaryFolders);

  it("is nothing where nobody gives one", () => {
    assert.deepEqual(read({}), { policyConfig: {}, used: [] });
    assert.deepEqual(read({}, temporaryFolder()), { policyConfig: {}, used: [] });
  });

  it("takes from the program's folder what may only raise levels, and no exemptions", () => {
    const config = { naming: "mandatory" };
    const folder = folderWith({ "policy-config.prod.json": config, "exemptions.json": EXEMPTIONS });
    const { used, ...rest } = read({}, folder);
    assert.deepEqual(rest, { policyConfig: {}, program: config });
    assert.deepEqual(used, [
      {
        kind: "policy configuration",
        path: "policy-config.prod.json",
        sha256: sha256(path.join(folder, "policy-config.prod.json")),
        ofProgram: "may only raise levels",
      },
    ]);
  });

  it("takes all from the program's folder if it is trusted", () => {
    const config = { naming: "disabled" };
    const folder = folderWith({ "policy-config.prod.json": config, "exemptions.json": EXEMPTIONS });
    const { used, ...rest } = read({ trustProgramConfig: true }, folder);
    const text = JSON.stringify(EXEMPTIONS);
    assert.deepEqual(rest, { policyConfig: config, exemptions: [{ name: "exemptions.json", text }] });
    assert.deepEqual(
      used.map(({ kind, path: file, ofProgram }) => [kind, file, ofProgram]),
      [
        ["policy configuration", "policy-config.prod.json", "trusted"],
        ["exemptions", "exemptions.json", "trusted"],
      ],
    );
  });

  it("takes the exemptions of all stacks and of this one from a folder that is trusted, and no other stack's", () => {
    const folder = folderWith({
      "exemptions.json": { exemptions: [1] },
      "exemptions.prod.json": { exemptions: [2] },
      "exemptions.dev.json": { exemptions: [3] },
    });
    assert.equal(read({}, folder).exemptions, undefined);
    const { exemptions, used } = read({ trustProgramConfig: true }, folder);
    assert.deepEqual(exemptions, [
      { name: "exemptions.json", text: '{"exemptions":[1]}' },
      { name: "exemptions.prod.json", text: '{"exemptions":[2]}' },
    ]);
    assert.deepEqual(
      used,
      ["exemptions.json", "exemptions.prod.json"].map((name) => ({
        kind: "exemptions",
        path: name,
        sha256: sha256(path.join(folder, name)),
        ofProgram: "trusted",
      })),
    );
  });

  it("refuses a trusted file of exemptions that is no such file, and names it", () => {
    const folder = folderWith({ "exemptions.json": EXEMPTIONS, "exemptions.prod.json": [] });
    assert.equal(read({}, folder).exemptions, undefined);
    assert.match(
      refusal({ trustProgramConfig: true }, folder),
      /exemptions\.prod\.json must be a JSON object \{"exemptions": \[\.\.\.\]\}\.$/,
    );
    fs.rmSync(path.join(folder, "exemptions.prod.json"));
    fs.symlinkSync("exemptions.json", path.join(folder, "exemptions.prod.json"));
    assert.match(refusal({ trustProgramConfig: true }, folder), /exemptions\.prod\.json is not a plain file/);
  });

  it("prefers the files that the operator names, and names them with their digests", () => {
    const folder = folderWith({
      "policy-config.prod.json": { all: "disabled" },
      "exemptions.json": { exemptions: [1] },
      "exemptions.prod.json": { exemptions: [2] },
    });
    const options = {
      policyConfig: temporaryFile("levels.json", `\uFEFF${JSON.stringify({ naming: "advisory" })}`),
      exemptions: temporaryFile("accepted.json", EXEMPTIONS),
      organizationPolicy: temporaryFile("organization.yml", "levels:\n  all: default\n"),
    };
    for (const trust of [{}, { trustProgramConfig: true } as const]) {
      const { used, ...rest } = read({ ...options, ...trust }, folder);
      assert.deepEqual(rest, {
        policyConfig: { naming: "advisory" },
        exemptions: [{ name: "accepted.json", text: JSON.stringify(EXEMPTIONS) }],
        organization: { levels: { all: "default" }, settings: [], mustCheck: [] },
      });
      assert.deepEqual(
        used,
        [
          ["organization policy", options.organizationPolicy] as const,
          ["policy configuration", options.policyConfig] as const,
          ["exemptions", options.exemptions] as const,
        ].map(([kind, file]) => ({ kind, path: file, sha256: sha256(file) })),
      );
    }
  });

  it("refuses an organization's policy that is no YAML, or has mistakes", () => {
    const broken = temporaryFile("organization.yml", "levels: [");
    assert.match(refusal({ organizationPolicy: broken }), /organization\.yml is neither JSON nor YAML: /);
    const wrong = temporaryFile("organization.json", { levels: { all: "strict" }, setings: [] });
    assert.match(refusal({ organizationPolicy: wrong }), /organization\.json:\n {2}levels\.all: .*\n {2}.*setings/);
    assert.match(refusal({ organizationPolicy: "no-such.yml" }), /no-such\.yml cannot be read: there is no such/);
    assert.match(refusal({ organizationPolicy: temporaryFile("organization.yml", "") }), /the document: /);
  });

  it("refuses what lies in the program's folder and is no plain file, without waiting for it or quoting it", () => {
    const secret = temporaryFile("secret.txt", "hunter2");
    const folder = temporaryFolder();
    const file = path.join(folder, "policy-config.prod.json");
    const plant: Readonly<Record<string, () => void>> = {
      pipe: () => assert.equal(spawnSync("mkfifo", [file]).status, 0),
      link: () => fs.symlinkSync(secret, file),
      "dangling link": () => fs.symlinkSync("nowhere", file),
      folder: () => fs.mkdirSync(file),
    };
    for (const [what, planted] of Object.entries(plant)) {
      planted();
      assert.equal(refusal({}, folder), `${file} is not a plain file. Replace it by one, or remove it.`, what);
      fs.rmSync(file, { recursive: true });
    }
    fs.writeFileSync(file, " ".repeat(1024 * 1024 + 1));
    assert.match(refusal({}, folder), /has 1048577 bytes; a configuration has at most 1048576/);
  });
});

describe("baseline check, configured,", function () {
  this.timeout(60_000);
  after(removeTemporaryFolders);

  it("holds an operator's policy configuration to the organization's policy", async () => {
    const organizationPolicy = temporaryFile("organization.yml", "levels: {all: default}\n");
    const lenient = temporaryFile("policy.json", { all: "advisory" });
    const options = [...BAD, "--organization-policy", organizationPolicy];
    const ended = await check([...options, "--policy-config", lenient]);
    assert.equal(ended.code, 2);
    assert.match(
      ended.stderr,
      /logs-log-group-retention-bounded: the level is advisory; the organization asks for mandatory/,
    );
  });

  it("holds exemptions to the organization's policy, and names the files in the report", async () => {
    const organizationPolicy = temporaryFile("organization.yml", "exemptions: {approvers: [ciso@example.com]}\n");
    const exemptions = temporaryFile("exemptions.json", {
      exemptions: [
        {
          rule: "logs-log-group-retention-bounded",
          urn: "urn:pulumi:dev::bad::aws:cloudwatch/logGroup:LogGroup::logs",
          reason: "moves away",
          owner: "team@example.com",
          approver: "friend@example.com",
          expires: "9999-12-31",
        },
      ],
    });
    const files = ["--organization-policy", organizationPolicy, "--exemptions", exemptions];
    const { code, stdout } = await check([...BAD, ...files]);
    assert.equal(code, 1);
    const text = stdout.replace(/\s+/g, " ");
    assert.match(text, /"friend@example\.com", whom the organization does not name as an approver/);
    for (const file of [organizationPolicy, exemptions]) {
      assert.ok(text.includes(`${file}, SHA-256 ${sha256(file)}`), text);
    }
  });

  it("says in every report in which file an exemption stands, and holds a stack's own to the organization's policy", async () => {
    const folder = program("bad");
    const entry = {
      urn: "urn:pulumi:dev::bad::aws:cloudwatch/logGroup:LogGroup::logs",
      reason: "moves away",
      owner: "team@example.com",
      approver: "ciso@example.com",
      expires: "9999-12-31",
    };
    const [retention, key] = ["logs-log-group-retention-bounded", "logs-log-group-customer-managed-key"];
    const files = {
      "exemptions.json": { exemptions: [{ ...entry, rule: key }] },
      "exemptions.dev.json": { exemptions: [{ ...entry, rule: retention }] },
    };
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
    }
    const findingsOf = async (...args: readonly string[]): Promise<Readonly<Record<string, string>>> => {
      const { findings, out } = await evaluation(["--program", folder, "--preset", "strict", ...args]);
      reports = out;
      return Object.fromEntries(findings.map(({ rule, result, message }) => [rule, `${result}: ${message}`]));
    };
    let reports = "";
    const untrusted = await findingsOf();
    assert.deepEqual([untrusted[retention]?.slice(0, 5), untrusted[key]?.slice(0, 5)], ["fail:", "fail:"]);
    const trusted = await findingsOf("--trust-program-config");
    assert.match(trusted[key] ?? "", /^exempt: .*approved by ciso@example\.com, in exemptions\.json: moves away/);
    assert.match(trusted[retention] ?? "", /^exempt: .*approved by ciso@example\.com, in exemptions\.dev\.json: moves/);
    for (const report of ["verdict.md", "findings.sarif", "findings.junit.xml", "findings.json", "controls.csv"]) {
      // Some forms escape signs, or break lines.
      assert.match(fs.readFileSync(path.join(reports, report), "utf8"), /\bin exemptions\W{1,3}dev\W{1,3}json/, report);
    }
    const organizationPolicy = temporaryFile("organization.yml", `exemptions: {never: [${retention}]}\n`);
    const limited = await findingsOf("--trust-program-config", "--organization-policy", organizationPolicy);
    assert.match(limited[key] ?? "", /^exempt: /);
    assert.match(limited[retention] ?? "", /^fail: /);
    assert.match(limited["exemptions-file-valid"] ?? "", /exemption 1 of exemptions\.dev\.json .*allows no exemption/);
  });

  it("refuses to trust a program where there is none", async () => {
    const ended = await check(["--state", "state.json", "--trust-program-config"]);
    assert.equal(ended.code, 2);
    assert.match(ended.stderr, /cannot be used with/);
  });
});
