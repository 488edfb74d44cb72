import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parse } from "yaml";
import { type Call, policiesAllow } from "../policies/iam/calls";
import { parseStackState } from "../pulumi/read-state";
import { type ResourceState, urnParts, type WireMap } from "../pulumi/stack-state";
import type { JsonDocument } from "../reports/json";
import { parseSettings } from "../settings/parse";
import { baseline } from "./cli/command";
import { breachOf, serviceGrants } from "./facts/support/grant-breaches";
import { REPOSITORY } from "./support/prod-state";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const WORKFLOW = path.join(REPOSITORY, "examples/gate-in-ci/gate.yml");
const SCHEDULED = path.join(REPOSITORY, "examples/gate-in-ci/exemptions.yml");

describe("The example of the gate in CI", function () {
  this.timeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-example-"));
  const text = fs.readFileSync(WORKFLOW, "utf8");
  // The casts say what a workflow's form is; a step that is not there fails the test.
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const summary = path.join(folder, "summary.md");
  const temporary = path.join(folder, "temporary");

  before(() => {
    // What the steps before would have put there: the program with its packages, the gate, and what has been reviewed.
    fs.cpSync(path.join(REPOSITORY, "examples/team-program"), path.join(folder, "program"), { recursive: true });
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "program/node_modules"), "dir");
    fs.mkdirSync(path.join(temporary, "reviewed"), { recursive: true });
    fs.symlinkSync(REPOSITORY, path.join(temporary, "gate"), "dir");
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function runStep(name: string): number | null {
    const script = steps.find((step) => step.name === name)?.run;
    assert.ok(script !== undefined, name);
    const env = { ...process.env, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: temporary };
    return spawnSync("bash", ["-e", "-c", script], { cwd: folder, env, encoding: "utf8" }).status;
  }

  it("takes every action by a commit, as this repository's own workflow does", () => {
    const own = fs.readFileSync(path.join(REPOSITORY, ".github/workflows/ci.yml"), "utf8");
    const scheduled = fs.readFileSync(SCHEDULED, "utf8");
    const uses = [text, scheduled, own].flatMap((workflow) =>
      workflow.split("\n").filter((line) => /\buses:/.test(line)),
    );
    assert.ok(uses.length > 0);
    // A tag can be moved to other code; the version is for whoever reads it, and for tools that update it.
    assert.deepEqual(
      uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
      [],
    );
  });

  it("turns the step red when something mandatory fails, and shows the verdict", () => {
    assert.equal(runStep("Check the program"), 1);
    // The other job downloads what this one kept.
    fs.renameSync(path.join(temporary, "report"), path.join(folder, "report"));
    assert.equal(runStep("Show the verdict"), 0);
    assert.match(fs.readFileSync(summary, "utf8"), /FAIL: 7 mandatory failures/);
    assert.ok(fs.existsSync(path.join(folder, "report/findings.sarif")));
  });

  it("takes levels and exemptions from what has been reviewed, and not from the pull request", () => {
    const lenient = JSON.stringify({ all: "disabled" });
    const file = path.join(folder, "program/policy-config.prod.json");
    fs.writeFileSync(file, lenient);
    fs.writeFileSync(path.join(folder, "program/exemptions.json"), "{");
    assert.equal(runStep("Check the program"), 2, "refused");
    fs.rmSync(file);
    assert.equal(runStep("Check the program"), 1);
    // Reviewed, but below what the organization asks for.
    fs.writeFileSync(path.join(temporary, "reviewed/policy-config.prod.json"), lenient);
    assert.equal(runStep("Check the program"), 2);
    fs.writeFileSync(path.join(temporary, "reviewed/policy-config.prod.json"), "{}");
    fs.writeFileSync(path.join(temporary, "reviewed/exemptions.json"), '{"exemptions": []}');
    assert.equal(runStep("Check the program"), 1);
    const findings = fs.readFileSync(path.join(temporary, "report/findings.json"), "utf8");
    const { summary: told } = JSON.parse(findings) as JsonDocument; // the command's own form
    assert.deepEqual(
      told.configuration.map(({ kind }) => kind),
      ["organization policy", "policy configuration", "exemptions"],
    );
  });

  it("has a scheduled job that fails by exemptions that do not apply or expire, and by no others", () => {
    // The cast says what a workflow's form is; a step that is not there fails the test.
    const scheduled = parse(fs.readFileSync(SCHEDULED, "utf8")) as Workflow;
    const job = scheduled.jobs["exemptions"];
    assert.deepEqual([scheduled.permissions, job?.permissions], [{}, { contents: "read" }]);
    const home = path.join(folder, "scheduled");
    fs.mkdirSync(path.join(home, "reviewed"), { recursive: true });
    fs.symlinkSync(REPOSITORY, path.join(home, "gate"), "dir");
    const run = (name: string): number | null => {
      const script = job?.steps.find((step) => step.name === name)?.run ?? assert.fail(name);
      return spawnSync("bash", ["-e", "-c", script], { cwd: home, encoding: "utf8" }).status;
    };
    const endings = (days: number, approver: string): readonly (number | null)[] => {
      const entry = {
        rule: "logs-log-group-customer-managed-key",
        urn: "urn:pulumi:prod::assistant::*",
        reason: "Holds no customer data",
        owner: "team@example.com",
        approver,
        expires: new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
      };
      fs.writeFileSync(path.join(home, "reviewed/exemptions.json"), JSON.stringify({ exemptions: [entry] }));
      return [run("Name the exemptions that do not apply"), run("Name the exemptions that expire")];
    };
    assert.deepEqual(endings(100, "ciso@example.com"), [0, 0]);
    assert.deepEqual(endings(10, "ciso@example.com"), [0, 1]);
    assert.deepEqual(endings(100, "friend@example.com"), [1, 0]);
  });

  it("gives what the pull request decides no secret, no token and no script of a package", () => {
    assert.equal(workflow.on, "pull_request", "pull_request_target would run it with the secrets of the repository");
    assert.deepEqual(workflow.permissions, {});
    assert.doesNotMatch(text, /secrets\./);
    assert.deepEqual(workflow.jobs["gate"]?.permissions, { contents: "read" });
    for (const { uses = "", with: given = {}, run = "" } of workflow.jobs["gate"].steps) {
      if (uses.startsWith("actions/checkout@")) {
        assert.equal(given["persist-credentials"], false);
      }
      if (run.includes("npm ci") && run.includes("program")) {
        assert.match(run, /--ignore-scripts/);
      }
    }
    const [gate] = workflow.jobs["gate"].steps;
    assert.match(String(gate?.with?.["ref"]), /^[0-9a-f]{40}$/, "a branch or a tag can be moved");
    const publishes = (workflow.jobs["publish"]?.steps ?? []).map(({ run = "", uses = "" }) => `${run}${uses}`).join();
    assert.doesNotMatch(publishes, /checkout|npm|node /);
  });
});

