import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { conformancePackTemplate } from "../../components/documents/config-conformance-pack";
import { type ConfigRulesChoice, planConfigRules } from "../../components/documents/config-rules-plan";
import { assertRefused, baseline, type Ended, removeTemporaryFolders, temporaryFolder } from "./command";

function run(out: string, ...args: readonly string[]): Promise<Ended> {
  return baseline(["conformance-pack", "--out", out, ...args]);
}

function templateOf(choice: ConfigRulesChoice, region: string): string {
  return `${conformancePackTemplate(planConfigRules(choice, region))}\n`;
}

function writtenTo(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fs.readdirSync(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), "utf8")]),
  );
}

describe("baseline conformance-pack", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("writes the rules of the baseline for each governed region of the stack, those on IAM at home alone", async () => {
    const out = temporaryFolder();
    const { code, stdout, stderr } = await run(out, "--stack", "prod");
    assert.deepEqual([code, stderr], [0, ""]);
    const home = templateOf({}, "eu-central-1");
    const other = templateOf({ globalResourceRules: false }, "us-east-1");
    assert.deepEqual(writtenTo(out), { "eu-central-1.json": home, "us-east-1.json": other });
    assert.match(home, /"access-keys-rotated"/);
    assert.doesNotMatch(other, /"access-keys-rotated"/);
    assert.match(stdout, /^eu-central-1\.json +\d+ rules +\d+ bytes$/m);
  });

  it("takes regions and rules as options, without a stack, and says what a region does not offer", async () => {
    const out = temporaryFolder();
    const retention = ["--rule", "access-keys-rotated", "cw-loggroup-retention-period-check"];
    const { code, stdout } = await run(
      out,
      ...["--region", "eu-west-1", "me-central-1", ...retention, "--minimum-log-retention-days", "90"],
    );
    assert.equal(code, 0);
    const minimumLogRetentionDays = 90;
    const rules = ["access-keys-rotated", "cw-loggroup-retention-period-check"] as const;
    assert.deepEqual(writtenTo(out), {
      "eu-west-1.json": templateOf({ rules, minimumLogRetentionDays }, "eu-west-1"),
      "me-central-1.json": templateOf({ rules: [rules[1]], minimumLogRetentionDays }, "me-central-1"),
    });
    assert.match(stdout, /^Not offered in me-central-1: cw-loggroup-retention-period-check/m);
  });

  it("leaves no template of another run", async () => {
    const out = temporaryFolder();
    await run(out, "--region", "eu-west-1", "eu-west-2");
    await run(out, "--region", "eu-west-2");
    assert.deepEqual(fs.readdirSync(out), ["eu-west-2.json"]);
  });

  it("names every mistake in settings that it would read", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: ai-governance-baseline\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "Pulumi.prod.yaml"), "config:\n  aws:region: Frankfurt\n");
    const refused = await run(temporaryFolder(), "--program", folder);
    assertRefused(refused, 2, /aws:region is not a region name.*Name the regions with --region to read no settings/s);
  });

  const REFUSED: readonly (readonly [readonly string[], RegExp])[] = [
    [["--region", "Ireland"], /--region is "Ireland"\. Allowed: names of AWS regions/],
    [["--region", "eu-west-1", "--rule", "vpc-flow-logs"], /Allowed choices are/],
    [["--region", "eu-west-1", "--minimum-log-retention-days", "100"], /minimumLogRetentionDays is 100; /],
    [
      ["--region", "eu-west-1", "--rule", "cloudtrail-enabled", "--minimum-log-retention-days", "90"],
      /minimumLogRetentionDays would be ignored/,
    ],
  ];
  for (const [args, message] of REFUSED) {
    it(`refuses ${args.join(" ")}`, async () => {
      assertRefused(await run(temporaryFolder(), ...args), 2, message);
    });
  }
});
