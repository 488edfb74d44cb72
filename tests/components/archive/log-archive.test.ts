import assert from "node:assert/strict";

import {
  LogArchive,
  type LogArchiveArgs,
  resolveLogArchive,
  type SourceAccount,
} from "../../../components/archive/log-archive";
import { record, type Recording } from "../recorder";

const BUCKET = "aws:s3/bucket:Bucket";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const SOURCE = {
  accountId: "111122223333",
  trailArn: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail",
};
const ORGANIZATION = { id: "o-abcdefghij", trailArn: SOURCE.trailArn, accountIds: ["111122223333", "444455556666"] };
const READER = "arn:aws:iam::777788889999:role/auditor";

function archive(args: LogArchiveArgs = { accounts: [SOURCE] }): Promise<Recording> {
  return record(() => new LogArchive("archive", args));
}

/** As many accounts as asked, from 100000000000 on. */
function accounts(count: number): readonly SourceAccount[] {
  return Array.from({ length: count }, (_, index) => {
    const accountId = String(100_000_000_000 + index);
    return { accountId, trailArn: `arn:aws:cloudtrail:eu-central-1:${accountId}:trail/baseline-trail` };
  });
}

describe("A LogArchive", () => {
  let made: Recording;
  before(async () => {
    made = await archive();
  });

  it("is exactly three buckets and two keys, each with its settings", () => {
    const bucketParts = (name: string, ...more: string[]) => [
      `ai-governance-baseline:index:EvidenceBucket ${name}`,
      `aws:s3/bucket:Bucket ${name}`,
      `aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration ${name}-lifecycle`,
      `aws:s3/bucketOwnershipControls:BucketOwnershipControls ${name}-ownership`,
      `aws:s3/bucketPolicy:BucketPolicy ${name}-policy`,
      `aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock ${name}-public-access-block`,
      `aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration ${name}-encryption`,
      `aws:s3/bucketVersioning:BucketVersioning ${name}-versioning`,
      ...more,
    ];
    const keyParts = (name: string) => [
      `ai-governance-baseline:index:CustomerManagedKey ${name}`,
      `aws:kms/alias:Alias ${name}-alias`,
      `aws:kms/key:Key ${name}`,
    ];
    assert.deepEqual(
      made.children(),
      [
        "ai-governance-baseline:index:LogArchive archive",
        ...bucketParts("archive-access-logs"),
        ...bucketParts(
          "archive-trails",
          `${LOCK} archive-trails-object-lock`,
          "aws:s3/bucketLogging:BucketLogging archive-trails-access-logging",
        ),
        ...bucketParts("archive-config", "aws:s3/bucketLogging:BucketLogging archive-config-access-logging"),
        ...keyParts("archive-trail-key"),
        ...keyParts("archive-config-key"),
      ].sort(),
    );
  });

  it("names its buckets by account and region, and locks that of log files only", () => {
    const locked = (name: string) => {
      const { bucket, objectLockEnabled } = made.inputs(BUCKET, name);
      return [bucket, objectLockEnabled];
    };
    assert.deepEqual(locked("archive-trails"), ["archive-trails-123456789012-eu-central-1", true]);
    assert.deepEqual(locked("archive-config"), ["archive-config-123456789012-eu-central-1", false]);
    assert.deepEqual(locked("archive-access-logs"), ["archive-access-logs-123456789012-eu-central-1", false]);
    assert.deepEqual(made.inputs(LOCK, "archive-trails-object-lock")["rule"], {
      defaultRetention: { mode: "GOVERNANCE", days: 365 },
    });
  });

  it("encrypts log files and history each with its own key, and keeps both for seven years", () => {
    for (const [bucket, key] of [
      ["archive-trails", "archive-trail-key"],
      ["archive-config", "archive-config-key"],
    ] as const) {
      const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
      assert.deepEqual(made.inputs(type, `${bucket}-encryption`)["rules"], [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: `arn:aws:kms:eu-central-1:123456789012:key/${key}`,
          },
          bucketKeyEnabled: true,
        },
      ]);
      const [rule] = made.inputs(
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        `${bucket}-lifecycle`,
      )["rules"] as readonly { readonly expiration: unknown }[]; // the one rule of an EvidenceBucket
      assert.deepEqual(rule?.expiration, { days: 2557 });
    }
  });

  it("logs access to both into the third, which takes them by its policy", () => {
    for (const bucket of ["archive-trails", "archive-config"]) {
      const { targetBucket } = made.inputs("aws:s3/bucketLogging:BucketLogging", `${bucket}-access-logging`);
      assert.equal(targetBucket, "archive-access-logs-123456789012-eu-central-1");
    }
    const { Statement } = made.document("aws:s3/bucketPolicy:BucketPolicy", "archive-access-logs-policy", "policy") as {
      Statement: { Sid: string; Resource: unknown }[];
    };
    assert.deepEqual(Statement[1]?.Resource, "arn:aws:s3:::archive-access-logs-123456789012-eu-central-1/archive-*/*");
  });

  it("protects buckets and keys, unless it is told otherwise", async () => {
    const protectedOnes = ({ registrations }: Recording) =>
      registrations.filter(({ protect }) => protect === true).map(({ name }) => name);
    assert.deepEqual(protectedOnes(made).sort(), [
      "archive-access-logs",
      "archive-config",
      "archive-config-key",
      "archive-trail-key",
      "archive-trails",
    ]);
    assert.deepEqual(protectedOnes(await archive({ accounts: [SOURCE], protect: false })), []);
  });

  it("gives its keys to the break-glass principals that it is told, and buckets what they are told", async () => {
    const principal = "arn:aws:iam::123456789012:role/break-glass";
    const loose = { protect: false, forceDestroy: true, breakGlassPrincipals: [principal] };
    const { registrations } = await archive({ accounts: [SOURCE], ...loose });
    const inputsOf = (type: string) => registrations.filter((made) => made.type === type).map(({ inputs }) => inputs);
    const policies = inputsOf("aws:kms/key:Key").map(({ policy }) => JSON.stringify(policy).includes(principal));
    assert.deepEqual(policies, [true, true]);
    assert.deepEqual(
      inputsOf(BUCKET).map(({ forceDestroy }) => forceDestroy),
      [true, true, true],
    );
  });

  it("stands in the region that it is given, with all that it makes", async () => {
    const { registrations } = await archive({ accounts: [SOURCE], region: "eu-west-1" });
    const resources = registrations.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(resources.every(({ inputs }) => inputs["region"] === "eu-west-1"));
    assert.equal(
      registrations.find(({ type, name }) => type === BUCKET && name === "archive-trails")?.inputs["bucket"],
      "archive-trails-123456789012-eu-west-1",
    );
  });
});

