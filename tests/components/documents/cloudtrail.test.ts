import assert from "node:assert/strict";

import fc from "fast-check";

import {
  logDeliveryPermissions,
  logDeliveryTrust,
  trailArn,
  trailBucketStatements,
  trailKeyStatements,
  type TrailIdentity,
} from "../../../components/documents/cloudtrail";

const PLACE = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };
const TRAIL: TrailIdentity = { place: PLACE, trailName: "audit" };
const ORGANIZATION: TrailIdentity = {
  ...TRAIL,
  organization: { id: "o-abcdefghij", managementAccountId: "999999999999" },
};
const TRAIL_ARN = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit";
const FROM_TRAIL = { StringEquals: { "aws:SourceArn": TRAIL_ARN } };
const CLOUDTRAIL = { Service: "cloudtrail.amazonaws.com" };

describe("A trail's ARN", () => {
  it("is of its home region and account", () => {
    assert.equal(trailArn(TRAIL), TRAIL_ARN);
  });

  it("is of the management account when the trail is an organization's", () => {
    assert.equal(trailArn(ORGANIZATION), "arn:aws:cloudtrail:eu-central-1:999999999999:trail/audit");
  });

  it("is of its partition", () => {
    const china = { place: { ...PLACE, partition: "aws-cn", region: "cn-north-1" }, trailName: "audit" };
    assert.equal(trailArn(china), "arn:aws-cn:cloudtrail:cn-north-1:123456789012:trail/audit");
  });
});

describe("The policy of a trail's key", () => {
  it("is exactly this with a topic and a reader", () => {
    const use = {
      logGroupName: "/trail",
      topicName: "deliveries",
      readers: ["arn:aws:iam::123456789012:role/auditor"],
    };
    assert.deepEqual(trailKeyStatements(TRAIL, use), [
      {
        Sid: "CloudTrailEncryptsLogs",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:GenerateDataKey*",
        Resource: "*",
        Condition: {
          ...FROM_TRAIL,
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:123456789012:trail/*" },
        },
      },
      {
        Sid: "CloudTrailDescribesKey",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: FROM_TRAIL,
      },
      {
        Sid: "CloudTrailDecryptsLogs",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: FROM_TRAIL,
      },
      {
        Sid: "CloudWatchLogsEncryptsLogGroups",
        Effect: "Allow",
        Principal: { Service: "logs.eu-central-1.amazonaws.com" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnEquals: {
            "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:log-group:/trail",
          },
        },
      },
      {
        Sid: "CloudTrailEncryptsNotifications",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEqualsIfExists: FROM_TRAIL.StringEquals },
      },
      {
        Sid: "ReadersDecryptLogs",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:role/auditor" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
      },
    ]);
  });

  it("knows neither topic nor readers where there are none", () => {
    assert.deepEqual(
      trailKeyStatements(TRAIL, { logGroupName: "/trail", readers: [] }).map(({ Sid }) => Sid),
      ["CloudTrailEncryptsLogs", "CloudTrailDescribesKey", "CloudTrailDecryptsLogs", "CloudWatchLogsEncryptsLogGroups"],
    );
  });

  it("binds every grant to a service by a condition, whatever the trail", () => {
    const words = fc.string({ minLength: 1, maxLength: 20 });
    const organization = fc.option(fc.record({ id: words, managementAccountId: words }), { nil: undefined });
    const trails = fc.record({
      place: fc.record({ partition: words, accountId: words, region: words }),
      trailName: words,
      organization,
    });
    const uses = fc.record({ logGroupName: words, topicName: words, readers: fc.array(words) });
    fc.assert(
      fc.property(trails, uses, (trail, use) => {
        for (const { Principal, Condition } of trailKeyStatements(trail, use)) {
          if (typeof Principal === "object" && "Service" in Principal) {
            assert.ok(Condition !== undefined && Object.keys(Condition).length > 0);
          }
        }
      }),
    );
  });
});

describe("The bucket policy of a trail", () => {
  it("lets CloudTrail see the bucket's access list and write this account's log files, for this trail", () => {
    assert.deepEqual(trailBucketStatements(TRAIL, "evidence"), [
      {
        Sid: "AWSCloudTrailAclCheck20150319",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::evidence",
        Condition: FROM_TRAIL,
      },
      {
        Sid: "AWSCloudTrailWrite20150319",
        Effect: "Allow",
        Principal: CLOUDTRAIL,
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::evidence/AWSLogs/123456789012/*",
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": TRAIL_ARN } },
      },
    ]);
  });

  it("of an organization covers the management account and the organization", () => {
    assert.deepEqual(
      trailBucketStatements(ORGANIZATION, "evidence").map(({ Sid, Resource }) => [Sid, Resource]),
      [
        ["AWSCloudTrailAclCheck20150319", "arn:aws:s3:::evidence"],
        ["AWSCloudTrailWrite20150319", "arn:aws:s3:::evidence/AWSLogs/999999999999/*"],
        ["AWSCloudTrailOrganizationWrite20150319", "arn:aws:s3:::evidence/AWSLogs/o-abcdefghij/*"],
      ],
    );
  });
});

describe("The role that delivers a trail's events to its log group", () => {
  it("is assumed by CloudTrail, which sends nothing that could bind the trust", () => {
    assert.deepEqual(logDeliveryTrust(), {
      Sid: "CloudTrailAssumesRole",
      Effect: "Allow",
      Principal: CLOUDTRAIL,
      Action: "sts:AssumeRole",
    });
  });

  it("writes the streams of this account and region", () => {
    assert.equal(
      logDeliveryPermissions(TRAIL, "/trail").Resource,
      "arn:aws:logs:eu-central-1:123456789012:log-group:/trail:log-stream:123456789012_CloudTrail_eu-central-1*",
    );
  });

  it("of an organization writes the organization's streams too", () => {
    const group = "arn:aws:logs:eu-central-1:123456789012:log-group:/trail";
    assert.deepEqual(logDeliveryPermissions(ORGANIZATION, "/trail").Resource, [
      `${group}:log-stream:999999999999_CloudTrail_eu-central-1*`,
      `${group}:log-stream:o-abcdefghij_*`,
    ]);
  });
});
