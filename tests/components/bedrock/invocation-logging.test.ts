import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

import { MASKED_IDENTIFIERS } from "../../../facts/logs/data-identifiers";

import { CONTENT_MODE_PROVISIONS } from "../../../components/bedrock/content-mode-provisions";
import {
  InvocationLogging,
  type InvocationLoggingArgs,
  resolveInvocationLogging,
} from "../../../components/bedrock/invocation-logging";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const CONFIGURED = `model-invocation-logging-${REGION}`;
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const LOG_GROUP_ARN = `arn:aws:logs:${REGION}:123456789012:log-group:/ai-governance/calls/model-invocations`;
const FROM_BEDROCK = {
  StringEquals: { "aws:SourceAccount": "123456789012" },
  ArnLike: { "aws:SourceArn": `arn:aws:bedrock:${REGION}:123456789012:*` },
};
const READER = "arn:aws:iam::123456789012:role/investigator";
const KEY = { existing: { arn: `arn:aws:kms:${REGION}:123456789012:key/00000000-0000-4000-8000-000000000000` } };
const LOG_GROUP = {
  existing: { name: "/company/calls", arn: `arn:aws:logs:${REGION}:123456789012:log-group:/company/calls` },
};
const BUCKET = { existing: { name: "company-calls" } };
const ROLE = { existing: { arn: "arn:aws:iam::123456789012:role/call-delivery" } };
const TOPIC = { existing: { arn: `arn:aws:sns:${REGION}:123456789012:operations` } };

const CHILDREN_WITHOUT_BUCKET = [
  "ai-governance-baseline:index:CustomerManagedKey calls-key",
  "ai-governance-baseline:index:InvocationLogging calls",
  "ai-governance-baseline:index:NotificationTopic calls-topic",
  "ai-governance-baseline:index:RetainedLogGroup calls-log-group",
  `${CONFIGURATION} ${CONFIGURED}`,
  "aws:cloudwatch/logGroup:LogGroup calls-log-group",
  "aws:cloudwatch/metricAlarm:MetricAlarm calls-log-delivery-failure",
  "aws:iam/role:Role calls-role",
  "aws:iam/rolePolicy:RolePolicy calls-role-policy",
  "aws:kms/alias:Alias calls-key-alias",
  "aws:kms/key:Key calls-key",
  "aws:sns/topic:Topic calls-topic",
  "aws:sns/topicPolicy:TopicPolicy calls-topic-policy",
];

function recorded(args: Omit<InvocationLoggingArgs, "region">) {
  return record(() => new InvocationLogging("calls", { region: REGION, ...args }));
}

function configuration(flags: { text: boolean; others: boolean }, largeData: object) {
  return {
    region: REGION,
    loggingConfig: {
      textDataDeliveryEnabled: flags.text,
      imageDataDeliveryEnabled: flags.others,
      embeddingDataDeliveryEnabled: flags.others,
      videoDataDeliveryEnabled: flags.others,
      cloudwatchConfig: {
        logGroupName: "/ai-governance/calls/model-invocations",
        roleArn: `arn:aws:iam:${REGION}:123456789012:role/calls-role`,
        ...largeData,
      },
    },
  };
}

function alarm(name: string, metricName: string, topicArn: string) {
  return {
    name,
    alarmDescription:
      "Bedrock could not deliver model invocation logs: evidence is being lost. Runbook: calls-not-logged. Severity: page.",
    namespace: "AWS/Bedrock",
    metricName,
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [topicArn],
    region: REGION,
  };
}

