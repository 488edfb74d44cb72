/** The command `baseline access-review` on a simulated account, in which roles and users were planted: readers, and such as are near. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { AthenaClient, CreateWorkGroupCommand } from "@aws-sdk/client-athena";
import { CloudWatchLogsClient, CreateLogGroupCommand, PutResourcePolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateGrantCommand, CreateKeyCommand, KMSClient, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketEncryptionCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { AccessReviewDocument } from "../../reports/access-review/json";
import { assertRefused, baseline, removeTemporaryFolders, temporaryFile, temporaryFolder } from "../cli/command";
import { requireRealProvider, requireSimulatedAccount } from "../support/account-tools";
import { DEPLOYMENT_TIMEOUT, deployedAccount, emptyAccount } from "../support/accounts";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";
import { type Front, frontOf, refusing } from "./front";
import { clientSettings } from "./lived-in";

const ACCOUNT = "111122223333";
const OTHER_ACCOUNT = "444455556666";
const REGION = "eu-central-1";
const LOG_GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:invocations`;
const BUCKET = "arn:aws:s3:::evidence-of-models";
const TRUST = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${OTHER_ACCOUNT}:role/auditor` },
  Action: "sts:AssumeRole",
};

type Statement = Readonly<Record<string, unknown>>;

function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function allow(
  Action: string | readonly string[],
  Resource: string | readonly string[],
  more: Statement = {},
): Statement {
  return { Effect: "Allow", Action, Resource, ...more };
}

/** Makes the stores; the ARN of the key. */
async function stores(endpoint: string): Promise<string> {
  const settings = clientSettings(endpoint, REGION);
  const kms = new KMSClient(settings);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const keyArn = KeyMetadata?.Arn ?? "";
  const root = allow("kms:*", "*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
  await kms.send(new PutKeyPolicyCommand({ KeyId: keyArn, PolicyName: "default", Policy: policy(root) }));
  const s3 = new S3Client(settings);
  const Bucket = BUCKET.split(":").at(-1);
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }));
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: keyArn } }],
      },
    }),
  );
  const outsider = allow("s3:GetObject", `${BUCKET}/*`, { Principal: { AWS: `arn:aws:iam::${OTHER_ACCOUNT}:root` } });
  const delivery = allow("s3:PutObject", `${BUCKET}/*`, { Principal: { Service: "cloudtrail.amazonaws.com" } });
  const plainHttp = {
    ...allow("s3:*", `${BUCKET}/*`, { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    Effect: "Deny",
  };
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policy(outsider, delivery, plainHttp) }));
  const logs = new CloudWatchLogsClient(settings);
  await logs.send(new CreateLogGroupCommand({ logGroupName: "invocations" }));
  const writer = allow("logs:PutLogEvents", `${LOG_GROUP}:*`, {
    Principal: { Service: "delivery.logs.amazonaws.com" },
  });
  await logs.send(new PutResourcePolicyCommand({ policyName: "delivery", policyDocument: policy(writer) }));
  await new AthenaClient(settings).send(new CreateWorkGroupCommand({ Name: "evidence" }));
  return keyArn;
}

