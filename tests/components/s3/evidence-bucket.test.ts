import assert from "node:assert/strict";

import { EvidenceBucket, type EvidenceBucketArgs, resolveEvidenceBucket } from "../../../components/s3/evidence-bucket";
import { record, type Recording } from "../recorder";

const NAME = "evidence-123456789012-eu-central-1";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/1";

describe("An EvidenceBucket with a key and an access-log bucket", () => {
  let made: Recording;
  before(async () => {
    made = await evidence({ accessLogBucket: "access-logs" });
  });

  it("is exactly a bucket and eight settings of it", () => {
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:EvidenceBucket evidence",
      "aws:s3/bucket:Bucket evidence",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration evidence-lifecycle",
      "aws:s3/bucketLogging:BucketLogging evidence-access-logging",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration evidence-object-lock",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls evidence-ownership",
      "aws:s3/bucketPolicy:BucketPolicy evidence-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock evidence-public-access-block",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration evidence-encryption",
      "aws:s3/bucketVersioning:BucketVersioning evidence-versioning",
    ]);
  });

  it("holds every setting by its own child", () => {
    assert.ok(made.registrations.slice(1).every(({ parent }) => parent === made.children()[0]));
  });

  const settings: readonly [string, string, Record<string, unknown>][] = [
    ["aws:s3/bucket:Bucket", "evidence", { bucket: NAME, objectLockEnabled: true, forceDestroy: false }],
    [
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "evidence-public-access-block",
      {
        bucket: NAME,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    ],
    [
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      "evidence-ownership",
      { bucket: NAME, rule: { objectOwnership: "BucketOwnerEnforced" } },
    ],
    [
      "aws:s3/bucketVersioning:BucketVersioning",
      "evidence-versioning",
      { bucket: NAME, versioningConfiguration: { status: "Enabled" } },
    ],
    [
      ENCRYPTION,
      "evidence-encryption",
      {
        bucket: NAME,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY_ARN },
            bucketKeyEnabled: true,
          },
        ],
      },
    ],
    [
      LIFECYCLE,
      "evidence-lifecycle",
      {
        bucket: NAME,
        rules: [
          {
            id: "expire-evidence",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: 400 },
            noncurrentVersionExpiration: { noncurrentDays: 90 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    ],
    [LOCK, "evidence-object-lock", { bucket: NAME, rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } } }],
    [
      "aws:s3/bucketLogging:BucketLogging",
      "evidence-access-logging",
      {
        bucket: NAME,
        targetBucket: "access-logs",
        targetPrefix: `${NAME}/`,
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "DeliveryTime" } },
      },
    ],
  ];
  for (const [type, name, inputs] of settings) {
    it(`has exactly these inputs of ${name}`, () => {
      assert.deepEqual(made.inputs(type, name), inputs);
    });
  }

  it("has a policy that refuses insecure transport and grants nothing", () => {
    assert.deepEqual(made.document("aws:s3/bucketPolicy:BucketPolicy", "evidence-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyInsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [`arn:aws:s3:::${NAME}`, `arn:aws:s3:::${NAME}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("is protected, and orders what S3 wants ordered", () => {
    assert.equal(made.registration("aws:s3/bucket:Bucket", "evidence").protect, true);
    const versioning = ["aws:s3/bucketVersioning:BucketVersioning evidence-versioning"];
    assert.deepEqual(made.registration(LOCK, "evidence-object-lock").dependsOn, versioning);
    assert.deepEqual(made.registration(LIFECYCLE, "evidence-lifecycle").dependsOn, versioning);
    assert.deepEqual(made.registration("aws:s3/bucketPolicy:BucketPolicy", "evidence-policy").dependsOn, [
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock evidence-public-access-block",
    ]);
  });
});