describe("InvocationLogging", () => {
  it("creates nothing but itself in mode off and says so in its inputs", async () => {
    const recording = await recorded({ content: "off" });
    assert.deepEqual(recording.children(), ["ai-governance-baseline:index:InvocationLogging calls"]);
    assert.deepEqual(recording.inputs("ai-governance-baseline:index:InvocationLogging", "calls"), {
      content: "off",
      region: REGION,
    });
  });

  it("delivers no body in mode metadata-only, to CloudWatch alone", async () => {
    const recording = await recorded({ content: "metadata-only" });
    assert.deepEqual(recording.children(), CHILDREN_WITHOUT_BUCKET);
    assert.deepEqual(recording.inputs(CONFIGURATION, CONFIGURED), configuration({ text: false, others: false }, {}));
    assert.deepEqual(
      recording.inputs(ALARM, "calls-log-delivery-failure"),
      alarm(
        "calls-log-delivery-failure",
        "ModelInvocationLogsCloudWatchDeliveryFailure",
        `arn:aws:sns:${REGION}:123456789012:calls-alarms`,
      ),
    );
  });

  it("delivers text in mode redacted, masked and to CloudWatch alone", async () => {
    const recording = await recorded({ content: "redacted" });
    const policy = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
    assert.deepEqual(
      recording.children(),
      [...CHILDREN_WITHOUT_BUCKET, `${policy} calls-log-group-data-protection`].sort(),
    );
    assert.deepEqual(recording.inputs(CONFIGURATION, CONFIGURED), configuration({ text: true, others: false }, {}));
    const identifiers = MASKED_IDENTIFIERS.basic.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
    assert.deepEqual(recording.document(policy, "calls-log-group-data-protection", "policyDocument"), {
      Name: "calls-log-group-data-protection",
      Description: "Finds sensitive data in log events and masks it wherever they are read",
      Version: "2021-06-01",
      Statement: [
        { Sid: "find", DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
        { Sid: "mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    });
  });

  it("masks what it is told to mask", async () => {
    const recording = await recorded({ content: "redacted", piiIdentifiers: ["EmailAddress"] });
    const document = JSON.stringify(
      recording.document(
        "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
        "calls-log-group-data-protection",
        "policyDocument",
      ),
    );
    assert.equal(document.match(/data-identifier\//g)?.length, 2);
  });

  it("delivers everything in mode full, large bodies to a locked bucket", async () => {
    const recording = await recorded({ content: "full" });
    const buckets = recording.children().filter((child) => child.startsWith("aws:s3/"));
    assert.deepEqual(
      recording.children(),
      [
        ...CHILDREN_WITHOUT_BUCKET,
        ...buckets,
        "ai-governance-baseline:index:EvidenceBucket calls-bucket",
        `${ALARM} calls-large-data-delivery-failure`,
      ].sort(),
    );
    const bucketName = `calls-123456789012-${REGION}`;
    assert.deepEqual(
      recording.inputs(CONFIGURATION, CONFIGURED),
      configuration(
        { text: true, others: true },
        { largeDataDeliveryS3Config: { bucketName, keyPrefix: "large-data" } },
      ),
    );
    assert.deepEqual(
      recording.inputs(ALARM, "calls-large-data-delivery-failure"),
      alarm(
        "calls-large-data-delivery-failure",
        "ModelInvocationLargeDataS3DeliveryFailure",
        `arn:aws:sns:${REGION}:123456789012:calls-alarms`,
      ),
    );
    assert.deepEqual(recording.document("aws:s3/bucketPolicy:BucketPolicy", "calls-bucket-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyInsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "BedrockDeliversLargeData",
          Effect: "Allow",
          Principal: { Service: "bedrock.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${bucketName}/large-data/AWSLogs/123456789012/BedrockModelInvocationLogs/*`,
          Condition: FROM_BEDROCK,
        },
      ],
    });
  });

  it("delivers everything in mode sampled, to a log group for a day of which a function keeps a share", async () => {
    const recording = await recorded({ content: "sampled", samplePercent: 5, sampleRetentionDays: 3 });
    const sampler = recording.children().filter((child) => child.includes(" calls-sampler"));
    assert.equal(sampler.length, 23);
    assert.deepEqual(recording.children(), [...CHILDREN_WITHOUT_BUCKET, ...sampler].sort());
    const { loggingConfig } = configuration({ text: true, others: true }, {});
    const source = "/ai-governance/calls-sampler/unsampled-invocations";
    assert.deepEqual(recording.inputs(CONFIGURATION, CONFIGURED), {
      region: REGION,
      loggingConfig: {
        ...loggingConfig,
        cloudwatchConfig: { ...loggingConfig.cloudwatchConfig, logGroupName: source },
      },
    });
    assert.deepEqual(recording.registration(CONFIGURATION, CONFIGURED).dependsOn, [
      "aws:iam/rolePolicy:RolePolicy calls-role-policy",
      "ai-governance-baseline:index:InvocationSampler calls-sampler",
    ]);
    const { Statement } = recording.document("aws:iam/rolePolicy:RolePolicy", "calls-role-policy", "policy") as {
      Statement: { Resource: string }[]; // as policyJson writes it
    };
    assert.equal(
      Statement[0]?.Resource,
      `arn:aws:logs:${REGION}:123456789012:log-group:${source}:log-stream:aws/bedrock/modelinvocations`,
    );
    const kept = ["calls-log-group", "calls-sampler-source", "calls-sampler-samples"].map(
      (name) => recording.inputs("aws:cloudwatch/logGroup:LogGroup", name)["retentionInDays"],
    );
    assert.deepEqual(kept, [90, 1, 3]);
    const { environment } = recording.inputs("aws:lambda/function:Function", "calls-sampler-function");
    assert.equal((environment as { variables: Record<string, string> }).variables["SAMPLE_PERCENT"], "5"); // as declared
  });

  it("lets readers read metadata and samples, and not what has not been sampled, though one key encrypts all", async () => {
    const recording = await recorded({ content: "sampled", readers: [READER], topic: TOPIC });
    const { Statement: key } = recording.document("aws:kms/key:Key", "calls-key", "policy") as {
      Statement: { Sid: string; Condition: unknown }[]; // as policyJson writes it
    };
    const groups = (names: readonly string[]) => ({
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn": names.map(
          (name) => `arn:aws:logs:${REGION}:123456789012:log-group:${name}`,
        ),
      },
    });
    const read = ["/ai-governance/calls/model-invocations", "/ai-governance/calls-sampler/sampled-invocations"];
    assert.deepEqual(
      key.slice(1).map(({ Sid, Condition }) => [Sid, Condition]),
      [
        [
          "CloudWatchLogsEncryptsLogGroups",
          groups([
            ...read,
            "/ai-governance/calls-sampler/unsampled-invocations",
            "/ai-governance/calls-sampler/function",
          ]),
        ],
        ["ReadersDecryptRecords", groups(read)],
      ],
    );
    const { Statement: policy } = recording.document("aws:iam/policy:Policy", "calls-readers", "policy") as {
      Statement: { Resource: unknown }[]; // as policyJson writes it
    };
    assert.deepEqual(
      policy[0]?.Resource,
      read.flatMap((name) => {
        const arn = `arn:aws:logs:${REGION}:123456789012:log-group:${name}`;
        return [arn, `${arn}:*`];
      }),
    );
  });

  it("refuses a share and its retention out of range, and in the modes that keep no share", async () => {
    await assert.rejects(
      recorded({ content: "sampled", samplePercent: 100 }),
      /samplePercent is 100\. Allowed: a whole/,
    );
    await assert.rejects(recorded({ content: "sampled", sampleRetentionDays: 60 }), /sampleRetentionDays is 60\. /);
    for (const content of ["off", "metadata-only", "redacted", "full"] as const) {
      await assert.rejects(
        recorded({ content, samplePercent: 10 }),
        /samplePercent is 10\. Allowed: nothing with content/,
      );
      await assert.rejects(
        recorded({ content, sampleRetentionDays: 7 }),
        /sampleRetentionDays is 7\. Allowed: nothing/,
      );
    }
  });

  it("lets the role write the one stream of Bedrock and lets only Bedrock of this account and region assume it", async () => {
    const recording = await recorded({ content: "metadata-only" });
    assert.deepEqual(recording.document("aws:iam/role:Role", "calls-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "BedrockAssumesRole",
          Effect: "Allow",
          Principal: { Service: "bedrock.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: FROM_BEDROCK,
        },
      ],
    });
    assert.deepEqual(recording.document("aws:iam/rolePolicy:RolePolicy", "calls-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteLogStreams",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${LOG_GROUP_ARN}:log-stream:aws/bedrock/modelinvocations`,
        },
      ],
    });
  });

  it("grants the key to the services of each mode and to the readers, each on a condition", async () => {
    const sids = async (args: Omit<InvocationLoggingArgs, "region">) => {
      const policy = (await recorded(args)).document("aws:kms/key:Key", "calls-key", "policy");
      return (policy as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid); // the shape of every policy
    };
    assert.deepEqual(await sids({ content: "metadata-only" }), [
      "AccountAdministersKeyThroughIam",
      "CloudWatchLogsEncryptsLogGroups",
      "CloudWatchAlarmsEncryptsNotifications",
    ]);
    assert.deepEqual(await sids({ content: "full", readers: [READER], topic: TOPIC }), [
      "AccountAdministersKeyThroughIam",
      "CloudWatchLogsEncryptsLogGroups",
      "BedrockEncryptsLargeData",
      "ReadersDecryptRecords",
      "ReadersDecryptLargeData",
    ]);
    const full = await recorded({ content: "full", readers: [READER], topic: TOPIC });
    const policy = full.document("aws:kms/key:Key", "calls-key", "policy") as { Statement: unknown[] }; // as above
    assert.deepEqual(policy.Statement.slice(2), [
      {
        Sid: "BedrockEncryptsLargeData",
        Effect: "Allow",
        Principal: { Service: "bedrock.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: FROM_BEDROCK,
      },
      {
        Sid: "ReadersDecryptRecords",
        Effect: "Allow",
        Principal: { AWS: READER },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": LOG_GROUP_ARN } },
      },
      {
        Sid: "ReadersDecryptLargeData",
        Effect: "Allow",
        Principal: { AWS: READER },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          ArnEquals: { "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::calls-123456789012-${REGION}` },
        },
      },
    ]);
  });

  it("refuses unmasking to the readers of masked records only", async () => {
    const deny = { Sid: "DenyUnmasking", Effect: "Deny", Action: "logs:Unmask", Resource: "*" };
    const statements = async (content: "redacted" | "metadata-only") => {
      const recording = await recorded({ content, readers: [READER] });
      const policy = recording.document("aws:iam/policy:Policy", "calls-readers", "policy");
      return (policy as { Statement: unknown[] }).Statement; // the shape of every policy
    };
    const read = [
      {
        Sid: "ReadRecords",
        Effect: "Allow",
        Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
        Resource: [LOG_GROUP_ARN, `${LOG_GROUP_ARN}:*`],
      },
      { Sid: "FollowQueries", Effect: "Allow", Action: ["logs:GetQueryResults", "logs:StopQuery"], Resource: "*" },
    ];
    assert.deepEqual(await statements("redacted"), [...read, deny]);
    assert.deepEqual(await statements("metadata-only"), read);
  });

  it("reports to the topic that it is given and then creates none", async () => {
    const recording = await recorded({ content: "metadata-only", topic: TOPIC });
    assert.deepEqual(
      recording.children(),
      CHILDREN_WITHOUT_BUCKET.filter((child) => !child.includes("calls-topic")),
    );
    assert.deepEqual(recording.inputs(ALARM, "calls-log-delivery-failure")["alarmActions"], [TOPIC.existing.arn]);
    assert.deepEqual(recording.registration(ALARM, "calls-log-delivery-failure").dependsOn, []);
  });

  it("configures logging after role policy, the whole bucket and masking, and protects what holds records", async () => {
    const placed = async (args: Omit<InvocationLoggingArgs, "region">) => {
      const { protect, dependsOn } = (await recorded(args)).registration(CONFIGURATION, CONFIGURED);
      return { protect, dependsOn };
    };
    assert.deepEqual(await placed({ content: "redacted" }), {
      protect: true,
      dependsOn: [
        "aws:iam/rolePolicy:RolePolicy calls-role-policy",
        "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy calls-log-group-data-protection",
      ],
    });
    assert.deepEqual(await placed({ content: "full", protect: false }), {
      protect: false,
      dependsOn: [
        "aws:iam/rolePolicy:RolePolicy calls-role-policy",
        "ai-governance-baseline:index:EvidenceBucket calls-bucket",
      ],
    });
  });

  it("keeps the configuration's name when it is renamed itself, so that it is not deleted and made anew", async () => {
    for (const name of ["calls", "renamed"]) {
      const recording = await record(() => new InvocationLogging(name, { region: REGION, content: "metadata-only" }));
      const configurations = recording.registrations.filter(({ type }) => type === CONFIGURATION);
      assert.deepEqual(
        configurations.map((made) => [made.name, made.parent]),
        [[CONFIGURED, `ai-governance-baseline:index:InvocationLogging ${name}`]],
      );
    }
  });

  it("leaves the configuration in the account when it goes, unless its evidence may be destroyed", async () => {
    const retained = async (args: Partial<InvocationLoggingArgs>) => {
      const options: boolean[] = [];
      await record(() => {
        new InvocationLogging(
          "calls",
          { region: REGION, content: "metadata-only", ...args },
          {
            transformations: [
              ({ type, opts }) => {
                if (type === CONFIGURATION) {
                  options.push(opts.retainOnDelete ?? false);
                }
                return undefined;
              },
            ],
          },
        );
      });
      return options;
    };
    assert.deepEqual(await retained({}), [true]);
    assert.deepEqual(await retained({ protect: false }), [true]);
    assert.deepEqual(await retained({ protect: false, forceDestroy: true }), [false]);
  });

  it("can be destroyed with its log group and bucket where it is told so and not protected", async () => {
    const destroyed = async (args: Partial<InvocationLoggingArgs>) => {
      const made = await recorded({ content: "full", ...args });
      return [
        made.inputs("aws:cloudwatch/logGroup:LogGroup", "calls-log-group")["deletionProtectionEnabled"],
        made.inputs("aws:s3/bucket:Bucket", "calls-bucket")["forceDestroy"],
      ];
    };
    assert.deepEqual(await destroyed({}), [true, false]);
    assert.deepEqual(await destroyed({ protect: false }), [true, false]);
    assert.deepEqual(await destroyed({ protect: false, forceDestroy: true }), [false, true]);
  });

  it("refuses to be destroyed while Pulumi protects it, or with a lock of its own that nobody can lift", async () => {
    const compliance = { mode: "COMPLIANCE", days: 365 } as const;
    await assert.rejects(recorded({ content: "metadata-only", forceDestroy: true }), {
      message:
        'InvocationLogging "calls": forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as well, ' +
        "or remove forceDestroy.",
    });
    await assert.rejects(recorded({ content: "full", objectLock: compliance, protect: false, forceDestroy: true }), {
      message:
        'InvocationLogging "calls": forceDestroy is true. Allowed: false with objectLock.mode COMPLIANCE, which nobody can lift. ' +
        "Remove forceDestroy, or choose another mode.",
    });
  });

  it("leaves its key to break-glass principals where they are named", async () => {
    const made = await recorded({ content: "metadata-only", breakGlassPrincipals: [READER] });
    const { Statement } = made.document("aws:kms/key:Key", "calls-key", "policy") as { Statement: { Sid: string }[] }; // As policyJson writes it.
    assert.deepEqual(
      Statement.slice(0, 2).map(({ Sid }) => Sid),
      ["AccountAdministersKeyThroughIam", "OnlyBreakGlassRemovesKey"],
    );
  });

  it("raises alarms only once its topic can be written to", async () => {
    const recording = await recorded({ content: "metadata-only" });
    assert.deepEqual(recording.registration(ALARM, "calls-log-delivery-failure").dependsOn, [
      "aws:sns/topicPolicy:TopicPolicy calls-topic-policy",
    ]);
  });

  it("keeps records 90 days unless told otherwise, within the bounds of prompts", async () => {
    const days = async (args: Partial<InvocationLoggingArgs>) => {
      const recording = await recorded({ content: "metadata-only", ...args });
      return recording.inputs("aws:cloudwatch/logGroup:LogGroup", "calls-log-group")["retentionInDays"];
    };
    assert.equal(await days({}), 90);
    assert.equal(await days({ retentionDays: 30 }), 30);
    assert.equal(await days({ retentionDays: 400 }), 400);
    await assert.rejects(
      days({ retentionDays: 14 }),
      /^.*InvocationLogging "calls": retentionDays is 14\. Allowed: 30, 60, /,
    );
    await assert.rejects(days({ retentionDays: 545 }), /retentionDays is 545\. /);
  });

  it("keeps large bodies 400 days, or as long as a longer lock", async () => {
    const days = async (args: Partial<InvocationLoggingArgs>) => {
      const recording = await recorded({ content: "full", ...args });
      const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
      const { rules } = recording.inputs(type, "calls-bucket-lifecycle");
      return (rules as { expiration: { days: number } }[])[0]?.expiration.days; // as EvidenceBucket writes it
    };
    assert.equal(await days({}), 400);
    assert.equal(await days({ objectLock: { mode: "COMPLIANCE", days: 400 } }), 400);
    assert.equal(await days({ objectLock: { mode: "COMPLIANCE", days: 401 } }), 401);
    assert.equal(await days({ objectLock: "none", bucketRetentionDays: 30 }), 30);
  });

  it("refuses every option that its mode would ignore", async () => {
    const bucketOptions = {
      bucket: BUCKET,
      bucketRetentionDays: 30,
      objectLock: "none",
      accessLogBucket: "access",
    } as const;
    const cases = [
      ["off", { retentionDays: 90 }],
      ["off", { readers: [] }],
      ["off", { key: KEY }],
      ["off", { logGroup: LOG_GROUP }],
      ["off", { role: ROLE }],
      ["off", { topic: TOPIC }],
      ["off", { breakGlassPrincipals: [READER] }],
      ...(["off", "metadata-only", "redacted"] as const).flatMap((content) =>
        Object.entries(bucketOptions).map(([option, value]) => [content, { [option]: value }] as const),
      ),
      ...(["off", "metadata-only", "full"] as const).map(
        (content) => [content, { piiIdentifiers: ["EmailAddress"] }] as const,
      ),
    ] as const;
    for (const [content, options] of cases) {
      const [[option, value] = ["", undefined]] = Object.entries(options);
      await assert.rejects(recorded({ content, ...options }), {
        message:
          `InvocationLogging "calls": ${option} is ${typeof value === "number" ? value : JSON.stringify(value)}. ` +
          `Allowed: nothing with content "${content}", which would ignore it. ` +
          `Remove ${option} or choose another content mode.`,
      });
    }
  });

  it("refuses a mode that does not exist", async () => {
    // Plain JavaScript and settings files can carry any text.
    await assert.rejects(recorded({ content: "some" as "full" }), {
      message:
        'InvocationLogging "calls": content is "some". Allowed: off, metadata-only, sampled, redacted, full. ' +
        "Choose how much of each invocation is kept.",
    });
  });

  it("refuses a second one in the same region and takes one in another, and forgets them with the program", async () => {
    const program = (region: string) => () => {
      new InvocationLogging("first", { region: REGION, content: "off" });
      new InvocationLogging("second", { region, content: "off" });
    };
    await record(program("eu-west-1"));
    await record(program("eu-west-1"));
    await assert.rejects(record(program(REGION)), {
      message:
        'InvocationLogging "second" and InvocationLogging "first" are both in region eu-central-1. AWS keeps one such ' +
        "configuration per account and region, so the second would overwrite the first. Remove one of them or give it " +
        "another region.",
    });
  });
});

