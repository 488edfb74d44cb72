import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { LockedBackup, type LockedBackupArgs, resolveLockedBackup } from "../../../components/backup/locked-backup";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const HERE = `${REGION}:${PLACE.accountId}`;
const BUCKET = "arn:aws:s3:::training";
const TABLE = `arn:aws:dynamodb:${HERE}:table/sessions`;
const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const POLICY = "aws:backup/vaultPolicy:VaultPolicy";
const PLAN = "aws:backup/plan:Plan";
const SELECTION = "aws:backup/selection:Selection";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const KEY = { existing: { arn: `arn:aws:kms:${HERE}:key/00000000-0000-4000-8000-000000000000` } };
const BACKUP_ROLE = { existing: { arn: `arn:aws:iam::${PLACE.accountId}:role/backups` } };
const BREAK_GLASS = `arn:aws:iam::${PLACE.accountId}:role/break-glass`;

function options(args: Partial<LockedBackupArgs> = {}): LockedBackupArgs {
  return {
    resources: [
      { kind: "bucket", arn: BUCKET },
      { kind: "table", arn: TABLE },
    ],
    region: REGION,
    ...args,
  };
}

function backup(args: Partial<LockedBackupArgs> = {}): Promise<Recording> {
  return record(() => new LockedBackup("ai", options(args)));
}

const CHILDREN_WITHOUT_KEY_AND_ROLE = [
  "ai-governance-baseline:index:LockedBackup ai",
  `${LOCK} ai-lock`,
  `${PLAN} ai-plan`,
  `${POLICY} ai-policy`,
  `${SELECTION} ai-selection`,
  `${VAULT} ai-vault`,
];