describe("An EvidenceBucket", () => {
  it("for access logs is encrypted by S3's own key and neither locked nor logged itself", async () => {
    const made = await evidence({ keyArn: undefined, objectLock: "none" });
    assert.deepEqual(made.inputs(ENCRYPTION, "evidence-encryption")["rules"], [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    assert.equal(made.inputs("aws:s3/bucket:Bucket", "evidence")["objectLockEnabled"], false);
    const unwanted = made.children().filter((child) => /object-lock|access-logging/.test(child));
    assert.deepEqual(unwanted, []);
  });

  it("may be retained for exactly as long as it is locked", async () => {
    const made = await evidence({ retentionDays: 365 });
    assert.deepEqual(made.inputs(LOCK, "evidence-object-lock")["rule"], {
      defaultRetention: { mode: "GOVERNANCE", days: 365 },
    });
  });

  it("may not be retained for a day less than it is locked", async () => {
    await assert.rejects(evidence({ retentionDays: 364 }), {
      message:
        'EvidenceBucket "evidence": retentionDays is 364. Allowed: 365 days (objectLock.days) or more. Raise retentionDays or lower objectLock.days: an object cannot expire while it is locked.',
    });
  });

  it("may not be locked for no day at all", async () => {
    await assert.rejects(evidence({ objectLock: { mode: "COMPLIANCE", days: 0 } }), {
      message:
        'EvidenceBucket "evidence": objectLock.days is 0. Allowed: a whole number of days from 1 to 36500. Set objectLock.days to a value in that range, or leave it out for the default.',
    });
  });

  it("keeps left-behind versions no longer than the objects themselves", async () => {
    for (const [retentionDays, noncurrentDays] of [
      [89, 89],
      [90, 90],
      [91, 90],
    ]) {
      const made = await evidence({ retentionDays: retentionDays ?? 0, objectLock: "none" });
      const [rule] = made.inputs(LIFECYCLE, "evidence-lifecycle")["rules"] as Record<string, unknown>[]; // One rule, above.
      assert.deepEqual(rule?.["noncurrentVersionExpiration"], { noncurrentDays });
    }
  });

  for (const bucketName of ["ab", "Evidence", "a".repeat(64), "-abc", "abc-", "a_b", "a.b.c"]) {
    it(`may not be named ${bucketName.slice(0, 10)} (${bucketName.length} characters)`, async () => {
      await assert.rejects(evidence({ bucketName }), {
        message: `EvidenceBucket "evidence": bucketName is "${bucketName}". Allowed: 3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit. Choose a shorter or plainer name for the component or its bucket.`,
      });
    });
  }

  for (const bucketName of ["abc", "a".repeat(63)]) {
    it(`may be named with ${bucketName.length} characters`, async () => {
      const made = await evidence({ bucketName });
      assert.equal(made.inputs("aws:s3/bucket:Bucket", "evidence")["bucket"], bucketName);
    });
  }

  it("puts the given statements after its refusal, and every child into the given region", async () => {
    const statement = { Sid: "Mine", Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*" } as const;
    const made = await evidence({ policyStatements: [statement], region: "us-east-1" });
    const policy = made.document("aws:s3/bucketPolicy:BucketPolicy", "evidence-policy", "policy");
    assert.deepEqual((policy as { Statement: unknown[] }).Statement[1], statement);
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("is left unprotected when told so", async () => {
    const made = await evidence({ protect: false });
    assert.equal(made.registration("aws:s3/bucket:Bucket", "evidence").protect, false);
    assert.equal(made.inputs("aws:s3/bucket:Bucket", "evidence")["forceDestroy"], false);
  });

  for (const objectLock of ["none", { mode: "GOVERNANCE", days: 365 }] as const) {
    const lock = objectLock === "none" ? "no lock" : "a lock that can be bypassed";
    it(`is emptied when it is destroyed, where it is told so, is not protected and has ${lock}`, async () => {
      const made = await evidence({ protect: false, forceDestroy: true, objectLock });
      assert.equal(made.inputs("aws:s3/bucket:Bucket", "evidence")["forceDestroy"], true);
    });
  }

  it("may not be emptied where nobody can lift its lock, nor while Pulumi protects it", async () => {
    await assert.rejects(
      evidence({ protect: false, forceDestroy: true, objectLock: { mode: "COMPLIANCE", days: 365 } }),
      {
        message:
          'EvidenceBucket "evidence": forceDestroy is true. Allowed: false with objectLock.mode COMPLIANCE, which nobody can ' +
          "lift. Remove forceDestroy, or choose another mode.",
      },
    );
    await assert.rejects(evidence({ forceDestroy: true }), {
      message:
        'EvidenceBucket "evidence": forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as ' +
        "well, or remove forceDestroy.",
    });
  });
});

describe("The options of an EvidenceBucket", () => {
  it("are complete when only the necessary ones are given", () => {
    const args = { bucketName: NAME, keyArn: KEY_ARN, retentionDays: 400 };
    assert.deepEqual(resolveEvidenceBucket("evidence", args), {
      ...args,
      policyStatements: [],
      storageClasses: [],
      objectLock: { mode: "GOVERNANCE", days: 365 },
      accessLogBucket: undefined,
      forceDestroy: false,
    });
  });
});

describe("An EvidenceBucket with storage classes", () => {
  it("moves objects to each at its age, and expires them as ever", async () => {
    const storageClasses = [
      { days: 30, storageClass: "STANDARD_IA" },
      { days: 399, storageClass: "DEEP_ARCHIVE" },
    ] as const;
    const made = await evidence({ storageClasses });
    assert.deepEqual(made.inputs(LIFECYCLE, "evidence-lifecycle")["rules"], [
      {
        id: "expire-evidence",
        status: "Enabled",
        filter: { prefix: "" },
        transitions: storageClasses,
        expiration: { days: 400 },
        noncurrentVersionExpiration: { noncurrentDays: 90 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
  });

  it("refuses steps that S3 refuses", async () => {
    await assert.rejects(evidence({ storageClasses: [{ days: 400, storageClass: "GLACIER" }] }), {
      message:
        'EvidenceBucket "evidence": storageClasses[0] is {"days":400,"storageClass":"GLACIER"}. Allowed: whole days from 0 to ' +
        "399, before the objects expire. Name the classes from the dearest to the cheapest, each with the age in days at " +
        "which objects move to it.",
    });
    // A program in JavaScript can name a class that the types leave out.
    const oneZone = [{ days: 30, storageClass: "ONEZONE_IA" }] as unknown as EvidenceBucketArgs["storageClasses"];
    await assert.rejects(evidence({ storageClasses: oneZone ?? [] }), {
      message: /storageClasses\[0\] .* Allowed: the storage class STANDARD_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE\./,
    });
  });
});

function evidence(args: Partial<EvidenceBucketArgs>): Promise<Recording> {
  return record(
    () => void new EvidenceBucket("evidence", { bucketName: NAME, keyArn: KEY_ARN, retentionDays: 400, ...args }),
  );
}
