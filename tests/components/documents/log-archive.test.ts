import assert from "node:assert/strict";

import {
  archiveConfigBucketStatements,
  archiveConfigKeyStatements,
  archiveTrailBucketStatements,
  archiveTrailKeyStatements,
  type ArchiveUse,
} from "../../../components/documents/log-archive";

const PLACE = { partition: "aws", accountId: "999999999999", region: "eu-central-1" };
const [ONE, TWO] = ["111122223333", "444455556666"];
const TRAILS = [
  "arn:aws:cloudtrail:eu-central-1:111122223333:trail/one",
  "arn:aws:cloudtrail:us-east-1:444455556666:trail/two",
] as const;
const READER = "arn:aws:iam::777788889999:role/auditor";
const ACCOUNTS: ArchiveUse = {
  trails: [
    { accountId: ONE, trailArn: TRAILS[0] },
    { accountId: TWO, trailArn: TRAILS[1] },
  ],
  configAccountIds: [ONE, TWO],
  readers: [],
};
const ORGANIZATION: ArchiveUse = {
  trails: [{ accountId: ONE, trailArn: TRAILS[0], organizationId: "o-abcdefghij" }],
  configAccountIds: [ONE],
  readers: [],
};
const FROM_TRAILS = { StringEquals: { "aws:SourceArn": TRAILS } };
const FROM_ACCOUNTS = { StringEquals: { "aws:SourceAccount": [ONE, TWO] } };
const CLOUDTRAIL = { Service: "cloudtrail.amazonaws.com" };
const CONFIG = { Service: "config.amazonaws.com" };

describe("The policies of an archive", () => {
  it("let the trails of the accounts, and no other, write each under its account's prefix", () => {
    assert.deepEqual(archiveTrailBucketStatements(PLACE, "logs", ACCOUNTS), [
      {
        Sid: "AWSCloudTrailAclCheck20150319",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::logs",
        Condition: FROM_TRAILS,
      },
      {
        Sid: "AWSCloudTrailWrite20150319",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "s3:PutObject",
        Resource: ["arn:aws:s3:::logs/AWSLogs/111122223333/*", "arn:aws:s3:::logs/AWSLogs/444455556666/*"],
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": TRAILS } },
      },
    ]);
  });

  it("let the trail of an organization write under its own account's prefix and the organization's", () => {
    assert.deepEqual(
      archiveTrailBucketStatements(PLACE, "logs", ORGANIZATION).map(({ Sid, Resource }) => [Sid, Resource]),
      [
        ["AWSCloudTrailAclCheck20150319", "arn:aws:s3:::logs"],
        ["AWSCloudTrailWrite20150319", "arn:aws:s3:::logs/AWSLogs/111122223333/*"],
        ["AWSCloudTrailOrganizationWrite20150319", "arn:aws:s3:::logs/AWSLogs/o-abcdefghij/*"],
      ],
    );
  });

  it("let the trails use the key", () => {
    assert.deepEqual(archiveTrailKeyStatements(PLACE, ACCOUNTS), [
      {
        Sid: "CloudTrailEncryptsLogs",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:GenerateDataKey*",
        Resource: "*",
        Condition: {
          ...FROM_TRAILS,
          StringLike: {
            "kms:EncryptionContext:aws:cloudtrail:arn": [
              "arn:aws:cloudtrail:*:111122223333:trail/*",
              "arn:aws:cloudtrail:*:444455556666:trail/*",
            ],
          },
        },
      },
      {
        Sid: "CloudTrailDescribesKey",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: FROM_TRAILS,
      },
      {
        Sid: "CloudTrailDecryptsLogs",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: FROM_TRAILS,
      },
    ]);
  });

  it("let AWS Config deliver for the accounts, each under its prefix", () => {
    assert.deepEqual(archiveConfigBucketStatements(PLACE, "items", ACCOUNTS), [
      {
        Sid: "ConfigReadsBucketAcl",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::items",
        Condition: FROM_ACCOUNTS,
      },
      {
        Sid: "ConfigListsBucket",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:ListBucket",
        Resource: "arn:aws:s3:::items",
        Condition: FROM_ACCOUNTS,
      },
      {
        Sid: "ConfigDeliversConfiguration",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:PutObject",
        Resource: [
          "arn:aws:s3:::items/AWSLogs/111122223333/Config/*",
          "arn:aws:s3:::items/AWSLogs/444455556666/Config/*",
        ],
        Condition: {
          StringEquals: { "aws:SourceAccount": [ONE, TWO], "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
    ]);
  });

  it("let AWS Config encrypt for the accounts", () => {
    assert.deepEqual(archiveConfigKeyStatements(PLACE, "items", ACCOUNTS), [
      {
        Sid: "ConfigEncryptsConfiguration",
        Effect: "Allow",
        Principal: CONFIG,
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: FROM_ACCOUNTS,
      },
    ]);
  });

  it("let readers list, read and decrypt, and nothing else", () => {
    const use = { ...ACCOUNTS, readers: [READER] };
    const forReaders = (statements: readonly { readonly Sid: string }[]) =>
      statements.filter(({ Sid }) => Sid.startsWith("Readers"));
    const reading = (bucket: string) => [
      {
        Sid: "ReadersListBucket",
        Effect: "Allow",
        Principal: { AWS: READER },
        Action: ["s3:GetBucketLocation", "s3:ListBucket"],
        Resource: bucket,
      },
      {
        Sid: "ReadersReadObjects",
        Effect: "Allow",
        Principal: { AWS: READER },
        Action: ["s3:GetObject", "s3:GetObjectVersion"],
        Resource: `${bucket}/*`,
      },
    ];
    const decrypting = { Effect: "Allow", Principal: { AWS: READER }, Action: "kms:Decrypt", Resource: "*" };
    assert.deepEqual(forReaders(archiveTrailBucketStatements(PLACE, "logs", use)), reading("arn:aws:s3:::logs"));
    assert.deepEqual(forReaders(archiveConfigBucketStatements(PLACE, "items", use)), reading("arn:aws:s3:::items"));
    assert.deepEqual(forReaders(archiveTrailKeyStatements(PLACE, use)), [
      {
        Sid: "ReadersDecryptLogs",
        ...decrypting,
        Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
      },
    ]);
    assert.deepEqual(forReaders(archiveConfigKeyStatements(PLACE, "items", use)), [
      {
        Sid: "ReadersDecryptConfiguration",
        ...decrypting,
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::items" } },
      },
    ]);
  });
});
