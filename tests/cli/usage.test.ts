import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import {
  assertRefused,
  baseline,
  check,
  program,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "./command";

/** Ways to use the command wrongly, and what each is told. */
const MISTAKES: Readonly<Record<string, readonly [args: () => readonly string[], ...said: RegExp[]]>> = {
  "an unknown option": [() => ["--stak", "prod"], /unknown option '--stak'/, /--stack/],
  "an unknown format": [() => ["--format", "html"], /terminal, json, markdown, sarif, junit, code-quality, csv/],
  "an unknown way with what is undecided": [() => ["--undecided", "ignore"], /report, fail/],
  "an account that is none": [() => ["--account", "1234"], /12 digits/],
  "a time that is none": [() => ["--timeout", "0"], /whole number of seconds/],
  "a state and a program at once": [() => ["--state", "state.json", "--program", "."], /cannot be used with/],
  "no more than the verdict, and a line of each finding": [
    () => ["--quiet", "--compact"],
    /'--quiet' cannot be used with .*--compact/,
  ],
  "an argument too many": [() => ["prod"], /too many arguments/],
  "an unknown stack": [() => ["--stack", "production"], /no settings for the stack "production"/, /prod, sandbox/],
  "a folder without a program": [
    () => ["--program", temporaryFolder()],
    /is no Pulumi program: it has no Pulumi\.yaml/,
  ],
  "a program in another language": [
    () => ["--program", path.dirname(temporaryFile("Pulumi.yaml", "name: other\nruntime: python\n"))],
    /"python"/,
    /--state/,
  ],
  "a state file that is not there": [() => ["--state", "no-such-state.json"], /no-such-state\.json .*no such file/],
  "a state file of another kind": [
    () => ["--state", temporaryFile("state.json", { version: 4, terraform_version: "1.9.0" })],
    /is not a stack state/,
    /pulumi stack export/,
  ],
  "a state without resources": [
    () => ["--state", temporaryFile("state.json", { version: 3, deployment: { resources: [] } })],
    /nothing to check/,
  ],
  "a policy configuration that is not there": [
    () => ["--program", program("good"), "--policy-config", "no-such.json"],
    /no-such\.json .*no such file/,
  ],
  "a policy configuration that is not JSON": [
    () => ["--program", program("good"), "--policy-config", temporaryFile("policy.json", "{")],
    /policy\.json is not JSON/,
  ],
  "a policy configuration that is a list": [
    () => ["--program", program("good"), "--policy-config", temporaryFile("policy.json", [])],
    /must hold a JSON object/,
  ],
  "a policy configuration of a rule that is none, a level that is none and a value out of bounds": [
    () => [
      ...["--program", program("good"), "--policy-config"],
      temporaryFile("policy.json", {
        "trail-multi-regoin": "advisory",
        "cloudtrail-trail-multi-region": "fatal",
        "logs-log-group-retention-bounded": { minimumDays: 0 },
      }),
    ],
    /trail-multi-regoin: .*no such policy/,
    /cloudtrail-trail-multi-region: .*fatal/,
    /logs-log-group-retention-bounded: .*minimumDays/,
  ],
  "an exemptions file that is not there": [
    () => ["--program", program("good"), "--exemptions", "no-such.json"],
    /no-such\.json .*no such file/,
  ],
  "an exemptions file that is not JSON": [
    () => ["--program", program("good"), "--exemptions", temporaryFile("exemptions.json", '{"exemptions": [')],
    /exemptions\.json cannot be read/,
  ],
  "an exemptions file of another form": [
    () => ["--program", program("good"), "--exemptions", temporaryFile("exemptions.json", [])],
    /must be a JSON object \{"exemptions": \[\.\.\.\]\}/,
  ],
  "a pack that is no pack": [() => ["--program", program("good"), "--pack", temporaryFolder()], /pack/],
  "a pack that dies": [
    () => {
      const pack = temporaryFolder();
      fs.writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
      fs.writeFileSync(path.join(pack, "package.json"), '{"main": "index.js"}');
      fs.writeFileSync(path.join(pack, "index.js"), 'throw new Error("no rule today");\n');
      fs.symlinkSync(path.resolve("node_modules"), path.join(pack, "node_modules"), "dir");
      return ["--program", program("good"), "--pack", pack];
    },
    /no rule today/,
  ],
  "a folder for the reports that is a file": [
    () => ["--program", program("good"), "--out", temporaryFile("taken", "")],
    /cannot be written/,
    /--out/,
  ],
};

describe("baseline, used wrongly, ends with 2 and says why, given", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  for (const [mistake, [args, ...said]] of Object.entries(MISTAKES)) {
    it(mistake, async () => {
      assertRefused(await check(args()), 2, ...said);
    });
  }

  it("an unknown command", async () => {
    assertRefused(await baseline(["chek"]), 2, /unknown command 'chek'/);
  });
});

describe("baseline, asked about itself, ends with 0:", function () {
  this.timeout(60_000);
  const { version } = JSON.parse(fs.readFileSync(path.resolve("package.json"), "utf8")) as { version: string }; // npm demands one

  it("its version", async () => {
    assert.deepEqual(await baseline(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("its help, which names every option", async () => {
    const { code, stdout, stderr } = await baseline(["check", "--help"]);
    assert.deepEqual([code, stderr], [0, ""]);
    for (const option of [
      "--stack",
      "--program",
      "--state",
      "--pack",
      "--policy-config",
      "--exemptions",
      "--undecided",
      "--only",
      "--skip",
      "--severity",
      "--framework",
    ]) {
      assert.ok(stdout.includes(`${option} <`), option);
    }
  });

  it("the help of its commands on exemptions, which names every option of each", async () => {
    const common = ["--exemptions", "--organization-policy", "--format"];
    const terms = ["--rule", "--urn", "--property", "--reason", "--owner", "--approver", "--expires"];
    for (const [command, own] of Object.entries({ list: [], check: [], expiring: ["--within"], add: terms })) {
      const { code, stdout, stderr } = await baseline(["exemptions", command, "--help"]);
      assert.deepEqual([code, stderr], [0, ""]);
      for (const option of [...common, ...own]) {
        assert.ok(stdout.includes(`${option} <`), `${command} ${option}`);
      }
    }
  });
});