describe("What an InvocationLogging delivers", () => {
  const deliveredBy = (args: Omit<InvocationLoggingArgs, "region">): Promise<unknown> =>
    new Promise((resolve, reject) => {
      record(() => {
        const { delivered } = new InvocationLogging("calls", { region: REGION, ...args });
        // In mode off there is nothing to wait for.
        pulumi.output(delivered).apply(resolve);
      }).catch(reject);
    });
  const flags = (on: boolean) => ({
    textDataDeliveryEnabled: on,
    imageDataDeliveryEnabled: on,
    embeddingDataDeliveryEnabled: on,
    videoDataDeliveryEnabled: on,
  });
  const roleArn = "arn:aws:iam:eu-central-1:123456789012:role/calls-role";

  it("is told in the names of Bedrock's API, with the flag for audio where that is set too", async () => {
    assert.deepEqual(await deliveredBy({ content: "metadata-only" }), {
      ...flags(false),
      cloudWatchConfig: { logGroupName: "/ai-governance/calls/model-invocations", roleArn },
    });
    assert.deepEqual(await deliveredBy({ content: "full", audio: "set-by-api" }), {
      ...flags(true),
      audioDataDeliveryEnabled: true,
      cloudWatchConfig: {
        logGroupName: "/ai-governance/calls/model-invocations",
        roleArn,
        largeDataDeliveryS3Config: { bucketName: "calls-123456789012-eu-central-1", keyPrefix: "large-data" },
      },
    });
  });

  it("is nothing in mode off", async () => {
    assert.equal(await deliveredBy({ content: "off" }), undefined);
  });
});

