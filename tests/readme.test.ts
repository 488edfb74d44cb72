import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { JsonDocument } from "../reports/json";
import { REPOSITORY } from "./support/prod-state";

const README = fs.readFileSync(path.join(REPOSITORY, "README.md"), "utf8");

interface Block {
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = [...README.matchAll(/^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm)].map(
  ({ groups }) => ({ language: groups?.["language"] ?? "", text: groups?.["text"] ?? "" }),
);

/** Commands of `sh` blocks that are not run here, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  "npm ci": "would take away the packages of the run that this test is part of; a clean clone runs it before any test",
  "npm test": "would run this test, which would run all tests, without end",
};

/** Commands of `console` blocks, none of which is run here, and why. */
const NEEDS_MORE: Readonly<Record<string, string>> = {
  "node cli/baseline.js preflight": "needs an AWS account; tests/account runs it on simulated ones",
  "curl -fsSL https://get.pulumi.com | sh": "installs the Pulumi CLI on the machine",
  "pulumi login": "logs in to a backend",
  "pulumi stack init prod": "needs a backend",
  "pulumi preview --policy-pack policies": "needs an AWS account; tests/engine runs it against a provider of its own",
  "pulumi up --policy-pack policies": "needs an AWS account; tests/engine runs it against a provider of its own",
  "pulumi up --stack sandbox --policy-pack policies --policy-pack-config policy-config.sandbox.json":
    "needs an AWS account; tests/engine runs it against a provider of its own",
  "pulumi stack export --stack prod --file state.json": "needs a backend with a deployed stack",
  "node cli/baseline.js verify --state state.json": "needs an AWS account; tests/cli runs it on a simulated one",
  "node cli/baseline.js access-review --state state.json --fail-on outside unmask":
    "needs an AWS account; tests/simulated-account runs it on a simulated one",
  'node cli/baseline.js exemptions add --rule logs-log-group-customer-managed-key --urn "urn:pulumi:prod::assistant::*" --property kmsKeyId --reason "Holds no customer data" --owner team@example.com --approver ciso@example.com --expires 2099-12-31':
    "leaves a file behind, to which it can be added once only; tests/cli/exemptions runs it",
  "node cli/baseline.js exemptions list": "needs the file that the one before leaves; tests/cli/exemptions runs it",
  "node cli/baseline.js exemptions check --organization-policy organization-policy.yml":
    "needs an organization's policy of one's own; tests/cli/exemptions runs it",
  "node cli/baseline.js exemptions expiring --within 14":
    "needs the file that the first leaves; tests/cli/exemptions runs it",
};

/** Commands that are meant to end with another exit code than 0. */
const EXIT_CODES: Readonly<Record<string, number>> = {
  "node cli/baseline.js check --program examples/team-program": 1,
  // The run before it has left the state that it checked, which fails.
  "node cli/baseline.js check --state baseline-report/state.json --out baseline-report/again": 1,
  "node cli/baseline.js check --program examples/team-program --format json --undecided fail": 1,
};

function commandsIn(language: string): readonly string[] {
  return BLOCKS.filter((block) => block.language === language)
    .flatMap(({ text }) => text.trim().split("\n"))
    .flatMap((line) => line.replace(/^\$ /, "").split(" && "));
}

/** The one sample of the README in a language that holds a word. */
function sample(word: string, language = "json"): string {
  const found = BLOCKS.filter((block) => block.language === language && block.text.includes(word));
  assert.equal(found.length, 1, word);
  return found[0]?.text ?? "";
}

describe("The README", function () {
  this.timeout(180_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-readme-"));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** A command as the README has it, in this checkout, with what it printed on standard output. */
  function run(command: string, expected: number): string {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: REPOSITORY, encoding: "utf8" });
    assert.equal(status, expected, `${command}\n${stdout}\n${stderr}`);
    return stdout;
  }

  for (const command of new Set(commandsIn("sh").filter((each) => !(each in NOT_RUN)))) {
    it(`has a command that does what it says: ${command}`, () => {
      assert.notEqual(run(command, EXIT_CODES[command] ?? 0), "");
    });
  }

  it("has no command that neither runs here nor is listed with the reason", () => {
    assert.deepEqual([...commandsIn("console")].sort(), Object.keys(NEEDS_MORE).sort());
    for (const command of [...Object.keys(NOT_RUN), ...Object.keys(EXIT_CODES)]) {
      assert.ok(commandsIn("sh").includes(command), command);
    }
  });

  it("shows output that is real, shortened where it says so", () => {
    const outputs = [
      run("npm start --silent", 0),
      run("head -n 2 baseline-report/controls.csv", 0),
      run("node cli/baseline.js check --program examples/team-program", 1),
      run("node cli/baseline.js cost", 0),
    ].map(withoutFigures);
    const shown = BLOCKS.filter(({ language }) => language === "text").map(({ text }) => withoutFigures(text));
    assert.equal(shown.length, outputs.length);
    for (const text of shown) {
      const parts = text.split(/^ *\.\.\.\n|\.\.\.$/m).map((part) => part.trim());
      assert.ok(
        outputs.some((output) => parts.every((part) => output.includes(part))),
        text,
      );
    }
  });

  it("has samples of a policy configuration and of exemptions that work as it says", () => {
    const configuration = path.join(folder, "policy-config.json");
    const exemptions = path.join(folder, "exemptions.json");
    fs.writeFileSync(configuration, sample('"logs-log-group-retention-bounded"'));
    fs.writeFileSync(exemptions, sample('"exemptions"'));
    const out = path.join(folder, "report");
    const options = `--policy-config ${configuration} --exemptions ${exemptions} --format json --out ${out}`;
    const stdout = run(`node cli/baseline.js check --program examples/team-program ${options}`, 1);
    const { findings } = JSON.parse(stdout) as JsonDocument; // the command's own form
    const verdicts = Object.fromEntries(findings.map(({ rule, result, level }) => [rule, `${result}, ${level}`]));
    assert.equal(verdicts["logs-log-group-retention-bounded"], "pass, mandatory");
    assert.equal(verdicts["logs-log-group-deletion-protection-enabled"], "fail, advisory");
    assert.match(verdicts["logs-log-group-customer-managed-key"] ?? "", /^exempt/);
    assert.equal(verdicts["logs-log-group-protected"], undefined);
    assert.notEqual(verdicts["exemptions-file-valid"]?.split(",")[0], "fail");
  });

  it("has a sample of an organization's policy that holds the samples of configuration and exemptions to it", () => {
    const files = { "policy-config.json": "{}", "exemptions.json": sample('"exemptions"') };
    for (const [name, text] of Object.entries({ ...files, "organization.yml": sample("longestDays", "yaml") })) {
      fs.writeFileSync(path.join(folder, name), text);
    }
    const at = (name: string): string => path.join(folder, name);
    const command = `node cli/baseline.js check --program examples/team-program --organization-policy ${at("organization.yml")} --out ${at("report")}`;
    const stdout = run(`${command} --exemptions ${at("exemptions.json")} --format json`, 1);
    const { findings } = JSON.parse(stdout) as JsonDocument; // the command's own form
    assert.ok(findings.some(({ message }) => message.includes("the organization allows 180 days")));
    fs.writeFileSync(at("policy-config.json"), sample('"logs-log-group-retention-bounded"'));
    run(
      `${command} --policy-config ${at("policy-config.json")} 2>&1 >&2 | grep "minimumDays is 7; the organization asks for at least 30"`,
      0,
    );
  });

  it("links only to files that are there", () => {
    for (const [, target = ""] of README.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      assert.ok(fs.existsSync(path.join(REPOSITORY, target)), target);
    }
  });
});

/** Text in which every number is the same and every gap is one space: times and counts differ from day to day. */
function withoutFigures(text: string): string {
  return text
    .replace(/\d+(\.\d+)?/g, "N")
    .replace(/-{5,}/g, "-----")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ $/gm, "");
}