/** Makes readers, and such as are none. */
async function plant(endpoint: string, keyArn: string): Promise<void> {
  const iam = new IAMClient(clientSettings(endpoint, REGION));
  const role = async (
    RoleName: string,
    statements: readonly Statement[],
    more: { Path?: string; boundary?: string } = {},
  ) => {
    const { Path, boundary } = more;
    await iam.send(
      new CreateRoleCommand({ RoleName, Path, PermissionsBoundary: boundary, AssumeRolePolicyDocument: policy(TRUST) }),
    );
    if (statements.length > 0) {
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "own", PolicyDocument: policy(...statements) }));
    }
  };
  const readsAll = allow("*", "*");
  await role(
    "auditor",
    [
      allow(["logs:FilterLogEvents", "logs:GetLogEvents"], [LOG_GROUP, `${LOG_GROUP}:*`]),
      allow("s3:GetObject", `${BUCKET}/*`),
      allow("kms:Decrypt", keyArn),
    ],
    { Path: "/evidence/" },
  );
  await role("unmasker", [allow("logs:*", `${LOG_GROUP}:*`)]);
  await role("sealed", [allow("s3:Get*", "*")]);
  await role("grantee", []);
  // Near, and no reader.
  await role("writer", [allow(["logs:PutLogEvents", "s3:PutObject", "kms:GenerateDataKey"], "*")]);
  await role("reads-others", [
    allow("logs:GetLogEvents", `${LOG_GROUP}-of-others:*`),
    allow("s3:GetObject", `${BUCKET}-2/*`),
    allow("kms:Decrypt", `${keyArn.slice(0, -1)}x`),
  ]);
  await role("refused", [
    readsAll,
    { ...allow(["logs:*", "s3:*", "kms:*", "athena:*", "cloudtrail:*"], "*"), Effect: "Deny" },
  ]);
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: "edge", PolicyDocument: policy(allow("ec2:*", "*")) }),
  );
  await role("bounded", [readsAll], { boundary: Policy?.Arn ?? "" });
  // Administrators, by AWS's policy and by a group.
  await role("administrator", []);
  await iam.send(
    new AttachRolePolicyCommand({
      RoleName: "administrator",
      PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
    }),
  );
  await iam.send(new CreateGroupCommand({ GroupName: "analysts" }));
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: "analysts",
      PolicyName: "query",
      PolicyDocument: policy(allow("athena:GetQueryResults", "*")),
    }),
  );
  await iam.send(new CreateUserCommand({ UserName: "ana" }));
  await iam.send(new AddUserToGroupCommand({ GroupName: "analysts", UserName: "ana" }));
  await iam.send(new CreateAccessKeyCommand({ UserName: "ana" }));
  await new KMSClient(clientSettings(endpoint, REGION)).send(
    new CreateGrantCommand({
      KeyId: keyArn,
      GranteePrincipal: `arn:aws:iam::${ACCOUNT}:role/grantee`,
      Operations: ["Decrypt"],
    }),
  );
  await useRole(endpoint, "auditor", "/evidence/");
}

