import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  ConfigRecorder,
  type ConfigRecorderArgs,
  resolveConfigRecorder,
} from "../../../components/config/config-recorder";
import { PLACE, record } from "../recorder";

const REGION = PLACE.region;
const RECORDER = "aws:cfg/recorder:Recorder";
const RETENTION = "aws:cfg/retentionConfiguration:RetentionConfiguration";
const BUCKET = `items-123456789012-${REGION}`;
const ROLE = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
const SERVICE_LINKED_ROLE_ARN =
  "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const CONFIG = { Service: "config.amazonaws.com" };
const SOURCE_ACCOUNT = { StringEquals: { "aws:SourceAccount": "123456789012" } };

function recorded(args: Partial<ConfigRecorderArgs> = {}) {
  return record(() => new ConfigRecorder("items", { region: REGION, recordGlobalResourceTypes: false, ...args }));
}

describe("ConfigRecorder", () => {
  it("creates key, bucket without Object Lock, service-linked role, recorder, channel, status and retention, and nothing else", async () => {
    const recording = await recorded();
    assert.deepEqual(recording.children(), [
      "ai-governance-baseline:index:ConfigRecorder items",
      "ai-governance-baseline:index:CustomerManagedKey items-key",
      "ai-governance-baseline:index:EvidenceBucket items-bucket",
      "aws:cfg/deliveryChannel:DeliveryChannel items-channel",
      "aws:cfg/recorder:Recorder items-recorder",
      "aws:cfg/recorderStatus:RecorderStatus items-status",
      "aws:cfg/retentionConfiguration:RetentionConfiguration items-retention",
      `${ROLE} items-role`,
      "aws:kms/alias:Alias items-key-alias",
      "aws:kms/key:Key items-key",
      "aws:s3/bucket:Bucket items-bucket",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration items-bucket-lifecycle",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls items-bucket-ownership",
      "aws:s3/bucketPolicy:BucketPolicy items-bucket-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock items-bucket-public-access-block",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration items-bucket-encryption",
      "aws:s3/bucketVersioning:BucketVersioning items-bucket-versioning",
    ]);
    assert.equal(recording.inputs("aws:s3/bucket:Bucket", "items-bucket")["objectLockEnabled"], false);
  });

  it("records every supported type continuously, global types only where asked", async () => {
    const inputs = (recordGlobalResourceTypes: boolean) => ({
      name: "items-recorder",
      region: REGION,
      roleArn: SERVICE_LINKED_ROLE_ARN,
      recordingGroup: {
        allSupported: true,
        includeGlobalResourceTypes: recordGlobalResourceTypes,
        recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }],
      },
      recordingMode: { recordingFrequency: "CONTINUOUS" },
    });
    for (const recordGlobalResourceTypes of [true, false]) {
      const recording = await recorded({ recordGlobalResourceTypes });
      assert.deepEqual(recording.inputs(RECORDER, "items-recorder"), inputs(recordGlobalResourceTypes));
    }
  });

  it("leaves excluded types out, and global types with them where they are not to be recorded", async () => {
    const groupOf = async (recordGlobalResourceTypes: boolean) => {
      const made = await recorded({ recordGlobalResourceTypes, excludedResourceTypes: ["AWS::EC2::NetworkInterface"] });
      return made.inputs(RECORDER, "items-recorder")["recordingGroup"];
    };
    const group = (...resourceTypes: readonly string[]) => ({
      allSupported: false,
      includeGlobalResourceTypes: false,
      exclusionByResourceTypes: [{ resourceTypes }],
      recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
    });
    assert.deepEqual(await groupOf(true), group("AWS::EC2::NetworkInterface"));
    assert.deepEqual(
      await groupOf(false),
      group("AWS::EC2::NetworkInterface", "AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"),
    );
  });

  it("refuses to exclude what the baseline needs, what is no type, and what is recorded once a day", async () => {
    for (const type of ["AWS::S3::Bucket", "AWS::BedrockAgentCore::Runtime", "AWS::IAM::Role", "EC2::Subnet"]) {
      await assert.rejects(recorded({ excludedResourceTypes: ["AWS::EC2::Subnet", type] }), {
        message:
          `ConfigRecorder "items": excludedResourceTypes is "${type}". Allowed: resource types of AWS Config other than ` +
          "AWS::S3::Bucket, AWS::KMS::Key, AWS::CloudTrail::Trail, AWS::CloudWatch::Alarm, AWS::EKS::Cluster, " +
          "AWS::Bedrock::*, AWS::BedrockAgentCore::*, AWS::SageMaker::*, AWS::IAM::*. Remove it: the baseline needs those " +
          "types, and AWS Config knows no others than AWS::SERVICE::TYPE.",
      });
    }
    const both = ["AWS::EC2::Subnet"];
    await assert.rejects(recorded({ excludedResourceTypes: both, dailyOverrides: both }), {
      message:
        'ConfigRecorder "items": dailyOverrides is "AWS::EC2::Subnet". Allowed: resource types that are recorded. Remove it ' +
        "from dailyOverrides or from excludedResourceTypes.",
    });
  });

  it("records named types once a day", async () => {
    const recording = await recorded({ dailyOverrides: ["AWS::EC2::NetworkInterface"] });
    assert.deepEqual(recording.inputs(RECORDER, "items-recorder")["recordingMode"], {
      recordingFrequency: "CONTINUOUS",
      recordingModeOverride: {
        description: "Recorded once a day",
        recordingFrequency: "DAILY",
        resourceTypes: ["AWS::EC2::NetworkInterface"],
      },
    });
  });

  it("refuses overrides that would be ignored", async () => {
    await assert.rejects(recorded({ frequency: "DAILY", dailyOverrides: ["AWS::S3::Bucket"] }), {
      message:
        'ConfigRecorder "items": dailyOverrides is ["AWS::S3::Bucket"]. Allowed: nothing with frequency "DAILY", which would ' +
        "ignore it. Remove dailyOverrides or record continuously.",
    });
    await assert.rejects(recorded({ dailyOverrides: [] }), {
      message:
        'ConfigRecorder "items": dailyOverrides is []. Allowed: one or more resource types. Name the types to record once a ' +
        "day, or leave the option out.",
    });
  });

  it("delivers to its bucket with its key and starts the recorder", async () => {
    const recording = await recorded({ deliveryFrequency: "Six_Hours" });
    assert.deepEqual(recording.inputs("aws:cfg/deliveryChannel:DeliveryChannel", "items-channel"), {
      name: "items-channel",
      region: REGION,
      s3BucketName: BUCKET,
      s3KmsKeyArn: `arn:aws:kms:${REGION}:123456789012:key/items-key`,
      snapshotDeliveryProperties: { deliveryFrequency: "Six_Hours" },
    });
    assert.deepEqual(recording.inputs("aws:cfg/recorderStatus:RecorderStatus", "items-status"), {
      name: "items-recorder",
      isEnabled: true,
      region: REGION,
    });
  });

  it("keeps items between 30 and 2557 days, 2557 unless told otherwise, also when told by an Output", async () => {
    const days = async (retentionDays?: pulumi.Input<number>) => {
      const recording = await recorded(retentionDays === undefined ? {} : { retentionDays });
      return recording.inputs(RETENTION, "items-retention");
    };
    assert.deepEqual(await days(), { retentionPeriodInDays: 2557, region: REGION });
    assert.deepEqual(await days(30), { retentionPeriodInDays: 30, region: REGION });
    assert.deepEqual(await days(2557), { retentionPeriodInDays: 2557, region: REGION });
    for (const refused of [29, 2558, 30.5]) {
      const message =
        `ConfigRecorder "items": retentionDays is ${refused}. Allowed: a whole number of days from 30 to 2557. ` +
        "Set retentionDays to a value in that range, or leave it out for the default.";
      await assert.rejects(days(refused), { message });
    }
    await assert.rejects(days(pulumi.output(29)), /retentionDays is 29/);
  });

  it("asks for the role of AWS Config, and lets AWS Config of this account alone use the key and write the bucket", async () => {
    const recording = await recorded();
    assert.deepEqual(recording.inputs(ROLE, "items-role"), { awsServiceName: "config.amazonaws.com" });
    assert.deepEqual(recording.document("aws:kms/key:Key", "items-key", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountAdministersKeyThroughIam",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:root" },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "ConfigEncryptsConfiguration",
          Effect: "Allow",
          Principal: CONFIG,
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: SOURCE_ACCOUNT,
        },
      ],
    });
    const policy = recording.document("aws:s3/bucketPolicy:BucketPolicy", "items-bucket-policy", "policy");
    assert.deepEqual((policy as { Statement: unknown[] }).Statement.slice(1), [
      {
        Sid: "ConfigReadsBucketAcl",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:GetBucketAcl",
        Resource: `arn:aws:s3:::${BUCKET}`,
        Condition: SOURCE_ACCOUNT,
      },
      {
        Sid: "ConfigListsBucket",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:ListBucket",
        Resource: `arn:aws:s3:::${BUCKET}`,
        Condition: SOURCE_ACCOUNT,
      },
      {
        Sid: "ConfigDeliversConfiguration",
        Effect: "Allow",
        Principal: CONFIG,
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::${BUCKET}/AWSLogs/123456789012/Config/*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012", "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
    ]);
  });

  it("orders recorder, channel and status, and protects them", async () => {
    const recording = await recorded();
    const placed = (type: string, name: string) => {
      const { protect, dependsOn } = recording.registration(type, name);
      return { protect, dependsOn };
    };
    assert.deepEqual(placed(RECORDER, "items-recorder"), {
      protect: true,
      dependsOn: [`${ROLE} items-role`],
    });
    assert.deepEqual(placed("aws:cfg/deliveryChannel:DeliveryChannel", "items-channel"), {
      protect: true,
      dependsOn: [`${RECORDER} items-recorder`, "ai-governance-baseline:index:EvidenceBucket items-bucket"],
    });
    assert.deepEqual(placed("aws:cfg/recorderStatus:RecorderStatus", "items-status"), {
      protect: true,
      dependsOn: ["aws:cfg/deliveryChannel:DeliveryChannel items-channel"],
    });
    assert.deepEqual(placed(RETENTION, "items-retention"), {
      protect: undefined,
      dependsOn: [`${RECORDER} items-recorder`],
    });
  });

  it("empties its bucket when it is destroyed, where it is told so and not protected", async () => {
    const emptied = async (args: Partial<ConfigRecorderArgs>) => {
      const made = await recorded(args);
      return [
        made.inputs("aws:s3/bucket:Bucket", "items-bucket")["forceDestroy"],
        made.registration(RECORDER, "items-recorder").protect,
      ];
    };
    assert.deepEqual(await emptied({}), [false, true]);
    assert.deepEqual(await emptied({ protect: false }), [false, false]);
    assert.deepEqual(await emptied({ protect: false, forceDestroy: true }), [true, false]);
    await assert.rejects(recorded({ forceDestroy: true }), /^.*ConfigRecorder "items": forceDestroy is true\. /);
  });

  it("leaves its key to break-glass principals where they are named", async () => {
    const made = await recorded({ breakGlassPrincipals: ["arn:aws:iam::123456789012:role/break-glass"] });
    const { Statement } = made.document("aws:kms/key:Key", "items-key", "policy") as { Statement: { Sid: string }[] }; // As policyJson writes it.
    assert.deepEqual(
      Statement.map(({ Sid }) => Sid),
      ["AccountAdministersKeyThroughIam", "OnlyBreakGlassRemovesKey", "ConfigEncryptsConfiguration"],
    );
  });

  it("refuses a second recorder in the same region", async () => {
    const program = () => {
      new ConfigRecorder("items", { region: REGION, recordGlobalResourceTypes: true });
      new ConfigRecorder("others", { region: REGION, recordGlobalResourceTypes: false });
    };
    await assert.rejects(
      record(program),
      /^.*ConfigRecorder "others" and ConfigRecorder "items" are both in region eu-central-1\./,
    );
  });
});

describe("ConfigRecorder that is given", () => {
  const keyArn = `arn:aws:kms:${REGION}:123456789012:key/00000000-0000-4000-8000-000000000000`;
  const roleArn = "arn:aws:iam::123456789012:role/recorder";
  const childrenWithout = async (part: RegExp) => (await recorded()).children().filter((child) => !part.test(child));

  it("a key makes none and encrypts with it", async () => {
    const made = await recorded({ key: { existing: { arn: keyArn } } });
    assert.deepEqual(made.children(), await childrenWithout(/ items-key/));
    assert.equal(made.inputs("aws:cfg/deliveryChannel:DeliveryChannel", "items-channel")["s3KmsKeyArn"], keyArn);
    const encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    assert.match(JSON.stringify(made.inputs(encryption, "items-bucket-encryption")), new RegExp(keyArn));
  });

  it("a bucket makes none and delivers to it", async () => {
    const bucket = { existing: { name: "company-items" } };
    let bucketArn = "";
    const made = await record(() => {
      const recorder = new ConfigRecorder("items", { region: REGION, recordGlobalResourceTypes: false, bucket });
      recorder.bucketArn.apply((arn) => (bucketArn = arn));
    });
    assert.deepEqual(made.children(), await childrenWithout(/ items-bucket/));
    assert.equal(
      made.inputs("aws:cfg/deliveryChannel:DeliveryChannel", "items-channel")["s3BucketName"],
      "company-items",
    );
    assert.deepEqual(made.registration("aws:cfg/deliveryChannel:DeliveryChannel", "items-channel").dependsOn, [
      `${RECORDER} items-recorder`,
    ]);
    assert.equal(bucketArn, "arn:aws:s3:::company-items");
  });

  it("a role makes none", async () => {
    const made = await recorded({ role: { existing: { arn: roleArn } } });
    assert.deepEqual(made.children(), await childrenWithout(/ items-role/));
    assert.equal(made.inputs(RECORDER, "items-recorder")["roleArn"], roleArn);
    assert.deepEqual(made.registration(RECORDER, "items-recorder").dependsOn, []);
  });

  it("the service-linked role makes none, and records with it at once", async () => {
    const made = await recorded({ serviceLinkedRole: "existing" });
    assert.deepEqual(made.children(), await childrenWithout(/ items-role/));
    assert.equal(made.inputs(RECORDER, "items-recorder")["roleArn"], SERVICE_LINKED_ROLE_ARN);
    assert.deepEqual(made.registration(RECORDER, "items-recorder").dependsOn, []);
  });

  for (const serviceLinkedRole of ["create", "existing"] as const) {
    it(`a role refuses serviceLinkedRole ${serviceLinkedRole}`, async () => {
      await assert.rejects(recorded({ role: { existing: { arn: roleArn } }, serviceLinkedRole }), {
        message:
          `ConfigRecorder "items": serviceLinkedRole is "${serviceLinkedRole}". Allowed: nothing with role.existing, which would ` +
          "ignore it. Remove serviceLinkedRole or leave role out.",
      });
    });
  }

  it("a key refuses break-glass principals", async () => {
    const breakGlassPrincipals = ["arn:aws:iam::123456789012:role/break-glass"];
    await assert.rejects(recorded({ key: { existing: { arn: keyArn } }, breakGlassPrincipals }), {
      message:
        'ConfigRecorder "items": breakGlassPrincipals is ["arn:aws:iam::123456789012:role/break-glass"]. Allowed: nothing with ' +
        "key.existing, which would ignore it. Remove breakGlassPrincipals or leave key out.",
    });
  });

  for (const [option, value] of Object.entries({
    bucketRetentionDays: 2557,
    bucketStorageClasses: [],
    accessLogBucket: "access",
  })) {
    it(`a bucket refuses ${option}`, async () => {
      await assert.rejects(recorded({ bucket: { existing: { name: "company-items" } }, [option]: value }), {
        message:
          `ConfigRecorder "items": ${option} is ${JSON.stringify(value)}. Allowed: nothing with bucket.existing, which would ` +
          `ignore it. Remove ${option} or leave bucket out.`,
      });
    });
  }
});

describe("The options of a ConfigRecorder", () => {
  const resolved = (args: Partial<ConfigRecorderArgs> = {}) =>
    resolveConfigRecorder("items", { region: REGION, recordGlobalResourceTypes: true, ...args });

  it("are complete when only the necessary ones are given", () => {
    assert.deepEqual(resolved(), {
      region: REGION,
      recordGlobalResourceTypes: true,
      excludedResourceTypes: [],
      frequency: "CONTINUOUS",
      dailyOverrides: [],
      retentionDays: 2557,
      deliveryFrequency: "TwentyFour_Hours",
      key: undefined,
      bucket: undefined,
      role: undefined,
      serviceLinkedRole: "create",
      bucketRetentionDays: 2557,
      bucketStorageClasses: [],
      accessLogBucket: undefined,
    });
  });

  it("may keep what is delivered for a day, and not for less", () => {
    assert.equal(resolved({ bucketRetentionDays: 1 }).bucketRetentionDays, 1);
    assert.throws(() => resolved({ bucketRetentionDays: 0 }), {
      message: /^ConfigRecorder "items": bucketRetentionDays is 0\. Allowed: a whole number of days from 1 to 36500\./,
    });
  });
});