describe("LockedBackup", () => {
  it("is a key, a vault with a lock and a policy, a plan with a selection, and a role with the policies of its kinds", async () => {
    assert.deepEqual(
      (await backup()).children(),
      [
        ...CHILDREN_WITHOUT_KEY_AND_ROLE,
        "ai-governance-baseline:index:CustomerManagedKey ai-key",
        "aws:kms/alias:Alias ai-key-alias",
        "aws:kms/key:Key ai-key",
        `${ROLE} ai-role`,
        `${ATTACHMENT} ai-role-AWSBackupServiceRolePolicyForBackup`,
        `${ATTACHMENT} ai-role-AWSBackupServiceRolePolicyForS3Backup`,
      ].sort(),
    );
  });

  it("makes no key and no role where one exists", async () => {
    const made = await backup({ key: KEY, role: BACKUP_ROLE });
    assert.deepEqual(made.children(), [...CHILDREN_WITHOUT_KEY_AND_ROLE].sort());
    assert.equal(made.inputs(VAULT, "ai-vault")["kmsKeyArn"], KEY.existing.arn);
    assert.equal(made.inputs(SELECTION, "ai-selection")["iamRoleArn"], BACKUP_ROLE.existing.arn);
  });

  it("protects the vault and its lock, and empties nothing", async () => {
    const made = await backup({ key: KEY });
    assert.deepEqual(made.inputs(VAULT, "ai-vault"), { name: "ai", kmsKeyArn: KEY.existing.arn, region: REGION });
    assert.equal(made.registration(VAULT, "ai-vault").protect, true);
    assert.equal(made.registration(LOCK, "ai-lock").protect, true);
    const destroyed = await backup({ protect: false, forceDestroy: true });
    assert.equal(destroyed.inputs(VAULT, "ai-vault")["forceDestroy"], true);
    assert.equal(destroyed.registration(VAULT, "ai-vault").protect, false);
  });

  it("locks the vault in mode GOVERNANCE for as long as recovery points are kept", async () => {
    assert.deepEqual((await backup()).inputs(LOCK, "ai-lock"), {
      backupVaultName: "ai",
      minRetentionDays: 35,
      region: REGION,
    });
  });

  it("locks it in mode COMPLIANCE, and for other bounds, where that is said", async () => {
    const made = await backup({
      lockMode: "COMPLIANCE",
      changeableForDays: 3,
      minimumRetentionDays: 1,
      maximumRetentionDays: 400,
    });
    assert.deepEqual(made.inputs(LOCK, "ai-lock"), {
      backupVaultName: "ai",
      minRetentionDays: 1,
      maxRetentionDays: 400,
      changeableForDays: 3,
      region: REGION,
    });
  });

  it("refuses deletion to everybody, or to all but the break-glass principals", async () => {
    const sid = async (args: Partial<LockedBackupArgs>): Promise<unknown> => {
      const policy = JSON.stringify((await backup(args)).document(POLICY, "ai-policy", "policy"));
      return [...policy.matchAll(/"Sid":"(?<sid>\w+)"/g)].map(({ groups }) => groups?.["sid"]);
    };
    assert.deepEqual(await sid({}), ["NobodyRemovesBackups"]);
    assert.deepEqual(await sid({ breakGlassPrincipals: [BREAK_GLASS] }), ["OnlyBreakGlassRemovesBackups"]);
    assert.deepEqual(await sid({ key: KEY, breakGlassPrincipals: [BREAK_GLASS] }), ["OnlyBreakGlassRemovesBackups"]);
  });

  it("backs up every day at five, once the vault is locked, with the windows that AWS has", async () => {
    const made = await backup();
    const { inputs, dependsOn } = made.registration(PLAN, "ai-plan");
    assert.deepEqual(inputs, {
      name: "ai",
      rules: [
        {
          ruleName: "ai",
          targetVaultName: "ai",
          schedule: "cron(0 5 ? * * *)",
          startWindow: 480,
          completionWindow: 10_080,
          lifecycle: { deleteAfter: 35 },
        },
      ],
      region: REGION,
    });
    assert.deepEqual(dependsOn, [`${LOCK} ai-lock`, `${POLICY} ai-policy`]);
  });

  it("takes another schedule, other windows and cold storage", async () => {
    const made = await backup({
      schedule: "cron(30 1 ? * SUN *)",
      startWindowMinutes: 60,
      completionWindowMinutes: 120,
      retentionDays: 120,
      coldStorageAfterDays: 30,
    });
    const { rules } = made.inputs(PLAN, "ai-plan");
    assert.deepEqual(rules, [
      {
        ruleName: "ai",
        targetVaultName: "ai",
        schedule: "cron(30 1 ? * SUN *)",
        startWindow: 60,
        completionWindow: 120,
        lifecycle: { deleteAfter: 120, coldStorageAfter: 30 },
      },
    ]);
  });

  it("selects the resources by their ARNs, once the role may read them", async () => {
    const made = await backup();
    const { inputs, dependsOn } = made.registration(SELECTION, "ai-selection");
    assert.deepEqual(inputs["resources"], [BUCKET, TABLE]);
    assert.equal(inputs["name"], "ai");
    assert.deepEqual(dependsOn, [
      `${ATTACHMENT} ai-role-AWSBackupServiceRolePolicyForS3Backup`,
      `${ATTACHMENT} ai-role-AWSBackupServiceRolePolicyForBackup`,
    ]);
  });

  it("gives its role the policy of its kinds alone, and lets AWS Backup assume it", async () => {
    const made = await backup({ resources: [{ kind: "bucket", arn: BUCKET }] });
    assert.deepEqual(
      made.children().filter((child) => child.startsWith(ATTACHMENT)),
      [`${ATTACHMENT} ai-role-AWSBackupServiceRolePolicyForS3Backup`],
    );
    assert.equal(
      made.inputs(ATTACHMENT, "ai-role-AWSBackupServiceRolePolicyForS3Backup")["policyArn"],
      `arn:${PLACE.partition}:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup`,
    );
    assert.ok(
      JSON.stringify(made.document(ROLE, "ai-role", "assumeRolePolicy")).includes('"Service":"backup.amazonaws.com"'),
    );
  });

  describe("refuses", () => {
    const REFUSED: Readonly<Record<string, readonly [Partial<LockedBackupArgs>, RegExp]>> = {
      "no resource": [{ resources: [] }, /resources is \[\]\. Allowed: at least one resource/],
      "an ARN of another kind": [
        { resources: [{ kind: "volume", arn: TABLE }] },
        /resources\[0\]\.arn is "arn:.*table\/sessions"\. Allowed: an ARN of the kind volume/,
      ],
      "a cluster, which needs the region's opt-in": [
        { resources: [{ kind: "database", arn: `arn:aws:rds:${HERE}:cluster:features` }] },
        /Allowed: an ARN of the kind database/,
      ],
      "a retention of no day": [{ retentionDays: 0 }, /retentionDays is 0\. Allowed: a whole number of days from 1/],
      "a retention below the lock's minimum": [{ minimumRetentionDays: 36 }, /retentionDays is 35/],
      "a retention above the lock's maximum": [{ maximumRetentionDays: 34 }, /retentionDays is 35/],
      "less than 90 days of cold storage": [
        { retentionDays: 119, coldStorageAfterDays: 30 },
        /retentionDays is 119.*90 days more than coldStorageAfterDays/,
      ],
      "a lock of compliance without days to change it": [{ lockMode: "COMPLIANCE" }, /changeableForDays is/],
      "two days to change it": [{ lockMode: "COMPLIANCE", changeableForDays: 2 }, /changeableForDays is 2\. .* from 3/],
      "days to change a lock of governance": [
        { changeableForDays: 3 },
        /changeableForDays is 3\. Allowed: nothing, unless lockMode is COMPLIANCE/,
      ],
      "a schedule of five fields": [{ schedule: "cron(0 5 * * ?)" }, /schedule is "cron\(0 5 \* \* \?\)"/],
      "a window of less than an hour": [{ startWindowMinutes: 59 }, /startWindowMinutes is 59/],
      "a completion of less than an hour": [{ completionWindowMinutes: 59 }, /completionWindowMinutes is 59/],
      "the alias of a key": [
        { key: { existing: { arn: `arn:aws:kms:${HERE}:alias/backups` } } },
        /key\.existing\.arn is "arn:.*alias\/backups"/,
      ],
      "a role that is none": [{ role: { existing: { arn: "backups" } } }, /role\.existing\.arn is "backups"/],
      "to destroy what is protected": [{ forceDestroy: true }, /forceDestroy is true/],
      "to destroy what nobody can": [
        { protect: false, forceDestroy: true, lockMode: "COMPLIANCE", changeableForDays: 3 },
        /forceDestroy is true/,
      ],
      "a break-glass principal with a wildcard": [
        { breakGlassPrincipals: [`arn:aws:iam::${PLACE.accountId}:role/*`] },
        /breakGlassPrincipals\[0\]/,
      ],
    };
    for (const [what, [args, message]] of Object.entries(REFUSED)) {
      it(what, () => {
        assert.throws(() => resolveLockedBackup("ai", options(args)), message);
      });
    }

    it("an ARN of another kind that is known later", async () => {
      const resources = [{ kind: "volume", arn: pulumi.output(TABLE) }] as const;
      await assert.rejects(backup({ resources }), /an ARN of the kind volume/);
    });

    it("a name that is no name of a vault", () => {
      assert.throws(() => resolveLockedBackup("a".repeat(51), options()), /name is "a+"\. Allowed: 2 to 50 letters/);
      resolveLockedBackup("a".repeat(50), options());
    });
  });

  it("takes each bound", () => {
    resolveLockedBackup(
      "ai",
      options({ retentionDays: 120, coldStorageAfterDays: 30, minimumRetentionDays: 120, maximumRetentionDays: 120 }),
    );
  });
});