/** Takes on the role and makes a call as it, which IAM remembers. */
async function useRole(endpoint: string, name: string, rolePath: string): Promise<void> {
  const { Credentials } = await new STSClient(clientSettings(endpoint, REGION)).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${ACCOUNT}:role${rolePath}${name}`, RoleSessionName: "review" }),
  );
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
  const settings = { ...clientSettings(endpoint, REGION), credentials };
  await new CloudWatchLogsClient(settings).send(new CreateLogGroupCommand({ logGroupName: "used" }));
}

function resource(type: string, name: string, id: string, arn: string, inputs: Statement = {}) {
  const urn = `urn:pulumi:prod::governance::${type}::${name}`;
  return { urn, type, custom: true, id, inputs: { region: REGION, ...inputs }, outputs: { arn } };
}

/** The exported state of a stack that declares the stores. */
function stateWith(keyArn: string): string {
  return temporaryFile("state.json", {
    version: 3,
    deployment: {
      manifest: { time: "", magic: "", version: "v3.260.0" },
      resources: [
        resource("aws:cloudwatch/logGroup:LogGroup", "invocations", "invocations", LOG_GROUP),
        resource("aws:s3/bucket:Bucket", "evidence", BUCKET.split(":").at(-1) ?? "", BUCKET),
        resource("aws:kms/key:Key", "key", keyArn.split("/").at(-1) ?? "", keyArn),
        resource(
          "aws:athena/workgroup:Workgroup",
          "evidence",
          "evidence",
          `arn:aws:athena:${REGION}:${ACCOUNT}:workgroup/evidence`,
        ),
        resource("aws:sns/topic:Topic", "topic", "t", `arn:aws:sns:${REGION}:${ACCOUNT}:t`),
      ],
    },
  });
}

describe("baseline access-review", function () {
  this.timeout(180_000);
  let account: SimulatedAccount;
  let state: string;
  let keyArn: string;
  const fronts: Front[] = [];

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount(ACCOUNT);
    keyArn = await stores(account.endpoint);
    await plant(account.endpoint, keyArn);
    state = stateWith(keyArn);
  });

  after(async () => {
    await Promise.all(fronts.map((front) => front.close()));
    await account.stop();
    removeTemporaryFolders();
  });

  async function review(args: readonly string[] = [], environment = account.environment) {
    const out = path.join(temporaryFolder(), "reports");
    const ended = await baseline(["access-review", "--state", state, "--out", out, ...args], { environment });
    return { ...ended, out };
  }

  async function document(args: readonly string[] = [], environment = account.environment) {
    const ended = await review([...args, "--format", "json"], environment);
    assert.notEqual(ended.stdout, "", ended.stderr);
    return { ...ended, ...(JSON.parse(ended.stdout) as AccessReviewDocument) }; // by the report's own tests
  }

  /** `auditor read key`. */
  function found({ access, stores: all }: AccessReviewDocument): readonly string[] {
    const kinds = new Map(all.map(({ arn, kind }) => [arn, kind]));
    return access
      .map(({ holder, store, kinds: may, withKey }) => {
        const name = holder.split("/").at(-1) ?? holder;
        const opened = withKey === undefined ? "" : withKey ? " and opens" : " and cannot open";
        return `${name}: ${may.join()} ${kinds.get(store) ?? store}${opened}`;
      })
      .sort();
  }

  it("finds the readers, by whatever lets them, and none of those who are near", async () => {
    const { code, stderr, ...report } = await document();
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      found(report),
      [
        "administrator: read bucket and opens",
        "administrator: read key",
        "administrator: read workgroup",
        "administrator: read,unmask,copy log group",
        "ana: read workgroup",
        `arn:aws:iam::${OTHER_ACCOUNT}:root: read bucket`,
        "auditor: read bucket and opens",
        "auditor: read key",
        "auditor: read log group",
        "grantee: read key",
        "sealed: read bucket and cannot open",
        "unmasker: read,unmask,copy log group",
      ].sort(),
    );
    assert.deepEqual(report.notReviewed, []);
    assert.deepEqual(report.summary.concerns, { outside: 1, unmask: 2, unused: 5, "not-reviewed": 0 });
  });

  it("says where a reader is, when it was last used and who takes it on", async () => {
    const { holders, access } = await document();
    const auditor = holders.find(({ id }) => id === `arn:aws:iam::${ACCOUNT}:role/evidence/auditor`);
    assert.deepEqual(auditor?.trusts, [`arn:aws:iam::${OTHER_ACCOUNT}:role/auditor`]);
    assert.ok(Date.now() - Date.parse(auditor.lastUsed ?? "") < 3_600_000, String(auditor.lastUsed));
    assert.equal(holders.find(({ id }) => id.endsWith("role/sealed"))?.lastUsed, null);
    assert.equal(holders.find(({ id }) => id.endsWith("user/ana"))?.lastUsed, null);
    const by = (name: string) => access.filter(({ holder }) => holder.endsWith(name)).flatMap((one) => one.by);
    assert.deepEqual(by("user/ana"), ["query of group analysts"]);
    assert.ok(by("role/administrator").every((name) => name === "arn:aws:iam::aws:policy/AdministratorAccess"));
    assert.match(by("role/grantee").join(), /^grant /);
  });

  it("writes every form of its report", async () => {
    const { code, stdout, out } = await review();
    assert.equal(code, 0);
    assert.deepEqual(fs.readdirSync(out).sort(), ["access-review.csv", "access-review.json", "access-review.md"]);
    assert.match(stdout, /^REVIEWED: 7 readers of 4 stores, 1 from outside of the account, 2 may unmask, 5 unused$/m);
    assert.match(stdout, /^OUTSIDE {2}account {2}arn:aws:iam::444455556666:root$/m);
    const csv = fs.readFileSync(path.join(out, "access-review.csv"), "utf8");
    assert.equal(parseCsv<Record<string, string>>(csv, { columns: true }).length, 12);
  });

  it("ends with 1 where it finds what it was told to fail on", async () => {
    const { code, stdout } = await review(["--fail-on", "outside", "unmask"]);
    assert.equal(code, 1);
    assert.match(stdout, /^FAIL \(outside, unmask\): /m);
    assert.equal((await review(["--fail-on", "not-reviewed"])).code, 0);
  });

  async function through(...operations: readonly string[]) {
    const front = await frontOf(account.endpoint, refusing(...operations));
    fronts.push(front);
    return { ...account.environment, AWS_ENDPOINT_URL: front.endpoint };
  }

  it("names what it could not review, with the action, and reviews the rest", async () => {
    const { code, notReviewed, ...report } = await document(
      ["--fail-on", "not-reviewed"],
      await through("GetKeyPolicy", "GetAccessKeyLastUsed"),
    );
    assert.equal(code, 1);
    assert.deepEqual(
      notReviewed.map(({ what }) => what.replace(/[0-9a-f-]{36}/, "ID")),
      ["key ID", "last use of user ana"],
    );
    assert.match(notReviewed[0]?.why ?? "", /^kms:GetKeyPolicy in eu-central-1 is not allowed to the caller/);
    assert.ok(found({ notReviewed, ...report }).includes("auditor: read log group"));
  });

  it("comes to nothing where it may not list the account's roles, or the account is another", async () => {
    assertRefused(
      await review([], await through("GetAccountAuthorizationDetails")),
      2,
      /iam:GetAccountAuthorizationDetails .* is not allowed/,
      /docs\/permissions\/access-review\.json/,
    );
    const other = temporaryFile("state.json", fs.readFileSync(state, "utf8").replaceAll(ACCOUNT, OTHER_ACCOUNT));
    assertRefused(await review(["--state", other]), 2, /is for account 444455556666/);
  });

  it("finds services in the account of the prod stack, and of its own roles those by which Firehose delivers and AWS Backup reads", async function () {
    this.timeout(DEPLOYMENT_TIMEOUT);
    requireRealProvider(this);
    const deployed = await deployedAccount("prod");
    const { version } = deployed.state;
    const manifest = { time: "", magic: "", version: "v3.260.0" };
    state = temporaryFile("state.json", { version, deployment: { ...deployed.state.deployment, manifest } });
    const { code, stderr, ...report } = await document([], deployed.account.environment);
    assert.equal(code, 0, stderr);
    assert.deepEqual(report.notReviewed, []);
    // AWS asks that the role of a stream may read what it has written; AWS's own policies for backups are on every bucket.
    const roles = report.holders.filter(({ kind }) => kind !== "service");
    assert.deepEqual(
      roles.map(({ id, trusts }) => [id.replace(/^.*:role\//, ""), trusts]),
      [
        ["baseline-eu-central-1-backup-role", ["backup.amazonaws.com"]],
        ["baseline-eu-central-1-export-role", ["firehose.amazonaws.com"]],
        ["baseline-eu-central-1-k8s-export-role", ["firehose.amazonaws.com"]],
        ["baseline-us-east-1-backup-role", ["backup.amazonaws.com"]],
        ["baseline-us-east-1-export-role", ["firehose.amazonaws.com"]],
      ],
    );
    const ofServices = report.access.filter(({ holder }) => !roles.some(({ id }) => id === holder));
    assert.ok(ofServices.length > 0 && ofServices.every(({ conditional }) => conditional));
    const kinds = new Set(report.stores.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ["bucket", "key", "log group", "trail", "workgroup"]);
    assert.ok(report.summary.identities > 0);

    const { environment } = deployed.account;
    const previewed = await baseline(["access-review", "--out", temporaryFolder(), "--format", "json"], {
      environment,
    });
    assert.equal(previewed.code, 0, previewed.stderr);
    const { stores: found, holders, notReviewed } = JSON.parse(previewed.stdout) as AccessReviewDocument; // as above
    const arns = (all: AccessReviewDocument["stores"]): readonly string[] => all.map(({ arn }) => arn).sort();
    assert.deepEqual(arns(found), arns(report.stores));
    assert.deepEqual(holders, report.holders);
    assert.deepEqual(notReviewed, []);
  });
});
