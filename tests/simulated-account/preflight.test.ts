/** The command `baseline preflight` on simulated accounts: empty, lived in by others, and deployed to by this stack. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import { accountReader } from "../../account/reader";
import { observeServiceControl } from "../../account/sightings/organization";
import type { PreflightDocument } from "../../reports/preflight/json";
import {
  type Ended,
  assertPlain,
  assertRefused,
  baseline,
  copyOfCheckout,
  program,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "../cli/command";
import { requireRealProvider, requireSimulatedAccount } from "../support/account-tools";
import { type DeployedAccount, DEPLOYMENT_TIMEOUT, deployedAccount, emptyAccount } from "../support/accounts";
import { createNamedBuckets } from "../support/named-buckets";
import { REPOSITORY, stackState } from "../support/prod-state";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";
import {
  ACCOUNT,
  COMPANY_TRAIL,
  CONTROL_TOWER_RECORDER,
  HOME,
  OTHER,
  createBreakGlass,
  deleteBreakGlass,
  setUpByOthers,
  takeNames,
} from "./lived-in";
import { type Member, guardedMember } from "./organization";
import { type Front, frontOf, refusing, regionNotEnabled } from "./front";

type Environment = Readonly<Record<string, string>>;

async function preflight(environment: Environment, args: readonly string[] = [], home = REPOSITORY) {
  const out = path.join(temporaryFolder(), "reports");
  const ended = await baseline(["preflight", "--out", out, ...args], { environment, home });
  return { ...ended, out };
}

async function document(environment: Environment, args: readonly string[] = [], home?: string) {
  const ended = await preflight(environment, [...args, "--format", "json"], home);
  assert.notEqual(ended.stdout, "", ended.stderr);
  // The cast says what the report's own tests hold: its form.
  return { ...ended, ...(JSON.parse(ended.stdout) as PreflightDocument) };
}

/** What collides, in a few words. */
function found({ collisions }: PreflightDocument): readonly string[] {
  return collisions
    .map(({ consequence, where, what, observed }) => `${consequence}: ${what}, ${where}: ${observed}`)
    .sort();
}

/** A checkout whose prod stack has these settings besides its own. */
function checkoutWith({ settings, unset }: PreflightDocument): string {
  const home = copyOfCheckout();
  const file = path.join(home, "Pulumi.prod.yaml");
  const stack = parse(fs.readFileSync(file, "utf8")) as { config: Record<string, unknown> }; // Pulumi's own form
  for (const [name, value] of Object.entries(settings)) {
    stack.config[`ai-governance-baseline:${name}`] = value;
  }
  for (const name of unset) {
    Reflect.deleteProperty(stack.config, `ai-governance-baseline:${name}`);
  }
  fs.writeFileSync(file, stringify(stack));
  return home;
}

/** The README shows parts of this output. */
function assertShownInReadme(output: string): void {
  const readme = fs.readFileSync(path.join(REPOSITORY, "README.md"), "utf8");
  const shown = /^```log\n(?<text>[\s\S]*?)^```$/m.exec(readme)?.groups?.["text"] ?? "";
  const parts = shown.split(/^ *\.\.\.\n/m);
  assert.ok(parts.length > 3, shown);
  for (const part of parts) {
    assert.ok(output.includes(part), part);
  }
}