describe("InvocationLogging that is given", () => {
  const childrenWithout = (recording: Recording, part: RegExp) =>
    recording.children().filter((child) => !part.test(child));

  it("a key makes none and encrypts log group, bucket and topic with it", async () => {
    const [own, given] = [await recorded({ content: "full" }), await recorded({ content: "full", key: KEY })];
    assert.deepEqual(given.children(), childrenWithout(own, / calls-key/));
    assert.equal(given.inputs("aws:cloudwatch/logGroup:LogGroup", "calls-log-group")["kmsKeyId"], KEY.existing.arn);
    assert.equal(given.inputs("aws:sns/topic:Topic", "calls-topic")["kmsMasterKeyId"], KEY.existing.arn);
    const encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    assert.match(JSON.stringify(given.inputs(encryption, "calls-bucket-encryption")), new RegExp(KEY.existing.arn));
  });

  it("a log group makes none, masks none, lets none use its key, and delivers to it", async () => {
    const [own, given] = [
      await recorded({ content: "redacted" }),
      await recorded({ content: "redacted", logGroup: LOG_GROUP }),
    ];
    assert.deepEqual(given.children(), childrenWithout(own, / calls-log-group/));
    const { loggingConfig } = given.inputs(CONFIGURATION, CONFIGURED);
    assert.deepEqual((loggingConfig as { cloudwatchConfig: unknown }).cloudwatchConfig, {
      logGroupName: "/company/calls",
      roleArn: `arn:aws:iam:${REGION}:123456789012:role/calls-role`,
    });
    assert.deepEqual(given.registration(CONFIGURATION, CONFIGURED).dependsOn, [
      "aws:iam/rolePolicy:RolePolicy calls-role-policy",
    ]);
    assert.match(
      JSON.stringify(given.document("aws:iam/rolePolicy:RolePolicy", "calls-role-policy", "policy")),
      /log-group:\/company\/calls:log-stream:aws\/bedrock\/modelinvocations/,
    );
    assert.doesNotMatch(String(given.inputs("aws:kms/key:Key", "calls-key")["policy"]), /CloudWatchLogs/);
  });

  it("a bucket makes none, lets Bedrock use no key for it, and delivers large bodies to it", async () => {
    const [own, given] = [await recorded({ content: "full" }), await recorded({ content: "full", bucket: BUCKET })];
    assert.deepEqual(given.children(), childrenWithout(own, / calls-bucket/));
    assert.deepEqual(
      given.inputs(CONFIGURATION, CONFIGURED),
      configuration(
        { text: true, others: true },
        { largeDataDeliveryS3Config: { bucketName: "company-calls", keyPrefix: "large-data" } },
      ),
    );
    assert.doesNotMatch(String(given.inputs("aws:kms/key:Key", "calls-key")["policy"]), /BedrockEncryptsLargeData/);
  });

  it("a role makes none", async () => {
    const given = await recorded({ content: "metadata-only", role: ROLE });
    assert.deepEqual(
      given.children(),
      CHILDREN_WITHOUT_BUCKET.filter((child) => !child.includes(" calls-role")),
    );
    const { loggingConfig } = given.inputs(CONFIGURATION, CONFIGURED);
    assert.match(JSON.stringify(loggingConfig), new RegExp(ROLE.existing.arn));
    assert.deepEqual(given.registration(CONFIGURATION, CONFIGURED).dependsOn, []);
  });

  it("all that a key would encrypt makes no key", async () => {
    let logging: InvocationLogging | undefined;
    const given = await record(() => {
      logging = new InvocationLogging("calls", {
        region: REGION,
        content: "full",
        logGroup: LOG_GROUP,
        bucket: BUCKET,
        role: ROLE,
        topic: TOPIC,
      });
    });
    assert.deepEqual(given.children(), [
      "ai-governance-baseline:index:InvocationLogging calls",
      `${CONFIGURATION} ${CONFIGURED}`,
      `${ALARM} calls-large-data-delivery-failure`,
      `${ALARM} calls-log-delivery-failure`,
    ]);
    assert.equal(logging?.keyArn, undefined);
  });

  const existing = (thing: string) => `${thing}.existing`;
  const nothingToEncrypt = "logGroup.existing, topic.existing and no bucket of its own";
  const refused: readonly [Omit<InvocationLoggingArgs, "region">, string, string, string][] = [
    [{ content: "full", key: KEY, readers: [READER] }, "readers", existing("key"), "leave key out"],
    [
      { content: "full", key: KEY, breakGlassPrincipals: [READER] },
      "breakGlassPrincipals",
      existing("key"),
      "leave key out",
    ],
    [
      { content: "full", bucket: BUCKET, logGroup: LOG_GROUP, topic: TOPIC, breakGlassPrincipals: [READER] },
      "breakGlassPrincipals",
      nothingToEncrypt,
      "let the component make what the key encrypts",
    ],
    [
      { content: "full", logGroup: LOG_GROUP, retentionDays: 90 },
      "retentionDays",
      existing("logGroup"),
      "leave logGroup out",
    ],
    [
      { content: "redacted", logGroup: LOG_GROUP, piiIdentifiers: ["EmailAddress"] },
      "piiIdentifiers",
      existing("logGroup"),
      "leave logGroup out",
    ],
    [
      { content: "full", bucket: BUCKET, bucketRetentionDays: 400 },
      "bucketRetentionDays",
      existing("bucket"),
      "leave bucket out",
    ],
    [{ content: "full", bucket: BUCKET, objectLock: "none" }, "objectLock", existing("bucket"), "leave bucket out"],
    [
      { content: "full", bucket: BUCKET, accessLogBucket: "access" },
      "accessLogBucket",
      existing("bucket"),
      "leave bucket out",
    ],
    [
      { content: "metadata-only", logGroup: LOG_GROUP, topic: TOPIC, key: KEY },
      "key",
      nothingToEncrypt,
      "let the component make what the key encrypts",
    ],
    [
      { content: "full", bucket: BUCKET, logGroup: LOG_GROUP, topic: TOPIC, readers: [READER] },
      "readers",
      nothingToEncrypt,
      "let the component make what the key encrypts",
    ],
  ];
  for (const [args, option, by, otherwise] of refused) {
    it(`refuses ${option} with ${by}`, () => {
      const value = JSON.stringify(args[option as keyof typeof args]); // One of the options in `args`.
      assert.throws(() => resolveInvocationLogging("calls", { region: REGION, ...args }), {
        message:
          `InvocationLogging "calls": ${option} is ${value}. Allowed: nothing with ${by}, which would ignore it. ` +
          `Remove ${option} or ${otherwise}.`,
      });
    });
  }
});