describe("The example of policies for an organization", function () {
  this.timeout(120_000);
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-organization-"));
  after(() => fs.rmSync(out, { recursive: true, force: true }));

  it("passes the gate, with every policy that its README names but guardrails, attached to the unit", async () => {
    const folder = path.join(REPOSITORY, "examples/organization-policies");
    const { code } = await baseline(["check", "--program", folder, "--stack", "prod", "--out", out]);
    assert.equal(code, 0);
    const { resources } = parseStackState(fs.readFileSync(path.join(out, "state.json"), "utf8"), "prod").deployment;
    const policies = resources.filter(({ type }) => type === "aws:organizations/policy:Policy");
    const attachments = resources.filter(({ type }) => type === "aws:organizations/policyAttachment:PolicyAttachment");
    const readme = fs.readFileSync(path.join(folder, "README.md"), "utf8");
    const kinds = [...readme.matchAll(/^\| `([\w-]+)`/gm)].map(([, kind]) => `ai-governance-${kind ?? ""}`);
    assert.deepEqual(
      policies.map(({ urn }) => urnParts(urn).name).sort(),
      kinds.filter((name) => name !== "ai-governance-guardrails").sort(),
    );
    assert.deepEqual(
      attachments.map(({ inputs }) => [inputs["policyId"], inputs["targetId"]]).sort(),
      policies.map(({ id }) => [id, "ou-abcd-12345678"]).sort(),
    );
  });
});

