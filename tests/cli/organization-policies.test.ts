import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { organizationPolicies } from "../../components/documents/organization/policies";
import { assertRefused, baseline, type Ended, removeTemporaryFolders, temporaryFolder } from "./command";

const DEPLOYER = "arn:aws:iam::*:role/baseline-deployer";

function run(out: string, ...args: readonly string[]): Promise<Ended> {
  return baseline(["organization-policies", "--out", out, ...args]);
}

describe("baseline organization-policies", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("writes the documents by the stack's settings, and says what they do not need", async () => {
    const out = temporaryFolder();
    const { code, stdout, stderr } = await run(out, "--stack", "prod", "--deployer", DEPLOYER);
    assert.deepEqual([code, stderr], [0, ""]);
    const files = fs.readdirSync(out).sort();
    assert.deepEqual(files, [
      ...["ai-opt-out.json", "baseline.json", "evidence.json", "instances.json", "mantle.json", "masking.json"],
      ...["public-buckets.json", "regions.json"],
    ]);
    const regions = fs.readFileSync(path.join(out, "regions.json"), "utf8");
    assert.match(regions, /"aws:RequestedRegion":\["eu-central-1","us-east-1"\]/);
    assert.match(stdout, /^evidence\.json +SERVICE_CONTROL_POLICY +\d+ characters$/m);
    assert.match(stdout, /^Not written: models, because approvedModels names no model, so that any may be invoked\.$/m);
  });

  it("takes every decision as an option, without a stack, and writes no other kinds than are named", async () => {
    const out = temporaryFolder();
    const { code, stderr } = await run(
      out,
      ...["--governed-region", "eu-west-1", "--governed-region", "eu-west-2", "--inference-region", "unspecified"],
      ...["--deployer", DEPLOYER, "--break-glass", "arn:aws:iam::123456789012:role/break-glass"],
      ...["--approved-model", "anthropic.claude-*", "--organization-id", "o-a1b2c3d4e5"],
      ...["--trusted-account", "999988887777"],
      ...["--guardrail", "arn:aws:bedrock:eu-west-1:123456789012:guardrail/abc123:1"],
      ...["--kind", "regions", "--kind", "models", "--kind", "evidence-resources", "--kind", "guardrails"],
    );
    assert.deepEqual([code, stderr], [0, ""]);
    const { policies } = organizationPolicies(
      {
        governedRegions: ["eu-west-1", "eu-west-2"],
        inferenceRegions: ["unspecified"],
        deployers: [DEPLOYER],
        breakGlassPrincipals: ["arn:aws:iam::123456789012:role/break-glass"],
        approvedModels: ["anthropic.claude-*"],
        organizationId: "o-a1b2c3d4e5",
        trustedAccounts: ["999988887777"],
        guardrails: { "eu-west-1": "arn:aws:bedrock:eu-west-1:123456789012:guardrail/abc123:1" },
      },
      ["regions", "models", "evidence-resources", "guardrails"],
    );
    const written = fs.readdirSync(out).map((file) => [file, fs.readFileSync(path.join(out, file), "utf8")]);
    assert.deepEqual(
      Object.fromEntries(written),
      Object.fromEntries(policies.map(({ kind, content }) => [`${kind}.json`, `${content}\n`])),
    );
  });

  it("leaves no document of another run", async () => {
    const out = temporaryFolder();
    const options = ["--governed-region", "eu-west-1", "--deployer", DEPLOYER];
    await run(out, ...options);
    await run(out, ...options, "--kind", "masking");
    assert.deepEqual(fs.readdirSync(out), ["masking.json"]);
  });

  it("names every mistake in settings that it would read", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: ai-governance-baseline\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "Pulumi.prod.yaml"), "config:\n  aws:region: Frankfurt\n");
    const refused = await run(temporaryFolder(), "--program", folder, "--deployer", DEPLOYER);
    assertRefused(refused, 2, /aws:region is not a region name.*Name the governed regions with --governed-region/s);
  });

  const REFUSED: readonly (readonly [readonly string[], RegExp])[] = [
    [["--governed-region", "eu-west-1"], /required option '--deployer <arn\.\.\.>' not specified/],
    [
      ["--governed-region", "eu-west-1", "--deployer", "me"],
      /--deployer is \["me"\]\. Allowed: ARNs of IAM roles and users/,
    ],
    [["--governed-region", "Ireland", "--deployer", DEPLOYER], /--governed-region is \["Ireland"\]/],
    [
      ["--governed-region", "eu-west-1", "--deployer", DEPLOYER, "--kind", "all"],
      /Allowed choices are evidence, baseline/,
    ],
    [
      [
        "--governed-region",
        "eu-west-1",
        ...Array.from({ length: 60 }, (_, n) => ["--deployer", `${DEPLOYER}-${n}-${"x".repeat(40)}`]).flat(),
      ],
      /The policy evidence has \d+ characters, and AWS Organizations takes 10240 of a SERVICE_CONTROL_POLICY/,
    ],
  ];
  for (const [args, message] of REFUSED) {
    it(`refuses ${args.slice(0, 6).join(" ")}`, async () => {
      assertRefused(await run(temporaryFolder(), ...args), 2, message);
    });
  }
});