describe("The options of InvocationLogging", () => {
  const resolved = (args: Partial<InvocationLoggingArgs> = {}) =>
    resolveInvocationLogging("calls", { region: REGION, content: "full", ...args });

  it("are complete when only the mode is given", () => {
    assert.deepEqual(resolved(), {
      content: "full",
      region: REGION,
      provisioned: {
        region: REGION,
        forceDestroy: false,
        audio: "leave",
        mode: CONTENT_MODE_PROVISIONS.full,
        key: undefined,
        logGroup: undefined,
        bucket: undefined,
        role: undefined,
        topic: undefined,
        retentionDays: undefined,
        bucketRetentionDays: 400,
        objectLock: undefined,
        accessLogBucket: undefined,
        piiIdentifiers: MASKED_IDENTIFIERS.basic,
        sampling: {},
        readers: [],
      },
    });
  });

  it("provision nothing in mode off", () => {
    assert.deepEqual(resolved({ content: "off" }), { content: "off", region: REGION, provisioned: undefined });
  });

  it("may keep large bodies for exactly as long as they are locked, and not a day less", () => {
    assert.equal(resolved({ bucketRetentionDays: 365 }).provisioned?.bucketRetentionDays, 365);
    assert.throws(() => resolved({ bucketRetentionDays: 364 }), {
      message:
        /^InvocationLogging "calls": bucketRetentionDays is 364\. Allowed: 365 days \(objectLock\.days\) or more\./,
    });
  });
});