describe("The example of remediation", function () {
  this.timeout(120_000);
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-remediation-"));
  after(() => fs.rmSync(out, { recursive: true, force: true }));

  it("passes the gate with nothing undecided, and has a remediation for each rule of its README", async () => {
    const folder = path.join(REPOSITORY, "examples/config-remediation");
    const { code } = await baseline([
      ...["check", "--program", folder, "--stack", "prod", "--out", out],
      ...["--undecided", "fail"],
    ]);
    assert.equal(code, 0);
    const state = parseStackState(fs.readFileSync(path.join(out, "state.json"), "utf8"), "prod");
    const { resources } = state.deployment;
    const readme = fs.readFileSync(path.join(folder, "README.md"), "utf8");
    const rules = [...readme.matchAll(/^\| `([\w-]+)`/gm)].map(([, rule]) => `drift-${rule ?? ""}`).sort();
    const namesOf = (type: string, property: string) =>
      resources
        .filter((resource) => resource.type === type)
        .map(({ inputs }) => inputs[property])
        .sort();
    const grants = serviceGrants(resources);
    assert.equal(grants.length, 3);
    assert.deepEqual(
      grants.flatMap((grant) => breachOf(grant) ?? []),
      [],
    );
    assert.equal(rules.length, 3);
    assert.deepEqual(namesOf("aws:cfg/rule:Rule", "name"), rules);
    assert.deepEqual(namesOf("aws:cfg/remediationConfiguration:RemediationConfiguration", "configRuleName"), rules);
  });
});

/** One side of the example, checked by the command. */
interface Side {
  readonly code: number | null;
  readonly resources: readonly ResourceState[];
  readonly findings: JsonDocument["findings"];
}