describe("baseline preflight", function () {
  this.timeout(180_000);
  let account: SimulatedAccount;
  const fronts: Front[] = [];

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount(ACCOUNT);
    await createNamedBuckets(account, await stackState("prod"));
  });

  after(async () => {
    await Promise.all(fronts.map((front) => front.close()));
    await account.stop();
    removeTemporaryFolders();
  });

  async function through(answer: Parameters<typeof frontOf>[1]): Promise<Environment> {
    const front = await frontOf(account.endpoint, answer);
    fronts.push(front);
    return { ...account.environment, AWS_ENDPOINT_URL: front.endpoint };
  }

  describe("on an account without the break-glass role", () => {
    it("says that it is missing, and names no setting", async () => {
      const { code, settings, ...report } = await document(account.environment);
      assert.equal(code, 1);
      assert.deepEqual(found({ settings, ...report }), [
        `missing: Break-glass principal, global: no arn:aws:iam::${ACCOUNT}:role/break-glass`,
      ]);
      assert.deepEqual(settings, {});
    });

    it("leaves it open where it may not look", async () => {
      const { code, undecided, collisions } = await document(await through(refusing("GetRole")));
      assert.equal(code, 0);
      assert.deepEqual(collisions, []);
      assert.ok(undecided.some(({ what }) => what.startsWith("Break-glass principal ")));
    });
  });

  describe("on an empty account", () => {
    before(() => createBreakGlass(account.endpoint));

    it("is clear, and writes its reports", async () => {
      const ended = await preflight(account.environment);
      assert.equal(ended.code, 0, ended.stderr + ended.stdout);
      assert.match(
        ended.stdout,
        /^CLEAR: nothing that was read stands in the way\nai-governance-baseline\/prod, \d+ resources/,
      );
      assert.match(ended.stderr, /^Previewing ai-governance-baseline, stack prod$/m);
      assert.match(ended.stderr, /^Reading account 111122223333, eu-central-1, us-east-1$/m);
      assert.deepEqual(fs.readdirSync(ended.out).sort(), ["preflight.json", "preflight.md"]);
      assertPlain(ended.stdout);
    });

    it("leaves open, by name, what it may not read, and is clear of the rest", async () => {
      const { code, undecided, collisions } = await document(
        await through(refusing("ListAliases", "GetModelInvocationLoggingConfiguration")),
      );
      assert.equal(code, 0);
      assert.deepEqual(collisions, []);
      const actions = new Set(undecided.map(({ action }) => action));
      assert.deepEqual([...actions].sort(), ["bedrock:GetModelInvocationLoggingConfiguration", "kms:ListAliases"]);
    });

    it("says which region the account has not enabled", async () => {
      const { code, ...report } = await document(await through(regionNotEnabled(OTHER)));
      assert.equal(code, 1);
      assert.deepEqual(found(report), ["refused: Region, us-east-1: not enabled"]);
    });

    it("reads nothing decisive and says so where everything is refused", async () => {
      const ended = await preflight(await through(refusing("*")));
      assertRefused(ended, 2, /^Nothing of account 111122223333 could be read as arn:aws:/m);
    });

    it("does not read the account of another stack", async () => {
      const ended = await preflight(account.environment, ["--stack", "sandbox"]);
      assertRefused(
        ended,
        2,
        /credentials are those of account 111122223333 .*, and the stack is for account 444455556666/,
      );
    });

    it("needs credentials", async () => {
      const none = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "", AWS_PROFILE: "none", HOME: temporaryFolder() };
      const ended = await preflight({ ...account.environment, ...none });
      assertRefused(
        ended,
        2,
        /^The account cannot be read: sts:GetCallerIdentity in eu-central-1 has no usable credentials/m,
      );
    });

    it("does not wait for ever", async () => {
      const silent = await through(() => "silence");
      // Long enough for the preview before it, also on a machine that has other work.
      assertRefused(await preflight(silent, ["--timeout", "60"]), 2, /^The account was not read within 60 s\./m);
    });

    it("reports a program that fails as such", async () => {
      assertRefused(await preflight(account.environment, ["--program", program("throws")]), 3);
    });

    it("refuses options that make no sense", async () => {
      assertRefused(await preflight(account.environment, ["--concurrency", "0"]), 2, /at least 1/);
      assertRefused(await preflight(account.environment, ["--account", "1"]), 2, /12 digits/);
      assertRefused(
        await preflight(account.environment, ["--state", "nowhere.json"]),
        2,
        /nowhere\.json cannot be read/,
      );
    });
  });

  describe("on an account in which others have set things up", () => {
    let first: Ended & PreflightDocument;

    before(async () => {
      await setUpByOthers(account.endpoint);
      first = await document(account.environment);
    });

    it("finds all of it", () => {
      assert.equal(first.code, 1, first.stderr);
      assert.deepEqual(
        found(first),
        [
          `charged twice: CloudTrail management events, ${HOME}: ${COMPANY_TRAIL}`,
          `limit: CloudTrail trails, ${HOME}: company-trail, data-trail-1, data-trail-2, data-trail-3, data-trail-4`,
          "collides: Service-linked role of AWS Config, global: AWSServiceRoleForConfig",
          `collides: AWS Config recorder, ${HOME}: default`,
          `collides: AWS Config delivery channel, ${HOME}: default-channel`,
          `overwritten: AWS Config retention, ${HOME}: 365 days`,
          `refused: AWS Config recorder, ${OTHER}: ${CONTROL_TOWER_RECORDER}`,
          `collides: AWS Config delivery channel, ${OTHER}: ${CONTROL_TOWER_RECORDER}-channel`,
          `overwritten: AWS Config retention, ${OTHER}: 365 days`,
          `overwritten: Model invocation logging, ${OTHER}: the log group /company/invocations`,
          `overwritten: Notifications of a bucket, ${HOME}: acme-models`,
          `overwritten: Access logging of a bucket, ${HOME}: acme-models`,
          `collides: Log group, ${HOME}: arn:aws:logs:${HOME}:${ACCOUNT}:log-group:/aws/eks/inference/cluster`,
        ].sort(),
      );
      assert.deepEqual(first.undecided, []);
    });

    it("names the settings that resolve it", () => {
      assert.deepEqual(first.settings, {
        trail: { mode: "existing", arn: COMPANY_TRAIL },
        recorder: {
          mode: "create",
          regions: {
            [HOME]: { mode: "existing", name: "default" },
            [OTHER]: { mode: "existing", name: CONTROL_TOWER_RECORDER },
          },
        },
        invocationLogging: { mode: "create", regions: { [OTHER]: { mode: "existing" } } },
        bucketLineage: {
          mode: "create",
          regions: {
            [HOME]: {
              mode: "off",
              reason: "The buckets keep the notifications and the access logging that they have",
            },
          },
        },
        eksClusters: [{ name: "inference", region: HOME, logGroup: { mode: "existing" } }],
      });
      assert.deepEqual(first.unset, ["trailSubscribers"]);
    });

    it("says what the cluster's log group is like, and what the cluster sends to it", () => {
      const logGroup = first.collisions.find(({ what }) => what === "Log group");
      assert.match(
        logGroup?.explanation ?? "",
        /It is kept 30 days, without a customer managed key, and the cluster sends api, audit\.$/,
      );
    });

    it("is clear once these settings are set", async () => {
      const { code, stderr, ...report } = await document(account.environment, [], checkoutWith(first));
      assert.deepEqual(found(report), []);
      assert.equal(code, 0, stderr);
    });

    it("ends on a terminal with the lines to paste, and says how to pass what the stack owns", async () => {
      const { stdout } = await preflight(account.environment);
      const yaml = stdout.slice(stdout.indexOf("\nconfig:\n"));
      assert.deepEqual(parse(yaml), {
        config: Object.fromEntries(
          Object.entries(first.settings).map(([name, value]) => [`ai-governance-baseline:${name}`, value]),
        ),
      });
      assert.match(stdout, /^pulumi config set --stack prod --path ai-governance-baseline:trail\.mode existing$/m);
      assert.match(stdout, /pulumi stack export --stack prod --file state\.json, then\n--state state\.json/);
      assertPlain(stdout);
      assertShownInReadme(stdout);
    });
  });

  describe("on a member of an organization", () => {
    let managed: SimulatedAccount;
    let member: Member;

    before(async () => {
      managed = await emptyAccount(ACCOUNT);
      await createNamedBuckets(managed, await stackState("prod"));
      await createBreakGlass(managed.endpoint);
      member = await guardedMember(managed.endpoint, "guardrails", [
        {
          Sid: "NoRecorders",
          Effect: "Deny",
          Action: "config:PutConfigurationRecorder",
          Resource: "*",
          Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:*:iam::*:role/AWSControlTowerExecution" } },
        },
        {
          Sid: "OneRegion",
          Effect: "Deny",
          NotAction: ["iam:*", "organizations:*"],
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": HOME } },
        },
      ]);
    });

    after(() => managed.stop());

    it("reads the policies from the root down to the member", async () => {
      const before = { ...process.env };
      Object.assign(process.env, managed.environment);
      try {
        const { levels } = await observeServiceControl(accountReader({ homeRegion: HOME }), member.id);
        assert.deepEqual(
          levels.map(({ policies }) => policies.map(({ name }) => name)),
          [["FullAWSAccess"], ["FullAWSAccess", "guardrails"], ["FullAWSAccess"]],
        );
        assert.deepEqual([levels[1]?.target, levels[2]?.target], [member.unit, member.id]);
      } finally {
        process.env = before;
      }
    });

    it("finds nothing on the account that manages it", async () => {
      assert.deepEqual((await document(managed.environment)).collisions, []);
    });
  });

  describe("on an account to which this stack is deployed", function () {
    this.timeout(DEPLOYMENT_TIMEOUT);
    let deployed: DeployedAccount;

    before(async function () {
      requireRealProvider(this);
      deployed = await deployedAccount("prod");
      await createBreakGlass(deployed.account.endpoint);
    });

    after(() => deleteBreakGlass(deployed.account.endpoint));

    it("is clear once it is told what the stack owns", async () => {
      const state = temporaryFile("state.json", deployed.state);
      const { code, stderr, summary, ...report } = await document(deployed.account.environment, ["--state", state]);
      assert.deepEqual(found({ summary, ...report }), []);
      assert.equal(code, 0, stderr);
    });

    it("takes it for the work of others otherwise", async () => {
      const { code, summary } = await document(deployed.account.environment);
      assert.equal(code, 1);
      assert.ok(summary.collisions.collides > 10 && summary.collisions.overwritten > 10, JSON.stringify(summary));
    });
  });

  describe("on an account in which others have given the same names", () => {
    let other: SimulatedAccount;

    before(async () => {
      other = await emptyAccount(ACCOUNT);
      await createNamedBuckets(other, await stackState("prod"));
      await createBreakGlass(other.endpoint);
      await takeNames(other.endpoint);
    });

    after(() => other.stop());

    it("finds every name, and no setting that would resolve it", async () => {
      const { code, settings, ...report } = await document(other.environment);
      assert.equal(code, 1);
      const bucket = `baseline-trail-bucket-${ACCOUNT}-${HOME}`;
      assert.deepEqual(
        found({ settings, ...report }),
        [
          `collides: S3 bucket, ${HOME}: ${bucket}`,
          `overwritten: SNS topic, ${HOME}: arn:aws:sns:${HOME}:${ACCOUNT}:baseline-trail-deliveries`,
          `collides: Log group, ${HOME}: arn:aws:logs:${HOME}:${ACCOUNT}:log-group:/aws/cloudtrail/baseline-trail`,
          `collides: KMS alias, ${HOME}: arn:aws:kms:${HOME}:${ACCOUNT}:alias/baseline-trail-key`,
          `collides: IAM role, global: arn:aws:iam::${ACCOUNT}:role/baseline-us-east-1-invocations-role`,
          `overwritten: CloudWatch alarm, ${OTHER}: arn:aws:cloudwatch:${OTHER}:${ACCOUNT}:alarm:baseline-us-east-1-invocations-log-delivery-failure`,
          `overwritten: AWS Config rule, ${HOME}: baseline-eu-central-1-rules-access-keys-rotated`,
        ].sort(),
      );
      assert.deepEqual(settings, {});
    });
  });
});