describe("The options of a LogArchive", () => {
  it("are complete with the accounts alone", () => {
    assert.deepEqual(resolveLogArchive("archive", { accounts: [SOURCE] }), {
      use: { trails: [SOURCE], configAccountIds: ["111122223333"], readers: [] },
      retentionDays: 2557,
      objectLock: { mode: "GOVERNANCE", days: 365 },
    });
  });

  it("take a source's trail of data events beside its other trail", () => {
    const dataTrailArn = `${SOURCE.trailArn}-data`;
    const [trail, dataTrail] = [SOURCE.trailArn, dataTrailArn].map((trailArn) => ({
      trailArn,
      accountId: "111122223333",
    }));
    const ofAccount = resolveLogArchive("archive", { accounts: [{ ...SOURCE, dataTrailArn }] });
    assert.deepEqual(ofAccount.use, { trails: [trail, dataTrail], configAccountIds: ["111122223333"], readers: [] });
    const organizationId = ORGANIZATION.id;
    const ofOrganization = resolveLogArchive("archive", { organization: { ...ORGANIZATION, dataTrailArn } });
    assert.deepEqual(ofOrganization.use.trails, [
      { ...trail, organizationId },
      { ...dataTrail, organizationId },
    ]);
  });

  it("take the trail of an organization for that of the management account", () => {
    const { use } = resolveLogArchive("archive", { organization: ORGANIZATION, readers: [READER] });
    assert.deepEqual(use, {
      trails: [{ trailArn: SOURCE.trailArn, accountId: "111122223333", organizationId: "o-abcdefghij" }],
      configAccountIds: ["111122223333", "444455556666"],
      readers: [READER],
    });
  });

  it("may lock for exactly as long as they keep", () => {
    resolveLogArchive("archive", { accounts: [SOURCE], retentionDays: 365 });
  });

  it("name 88 accounts, and no more than a bucket policy of S3 can hold", () => {
    const region = "eu-central-1";
    resolveLogArchive("archive", { accounts: accounts(88), region });
    assert.throws(() => resolveLogArchive("archive", { accounts: accounts(89), region }), {
      message:
        'LogArchive "archive": size of the policy of archive-trails is 19658. Allowed: 19456 bytes or less. Name fewer accounts and readers: divide the accounts among several archives, or use one trail of the organization.',
    });
  });

  it("take the longest name of a region where none is given", () => {
    assert.throws(() => resolveLogArchive("archive", { accounts: accounts(88) }), /policy of archive-trails is 196/);
    resolveLogArchive("archive", { accounts: accounts(87) });
  });

  it("bound the accounts of an organization by the policy of AWS Config's bucket", () => {
    const accountIds = accounts(400).map(({ accountId }) => accountId);
    assert.throws(
      () => resolveLogArchive("archive", { organization: { ...ORGANIZATION, accountIds } }),
      /size of the policy of archive-config is \d+\. Allowed: 19456 bytes or less/,
    );
  });

  const refused: readonly [string, LogArchiveArgs, string][] = [
    [
      "no source",
      {},
      'accounts is "not set". Allowed: exactly one of accounts and organization. Name the accounts with their trails, or the organization with its one trail.',
    ],
    [
      "two kinds of source",
      { accounts: [], organization: ORGANIZATION },
      "accounts is []. Allowed: exactly one of accounts and organization. Name the accounts with their trails, or the organization with its one trail.",
    ],
    [
      "no account",
      { accounts: [] },
      "accounts is []. Allowed: one or more accounts. Name the accounts that deliver to this archive.",
    ],
    [
      "an account twice",
      { accounts: [SOURCE, SOURCE] },
      'accounts is "111122223333". Allowed: each once. Remove the repetition.',
    ],
    [
      "an account of eleven digits",
      { accounts: [{ ...SOURCE, accountId: "11112222333" }] },
      'accounts[0].accountId is "11112222333". Allowed: twelve digits. Take the id of the account that delivers.',
    ],
    [
      "the name of a trail",
      { accounts: [{ ...SOURCE, trailArn: "baseline-trail" }] },
      'accounts[0].trailArn is "baseline-trail". Allowed: the ARN of a trail. Give it in full, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail.',
    ],
    [
      "a trail whose name is too short",
      { accounts: [{ ...SOURCE, trailArn: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/ab" }] },
      'accounts[0].trailArn is "arn:aws:cloudtrail:eu-central-1:111122223333:trail/ab". Allowed: the ARN of a trail. Give it in full, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail.',
    ],
    [
      "the trail of another account",
      { accounts: [{ ...SOURCE, accountId: "444455556666" }] },
      `accounts[0].trailArn is "${SOURCE.trailArn}". Allowed: a trail of the account 444455556666 (accountId). Correct one of the two; a trail of an organization belongs in organization.`,
    ],
    [
      "the trail of data events of another account",
      { accounts: [{ ...SOURCE, dataTrailArn: "arn:aws:cloudtrail:eu-central-1:444455556666:trail/data" }] },
      'accounts[0].dataTrailArn is "arn:aws:cloudtrail:eu-central-1:444455556666:trail/data". Allowed: a trail of the account 111122223333 (accountId). Correct one of the two; a trail of an organization belongs in organization.',
    ],
    [
      "the trail of data events of another account than the organization's trail",
      { organization: { ...ORGANIZATION, dataTrailArn: "arn:aws:cloudtrail:eu-central-1:444455556666:trail/data" } },
      'organization.dataTrailArn is "arn:aws:cloudtrail:eu-central-1:444455556666:trail/data". Allowed: a trail of the account 111122223333 (trailArn). Name two trails of the management account.',
    ],
    [
      "the name of a trail of data events",
      { accounts: [{ ...SOURCE, dataTrailArn: "data" }] },
      'accounts[0].dataTrailArn is "data". Allowed: the ARN of a trail. Give it in full, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail.',
    ],
    [
      "one trail as both",
      { accounts: [{ ...SOURCE, dataTrailArn: SOURCE.trailArn }] },
      `accounts[0].dataTrailArn is "${SOURCE.trailArn}". Allowed: each once. Remove the repetition.`,
    ],
    [
      "an organization's id of another form",
      { organization: { ...ORGANIZATION, id: "r-abcd" } },
      'organization.id is "r-abcd". Allowed: o- and 10 to 32 lower-case letters and digits. Take the id that AWS Organizations shows.',
    ],
    [
      "an organization whose trail is a name",
      { organization: { ...ORGANIZATION, trailArn: "trail" } },
      'organization.trailArn is "trail". Allowed: the ARN of a trail. Give it in full, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail.',
    ],
    [
      "an organization without accounts",
      { organization: { ...ORGANIZATION, accountIds: [] } },
      "organization.accountIds is []. Allowed: one or more accounts. Name the accounts that deliver to this archive.",
    ],
    [
      "an organization's account of another form",
      { organization: { ...ORGANIZATION, accountIds: ["1"] } },
      'organization.accountIds[0] is "1". Allowed: twelve digits. Take the id of the account that delivers.',
    ],
    [
      "an organization's account twice",
      { organization: { ...ORGANIZATION, accountIds: ["111122223333", "111122223333"] } },
      'organization.accountIds is "111122223333". Allowed: each once. Remove the repetition.',
    ],
    [
      "a whole account as reader",
      { accounts: [SOURCE], readers: ["arn:aws:iam::777788889999:root"] },
      'readers[0] is "arn:aws:iam::777788889999:root". Allowed: the ARN of an IAM role or user. Name the principals who read one by one; a whole account cannot be a reader.',
    ],
    [
      "a reader twice",
      { accounts: [SOURCE], readers: [READER, READER] },
      `readers is "${READER}". Allowed: each once. Remove the repetition.`,
    ],
    [
      "the destruction of what is protected",
      { accounts: [SOURCE], forceDestroy: true },
      "forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as well, or remove forceDestroy.",
    ],
    [
      "the destruction of what nobody can unlock",
      { accounts: [SOURCE], protect: false, forceDestroy: true, objectLock: { mode: "COMPLIANCE", days: 365 } },
      "forceDestroy is true. Allowed: false with objectLock.mode COMPLIANCE, which nobody can lift. Remove forceDestroy, or choose another mode.",
    ],
    [
      "a retention shorter than the lock",
      { accounts: [SOURCE], retentionDays: 364 },
      "retentionDays is 364. Allowed: 365 days (objectLock.days) or more. Raise retentionDays or lower objectLock.days: an object cannot expire while it is locked.",
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuse ${title}`, () => {
      assert.throws(() => resolveLogArchive("archive", args), { message: `LogArchive "archive": ${message}` });
    });
  }
});