describe("The example of a log archive", function () {
  this.timeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-archive-"));
  const SOURCE = "111122223333";
  const PARTITION = "arn:aws";
  let archive: Side;
  let source: Side;

  before(async () => {
    archive = await checked("archive");
    source = await checked("source");
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function checked(side: string): Promise<Side> {
    const out = path.join(folder, side);
    const program = path.join(REPOSITORY, "examples/log-archive", side);
    const { code } = await baseline(["check", "--program", program, "--stack", "prod", "--out", out]);
    const read = (name: string): string => fs.readFileSync(path.join(out, name), "utf8");
    // The command writes this form.
    const { findings } = JSON.parse(read("findings.json")) as JsonDocument;
    return { code, resources: parseStackState(read("state.json"), side).deployment.resources, findings };
  }

  it("passes the gate on both sides", () => {
    assert.deepEqual([archive.code, source.code], [0, 0]);
  });

  it("leaves nothing open but what only the archive's stack can show", () => {
    const open = ({ findings }: Side): readonly string[] =>
      findings.filter(({ result }) => result !== "pass").map(({ rule, result }) => `${result} ${rule}`);
    assert.deepEqual(open(archive), []);
    assert.deepEqual([...open(source)].sort(), [
      // An advice: nobody here is told of each log file.
      "fail cloudtrail-sns-notifications-enabled",
      "undecided cloudtrail-bucket-allows-delivery",
      "undecided cloudtrail-bucket-object-lock",
      "undecided cloudtrail-bucket-retention",
      "undecided cloudtrail-key-allows-encryption",
      "undecided config-delivery-bucket-allows-delivery",
      "undecided config-delivery-bucket-retention",
      "undecided config-delivery-bucket-without-object-lock",
      "undecided config-delivery-key-allows-encryption",
    ]);
  });

  it("names in the source what the archive makes", () => {
    const { s3BucketName: trailBucket, kmsKeyId } = the(source, "aws:cloudtrail/trail:Trail", "evidence");
    const { s3BucketName: configBucket, s3KmsKeyArn } = the(
      source,
      "aws:cfg/deliveryChannel:DeliveryChannel",
      "history-channel",
    );
    assert.equal(trailBucket, the(archive, "aws:s3/bucket:Bucket", "log-archive-trails")["bucket"]);
    assert.equal(configBucket, the(archive, "aws:s3/bucket:Bucket", "log-archive-config")["bucket"]);
    // The ids of keys are AWS's to choose; account and region of the archive are known.
    for (const key of [kmsKeyId, s3KmsKeyArn]) {
      assert.match(text(key), /^arn:aws:kms:eu-central-1:999988887777:key\//);
    }
  });

  it("locks the log files and not the configuration history", () => {
    assert.equal(the(archive, "aws:s3/bucket:Bucket", "log-archive-trails")["objectLockEnabled"], true);
    assert.equal(the(archive, "aws:s3/bucket:Bucket", "log-archive-config")["objectLockEnabled"], false);
  });

  it("lets the source's trail deliver to the archive's bucket and encrypt with its key, in every region", () => {
    const trail = trailOf(source);
    const bucket = bucketArn("log-archive-trails");
    const from = { "aws:sourcearn": trail, "aws:sourceaccount": SOURCE, "aws:securetransport": "true" };
    const written = { ...from, "s3:x-amz-acl": "bucket-owner-full-control" };
    const bucketCalls = [
      { action: "s3:GetBucketAcl", resource: bucket, context: from },
      { action: "s3:PutObject", resource: `${bucket}/AWSLogs/${SOURCE}/CloudTrail/us-east-1/a.gz`, context: written },
      { action: "s3:PutObject", resource: `${bucket}/AWSLogs/${SOURCE}/CloudTrail-Digest/a.gz`, context: written },
    ];
    const elsewhere = trail.replace("eu-central-1", "us-east-1");
    const keyCalls = [
      { action: "kms:GenerateDataKey", context: { ...from, "kms:encryptioncontext:aws:cloudtrail:arn": elsewhere } },
      { action: "kms:DescribeKey", context: from },
      { action: "kms:Decrypt", context: from },
    ];
    assertAllowed("cloudtrail.amazonaws.com", "log-archive-trails", bucketCalls, true);
    assertAllowed("cloudtrail.amazonaws.com", "log-archive-trail-key", keyCalls, true);

    const other = { "aws:sourcearn": trail.replace("trail/evidence", "trail/other") };
    const foreign = { "aws:sourcearn": trail.replace(SOURCE, "123123123123"), "aws:sourceaccount": "123123123123" };
    for (const wrong of [other, foreign]) {
      const changed = (calls: readonly Omit<Call, "service">[]) =>
        calls.map((call) => ({ ...call, context: { ...call.context, ...wrong } }));
      assertAllowed("cloudtrail.amazonaws.com", "log-archive-trails", changed(bucketCalls), false);
      assertAllowed("cloudtrail.amazonaws.com", "log-archive-trail-key", changed(keyCalls), false);
    }
    const insecure = bucketCalls.map((call) => ({
      ...call,
      context: { ...call.context, "aws:securetransport": "false" },
    }));
    assertAllowed("cloudtrail.amazonaws.com", "log-archive-trails", insecure, false);
  });

  it("lets AWS Config deliver for the source, and for no account that is not named", () => {
    const bucket = bucketArn("log-archive-config");
    const calls = (account: string, prefix = account): readonly Omit<Call, "service">[] => {
      const from = {
        "aws:sourceaccount": account,
        "aws:sourcearn": `${PARTITION}:config:us-east-1:${account}:*`,
        "aws:securetransport": "true",
        "s3:x-amz-acl": "bucket-owner-full-control",
      };
      return [
        { action: "s3:GetBucketAcl", resource: bucket, context: from },
        { action: "s3:ListBucket", resource: bucket, context: from },
        { action: "s3:PutObject", resource: `${bucket}/AWSLogs/${prefix}/Config/us-east-1/a.gz`, context: from },
      ];
    };
    const keyCalls = (account: string) =>
      ["kms:Decrypt", "kms:GenerateDataKey"].map((action) => ({ action, context: { "aws:sourceaccount": account } }));
    assertAllowed("config.amazonaws.com", "log-archive-config", calls(SOURCE), true);
    assertAllowed("config.amazonaws.com", "log-archive-config-key", keyCalls(SOURCE), true);
    assertAllowed("config.amazonaws.com", "log-archive-config", calls("123123123123"), false);
    assertAllowed("config.amazonaws.com", "log-archive-config-key", keyCalls("123123123123"), false);
    const [, , elsewhere] = calls(SOURCE, "123123123123");
    assertAllowed("config.amazonaws.com", "log-archive-config", elsewhere === undefined ? [] : [elsewhere], false);
  });

  it("tells a stack of this program the settings by which it is a source", () => {
    const readme = fs.readFileSync(path.join(REPOSITORY, "examples/log-archive/README.md"), "utf8");
    const [, block = ""] = /```yaml\n([^`]*)```/.exec(readme) ?? [];
    // YAML of settings is a mapping of their full names.
    const settings = Object.entries(parse(block) as Readonly<Record<string, unknown>>);
    const config = {
      "aws:region": "eu-central-1",
      "aws:allowedAccountIds": JSON.stringify([SOURCE]),
      ...Object.fromEntries(settings.map(([key, value]) => [key, JSON.stringify(value)])),
    };
    const result = parseSettings(config, "ai-governance-baseline");
    assert.deepEqual(result.ok ? [] : result.mistakes, []);
    assert.equal(settings.length, 2);
  });

  it("grants to AWS services only what their contracts say", () => {
    const grants = serviceGrants(archive.resources);
    assert.ok(grants.length > 8, String(grants.length));
    assert.deepEqual(
      grants.flatMap((grant) => breachOf(grant) ?? []),
      [],
    );
  });

  /** The inputs of a resource. */
  function the({ resources }: Side, type: string, name: string): WireMap {
    const found = resources.find((resource) => resource.type === type && urnParts(resource.urn).name === name);
    return found?.inputs ?? assert.fail(`no ${type} ${name}`);
  }

  function trailOf(side: Side): string {
    const { outputs = {} } = side.resources.find(({ type }) => type === "aws:cloudtrail/trail:Trail") ?? {};
    return text(outputs["arn"]);
  }

  function bucketArn(name: string): string {
    return `${PARTITION}:s3:::${text(the(archive, "aws:s3/bucket:Bucket", name)["bucket"])}`;
  }

  function text(value: unknown): string {
    return typeof value === "string" ? value : assert.fail(`no text: ${JSON.stringify(value)}`);
  }

  /** Asks the policy of a bucket or a key of the archive. */
  function assertAllowed(
    service: string,
    name: string,
    calls: readonly Omit<Call, "service">[],
    expected: boolean,
  ): void {
    const { policy } = name.endsWith("-key")
      ? the(archive, "aws:kms/key:Key", name)
      : the(archive, "aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`);
    assert.ok(typeof policy === "string" && calls.length > 0);
    for (const call of calls) {
      assert.equal(
        policiesAllow([policy], { ...call, service }),
        expected,
        `${service} ${call.action} ${call.resource ?? ""} by ${name}`,
      );
    }
  }
});
