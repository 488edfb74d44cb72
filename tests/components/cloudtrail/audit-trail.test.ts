import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { AI_RESOURCE_TYPES } from "../../../facts/cloudtrail/ai-data-event-types";
import { AuditTrail, type AuditTrailArgs } from "../../../components/cloudtrail/audit-trail";
import { record, type Recording } from "../recorder";

const TRAIL = "aws:cloudtrail/trail:Trail";
const KEY = "aws:kms/key:Key";
const BUCKET = "aws:s3/bucket:Bucket";
const TRAIL_ARN = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit";
const FROM_TRAIL = { StringEquals: { "aws:SourceArn": TRAIL_ARN } };

const DEFAULT_CHILDREN = [
  "ai-governance-baseline:index:AuditTrail audit",
  "ai-governance-baseline:index:CustomerManagedKey audit-key",
  "ai-governance-baseline:index:EvidenceBucket audit-access-logs",
  "ai-governance-baseline:index:EvidenceBucket audit-bucket",
  "ai-governance-baseline:index:RetainedLogGroup audit-log-group",
  "aws:cloudtrail/trail:Trail audit",
  "aws:cloudwatch/logGroup:LogGroup audit-log-group",
  "aws:iam/role:Role audit-log-delivery-role",
  "aws:iam/rolePolicy:RolePolicy audit-log-delivery-role-policy",
  "aws:kms/alias:Alias audit-key-alias",
  "aws:kms/key:Key audit-key",
  "aws:s3/bucket:Bucket audit-access-logs",
  "aws:s3/bucket:Bucket audit-bucket",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration audit-access-logs-lifecycle",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration audit-bucket-lifecycle",
  "aws:s3/bucketLogging:BucketLogging audit-bucket-access-logging",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration audit-bucket-object-lock",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls audit-access-logs-ownership",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls audit-bucket-ownership",
  "aws:s3/bucketPolicy:BucketPolicy audit-access-logs-policy",
  "aws:s3/bucketPolicy:BucketPolicy audit-bucket-policy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock audit-access-logs-public-access-block",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock audit-bucket-public-access-block",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration audit-access-logs-encryption",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration audit-bucket-encryption",
  "aws:s3/bucketVersioning:BucketVersioning audit-access-logs-versioning",
  "aws:s3/bucketVersioning:BucketVersioning audit-bucket-versioning",
];

const QUEUE = "arn:aws:sqs:eu-central-1:123456789012:trail-deliveries";
const SUBSCRIBED = { subscribers: [{ protocol: "sqs", endpoint: QUEUE }] } as const;
const SUBSCRIBED_CHILDREN = [
  ...DEFAULT_CHILDREN,
  "ai-governance-baseline:index:NotificationTopic audit-topic",
  "aws:sns/topic:Topic audit-topic",
  "aws:sns/topicPolicy:TopicPolicy audit-topic-policy",
  `aws:sns/topicSubscription:TopicSubscription audit-topic-sqs-${QUEUE}`,
].sort();

describe("An AuditTrail with no option", () => {
  let made: Recording;
  before(async () => {
    made = await audit();
  });

  it("stands up exactly its key, two buckets, log group, role and trail, and no topic", () => {
    assert.deepEqual(made.children(), DEFAULT_CHILDREN);
  });

  it("logs all regions with validation into its bucket and log group, encrypted with its key", () => {
    const { advancedEventSelectors: _selectors, ...inputs } = made.inputs(TRAIL, "audit");
    assert.deepEqual(inputs, {
      name: "audit",
      s3BucketName: "audit-bucket-123456789012-eu-central-1",
      kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/audit-key",
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      isOrganizationTrail: false,
      enableLogging: true,
      enableLogFileValidation: true,
      cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/cloudtrail/audit:*",
      cloudWatchLogsRoleArn: "arn:aws:iam:eu-central-1:123456789012:role/audit-log-delivery-role",
      insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
    });
  });

  it("logs management events, one selector an AI resource type, and every function; no S3 object", () => {
    assert.deepEqual(selectorNames(made), [
      "Management events selector",
      ...AI_RESOURCE_TYPES.map((type) => `${type} data events`),
      "AWS::Lambda::Function data events",
    ]);
  });

  it("waits for the whole bucket, and all that CloudTrail tries when a trail is created", () => {
    assert.deepEqual(made.registration(TRAIL, "audit").dependsOn, [
      "ai-governance-baseline:index:EvidenceBucket audit-bucket",
      "aws:cloudwatch/logGroup:LogGroup audit-log-group",
      "aws:iam/rolePolicy:RolePolicy audit-log-delivery-role-policy",
    ]);
  });

  it("protects the trail, the key, the buckets and the log group", () => {
    assert.deepEqual(protectedOnes(made), [
      "aws:cloudtrail/trail:Trail audit",
      "aws:cloudwatch/logGroup:LogGroup audit-log-group",
      "aws:kms/key:Key audit-key",
      "aws:s3/bucket:Bucket audit-access-logs",
      "aws:s3/bucket:Bucket audit-bucket",
    ]);
  });

  it("lets CloudTrail and its log group use the key, each for this trail only", () => {
    const { Statement } = made.document(KEY, "audit-key", "policy") as {
      Statement: { Sid: string; Condition?: unknown }[];
    };
    assert.deepEqual(
      Statement.map(({ Sid, Condition }) => [Sid, Condition]),
      [
        ["AccountAdministersKeyThroughIam", undefined],
        [
          "CloudTrailEncryptsLogs",
          {
            ...FROM_TRAIL,
            StringLike: {
              "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:123456789012:trail/*",
            },
          },
        ],
        ["CloudTrailDescribesKey", FROM_TRAIL],
        ["CloudTrailDecryptsLogs", FROM_TRAIL],
        [
          "CloudWatchLogsEncryptsLogGroups",
          {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn":
                "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/cloudtrail/audit",
            },
          },
        ],
      ],
    );
  });

  it("keeps log files for seven years, locked for one", () => {
    assert.deepEqual(expiration(made, "audit-bucket"), { days: 2557 });
    assert.deepEqual(
      made.inputs("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "audit-bucket-object-lock")[
        "rule"
      ],
      { defaultRetention: { mode: "GOVERNANCE", days: 365 } },
    );
  });

  it("keeps events in the log group for 400 days", () => {
    const inputs = made.inputs("aws:cloudwatch/logGroup:LogGroup", "audit-log-group");
    assert.equal(inputs["retentionInDays"], 400);
  });

  it("logs access to its bucket into a bucket of its own that S3 may write to", () => {
    assert.deepEqual(made.inputs("aws:s3/bucketLogging:BucketLogging", "audit-bucket-access-logging"), {
      bucket: "audit-bucket-123456789012-eu-central-1",
      targetBucket: "audit-access-logs-123456789012-eu-central-1",
      targetPrefix: "audit-bucket-123456789012-eu-central-1/",
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "DeliveryTime" } },
    });
    assert.deepEqual(made.document("aws:s3/bucketPolicy:BucketPolicy", "audit-access-logs-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        insecureTransportDenied("audit-access-logs-123456789012-eu-central-1"),
        {
          Sid: "S3DeliversAccessLogs",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:aws:s3:::audit-access-logs-123456789012-eu-central-1/audit-bucket-123456789012-eu-central-1/*",
          Condition: {
            ArnEquals: { "aws:SourceArn": "arn:aws:s3:::audit-bucket-123456789012-eu-central-1" },
            StringEquals: { "aws:SourceAccount": "123456789012" },
          },
        },
      ],
    });
  });

  it("lets CloudTrail into the bucket for this trail only", () => {
    const bucket = "audit-bucket-123456789012-eu-central-1";
    assert.deepEqual(made.document("aws:s3/bucketPolicy:BucketPolicy", "audit-bucket-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        insecureTransportDenied(bucket),
        {
          Sid: "AWSCloudTrailAclCheck20150319",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "s3:GetBucketAcl",
          Resource: `arn:aws:s3:::${bucket}`,
          Condition: FROM_TRAIL,
        },
        {
          Sid: "AWSCloudTrailWrite20150319",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${bucket}/AWSLogs/123456789012/*`,
          Condition: {
            StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": TRAIL_ARN },
          },
        },
      ],
    });
  });

  it("lets the role write the trail's own streams and nothing else", () => {
    assert.deepEqual(made.document("aws:iam/rolePolicy:RolePolicy", "audit-log-delivery-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteLogStreams",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource:
            "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/cloudtrail/audit:log-stream:123456789012_CloudTrail_eu-central-1*",
        },
      ],
    });
    assert.deepEqual(made.document("aws:iam/role:Role", "audit-log-delivery-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "CloudTrailAssumesRole",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    });
  });
});

describe("An AuditTrail", () => {
  it("puts every regional resource into the region that it is given, and names them by it", async () => {
    const made = await audit({ region: "us-east-1" });
    const elsewhere = made.registrations.filter(
      ({ type, inputs }) => /^aws:(?!iam\/)/.test(type) && inputs["region"] !== "us-east-1",
    );
    assert.deepEqual(
      elsewhere.map(({ name }) => name),
      [],
    );
    assert.equal(made.inputs(BUCKET, "audit-bucket")["bucket"], "audit-bucket-123456789012-us-east-1");
  });

  it("is named and keeps its log group by trailName", async () => {
    const made = await audit({ trailName: "company-trail" });
    assert.equal(made.inputs(TRAIL, "audit")["name"], "company-trail");
    assert.equal(
      made.inputs("aws:cloudwatch/logGroup:LogGroup", "audit-log-group")["name"],
      "/aws/cloudtrail/company-trail",
    );
  });

  it("logs only the AI resource types that it is given", async () => {
    const made = await audit({ dataEvents: ["AWS::Bedrock::Guardrail"] });
    assert.deepEqual(selectorNames(made), [
      "Management events selector",
      "AWS::Bedrock::Guardrail data events",
      "AWS::Lambda::Function data events",
    ]);
  });

  it("logs management events alone when the gap is accepted by name", async () => {
    const made = await audit({ dataEvents: "none-i-accept-the-gap" });
    assert.deepEqual(selectorNames(made), ["Management events selector"]);
  });

  it("logs the objects of training buckets in one selector, each bucket closed by a slash, Outputs too", async () => {
    const dataEventBucketArns = ["arn:aws:s3:::training", pulumi.output("arn:aws:s3:::weights")];
    const made = await audit({ dataEvents: ["AWS::Bedrock::Model"], dataEventBucketArns });
    assert.deepEqual(selectors(made)[2], {
      name: "AWS::S3::Object data events",
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
        { field: "resources.ARN", startsWiths: ["arn:aws:s3:::training/", "arn:aws:s3:::weights/"] },
      ],
    });
  });

  it("logs only the functions that it is given", async () => {
    const made = await audit({ dataEvents: ["AWS::Bedrock::Model"], lambdaFunctionArns: [functionArn("infer")] });
    assert.deepEqual(selectors(made)[2], {
      name: "AWS::Lambda::Function data events",
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::Lambda::Function"] },
        { field: "resources.ARN", equals: [functionArn("infer")] },
      ],
    });
  });

  it("looks for the one insight that it is given", async () => {
    const made = await audit({ insights: ["ApiErrorRateInsight"] });
    assert.deepEqual(made.inputs(TRAIL, "audit")["insightSelectors"], [{ insightType: "ApiErrorRateInsight" }]);
  });

  it("has a topic of its own where someone subscribes, encrypted with its key, to which CloudTrail alone publishes", async () => {
    const made = await audit(SUBSCRIBED);
    assert.deepEqual(made.children(), SUBSCRIBED_CHILDREN);
    assert.equal(made.inputs(TRAIL, "audit")["snsTopicName"], "audit-deliveries");
    assert.deepEqual(made.inputs("aws:sns/topic:Topic", "audit-topic"), {
      name: "audit-deliveries",
      kmsMasterKeyId: "arn:aws:kms:eu-central-1:123456789012:key/audit-key",
    });
    const policy = made.document("aws:sns/topicPolicy:TopicPolicy", "audit-topic-policy", "policy");
    assert.deepEqual(sidsOf(policy), ["DenyInsecureTransport", "CloudTrailPublishes"]);
    const { Statement } = made.document(KEY, "audit-key", "policy") as { Statement: unknown[] }; // As policyJson writes it.
    assert.deepEqual(Statement.at(-1), {
      Sid: "CloudTrailEncryptsNotifications",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      // No page of AWS says that CloudTrail sends the key there.
      Condition: { StringEqualsIfExists: { "aws:SourceArn": TRAIL_ARN } },
    });
    assert.equal(
      made.registration(TRAIL, "audit").dependsOn.at(-1),
      "aws:sns/topicPolicy:TopicPolicy audit-topic-policy",
    );
  });

  it("subscribes a queue and a function to its topic, each by its protocol", async () => {
    const functionEndpoint = functionArn("on-delivery");
    const made = await audit({
      subscribers: [...SUBSCRIBED.subscribers, { protocol: "lambda", endpoint: functionEndpoint }],
    });
    const topic = "arn:aws:sns:eu-central-1:123456789012:topic/audit-topic";
    const subscriptions = made.registrations.filter(({ type }) => type.startsWith("aws:sns/topicSubscription:"));
    assert.deepEqual(
      subscriptions.map(({ name, inputs }) => [name, inputs]),
      [
        [`audit-topic-sqs-${QUEUE}`, { topic, protocol: "sqs", endpoint: QUEUE }],
        [`audit-topic-lambda-${functionEndpoint}`, { topic, protocol: "lambda", endpoint: functionEndpoint }],
      ],
    );
  });

  it("has no topic where the list of subscribers is empty, and lets none use its key", async () => {
    const made = await audit({ subscribers: [] });
    assert.deepEqual(made.children(), DEFAULT_CHILDREN);
    assert.equal("snsTopicName" in made.inputs(TRAIL, "audit"), false);
    assert.doesNotMatch(String(made.inputs(KEY, "audit-key")["policy"]), /Notifications/);
  });

  it("protects nothing when told so, and then empties no bucket and leaves its log group protected by AWS", async () => {
    const made = await audit({ protect: false });
    assert.deepEqual(protectedOnes(made), []);
    assert.deepEqual(destruction(made), {
      "audit-access-logs": false,
      "audit-bucket": false,
      "audit-log-group": true,
    });
  });

  it("can be destroyed with its evidence when told so", async () => {
    const made = await audit({ protect: false, forceDestroy: true });
    assert.deepEqual(protectedOnes(made), []);
    assert.deepEqual(destruction(made), {
      "audit-access-logs": true,
      "audit-bucket": true,
      "audit-log-group": false,
    });
  });

  it("leaves its key to break-glass principals where they are named", async () => {
    const principal = "arn:aws:iam::123456789012:role/break-glass";
    const made = await audit({ breakGlassPrincipals: [principal] });
    assert.equal(made.inputs(KEY, "audit-key")["bypassPolicyLockoutSafetyCheck"], true);
    assert.deepEqual(sidsOf(made.document(KEY, "audit-key", "policy")), [
      "AccountAdministersKeyThroughIam",
      "OnlyBreakGlassRemovesKey",
      "CloudTrailEncryptsLogs",
      "CloudTrailDescribesKey",
      "CloudTrailDecryptsLogs",
      "CloudWatchLogsEncryptsLogGroups",
    ]);
  });

  it("lets readers, Outputs too, decrypt log files and nothing else", async () => {
    const readers = ["arn:aws:iam::123456789012:role/auditor", pulumi.output("arn:aws:iam::210987654321:root")];
    const { Statement } = (await audit({ readers })).document(KEY, "audit-key", "policy") as { Statement: unknown[] };
    assert.deepEqual(Statement.at(-1), {
      Sid: "ReadersDecryptLogs",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::123456789012:role/auditor", "arn:aws:iam::210987654321:root"] },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
    });
  });

  it("of an organization belongs to the management account in every document", async () => {
    const made = await audit({ organization: { id: "o-abcdefghij", managementAccountId: "999999999999" } });
    const managementTrail = "arn:aws:cloudtrail:eu-central-1:999999999999:trail/audit";
    assert.equal(made.inputs(TRAIL, "audit")["isOrganizationTrail"], true);
    const bucket = made.document("aws:s3/bucketPolicy:BucketPolicy", "audit-bucket-policy", "policy") as {
      Statement: { Sid: string; Resource: unknown; Condition: unknown }[];
    };
    const objects = "arn:aws:s3:::audit-bucket-123456789012-eu-central-1/AWSLogs";
    assert.deepEqual(
      bucket.Statement.slice(2).map(({ Sid, Resource }) => [Sid, Resource]),
      [
        ["AWSCloudTrailWrite20150319", `${objects}/999999999999/*`],
        ["AWSCloudTrailOrganizationWrite20150319", `${objects}/o-abcdefghij/*`],
      ],
    );
    for (const { Condition } of bucket.Statement.slice(1)) {
      assert.match(JSON.stringify(Condition), new RegExp(`"aws:SourceArn":"${managementTrail}"`));
    }
  });
});

describe("An AuditTrail that has CloudWatch Logs get management events only", () => {
  const BOTH = [TRAIL_ARN, `${TRAIL_ARN}-data`];
  let made: Recording;
  before(async () => {
    made = await audit({ cloudWatchCopy: "management-only", ...SUBSCRIBED });
  });

  it("has a second trail, and nothing else that is more", () => {
    assert.deepEqual(made.children(), [...SUBSCRIBED_CHILDREN, `${TRAIL} audit-data`].sort());
  });

  it("logs management events by the first and data events by the second", () => {
    assert.deepEqual(selectorNames(made), ["Management events selector"]);
    assert.deepEqual(selectorNames(made, "audit-data"), [
      ...AI_RESOURCE_TYPES.map((type) => `${type} data events`),
      "AWS::Lambda::Function data events",
    ]);
  });

  it("has both deliver to the one bucket and tell the one topic, and the first alone to the log group", () => {
    const own = [
      "name",
      "cloudWatchLogsGroupArn",
      "cloudWatchLogsRoleArn",
      "insightSelectors",
      "advancedEventSelectors",
    ];
    const inputsOf = (name: string): [string, unknown][] =>
      Object.entries(made.inputs(TRAIL, name)).filter(([input]) => !own.includes(input));
    assert.deepEqual(inputsOf("audit-data"), inputsOf("audit"));
    assert.deepEqual(
      Object.keys(made.inputs(TRAIL, "audit-data"))
        .filter((input) => own.includes(input))
        .sort(),
      ["advancedEventSelectors", "name"],
    );
    assert.equal(made.inputs(TRAIL, "audit-data")["name"], "audit-data");
    assert.deepEqual(made.registration(TRAIL, "audit-data").dependsOn, [
      "ai-governance-baseline:index:EvidenceBucket audit-bucket",
      "aws:sns/topicPolicy:TopicPolicy audit-topic-policy",
    ]);
    assert.equal(made.registration(TRAIL, "audit-data").protect, true);
  });

  it("names both trails in every document that names one", () => {
    const documents = [
      made.document(KEY, "audit-key", "policy"),
      made.document("aws:s3/bucketPolicy:BucketPolicy", "audit-bucket-policy", "policy"),
      made.document("aws:sns/topicPolicy:TopicPolicy", "audit-topic-policy", "policy"),
    ] as { Statement: { Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[] }[]; // As policyJson writes them.
    const sources = documents.map(({ Statement }) =>
      Statement.flatMap(({ Condition = {} }) =>
        Object.values(Condition).flatMap((values) => ("aws:SourceArn" in values ? [values["aws:SourceArn"]] : [])),
      ),
    );
    assert.deepEqual(sources, [[BOTH, BOTH, BOTH, BOTH], [BOTH, BOTH], [BOTH]]);
  });

  it("repeats no account and no organization for its second trail", async () => {
    const organization = { id: "o-abcdefghij", managementAccountId: "999999999999" };
    const ofOrganization = await audit({ cloudWatchCopy: "management-only", organization });
    const { Statement } = ofOrganization.document(
      "aws:s3/bucketPolicy:BucketPolicy",
      "audit-bucket-policy",
      "policy",
    ) as { Statement: { Resource: unknown }[] };
    const objects = "arn:aws:s3:::audit-bucket-123456789012-eu-central-1/AWSLogs";
    assert.deepEqual(
      Statement.slice(2).map(({ Resource }) => Resource),
      [`${objects}/999999999999/*`, `${objects}/o-abcdefghij/*`],
    );
  });

  it("is named by trailName, which then leaves room for the second trail's name", async () => {
    const named = await audit({ cloudWatchCopy: "management-only", trailName: "a".repeat(123) });
    assert.equal(named.inputs(TRAIL, "audit-data")["name"], `${"a".repeat(123)}-data`);
    const tooLong = audit({ cloudWatchCopy: "management-only", trailName: "a".repeat(124) });
    await assert.rejects(
      tooLong,
      /AuditTrail "audit": trailName is "a+"\. Allowed: up to 123 characters, because a second trail is called/,
    );
  });

  it("says that it has a second trail", async () => {
    const names: unknown[] = [];
    await record(() => {
      const { dataTrail } = new AuditTrail("audit", { cloudWatchCopy: "management-only" });
      dataTrail?.name.apply((name) => names.push(name));
      names.push(new AuditTrail("other").dataTrail);
    });
    assert.deepEqual(names.sort(), ["audit-data", undefined]);
  });
});

describe("An AuditTrail that is given", () => {
  const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000";
  const roleArn = "arn:aws:iam::123456789012:role/trail-delivery";
  const topicArn = "arn:aws:sns:eu-central-1:123456789012:company-deliveries";
  const logGroupArn = "arn:aws:logs:eu-central-1:123456789012:log-group:/company/trail";
  const without = (part: RegExp): string[] => DEFAULT_CHILDREN.filter((child) => !part.test(child));
  const sids = (made: Recording): string[] => sidsOf(made.document(KEY, "audit-key", "policy"));

  it("a key makes none and encrypts everything with it", async () => {
    const made = await audit({ key: { existing: { arn: pulumi.output(keyArn) } }, ...SUBSCRIBED });
    assert.deepEqual(
      made.children(),
      SUBSCRIBED_CHILDREN.filter((child) => !child.includes(" audit-key")),
    );
    assert.equal(made.inputs(TRAIL, "audit")["kmsKeyId"], keyArn);
    assert.equal(made.inputs("aws:cloudwatch/logGroup:LogGroup", "audit-log-group")["kmsKeyId"], keyArn);
    assert.equal(made.inputs("aws:sns/topic:Topic", "audit-topic")["kmsMasterKeyId"], keyArn);
    const encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    assert.match(JSON.stringify(made.inputs(encryption, "audit-bucket-encryption")["rules"]), new RegExp(keyArn));
  });

  it("a key for the log files encrypts them with it, and keeps a key of its own for the log group", async () => {
    const made = await audit({ bucket: { existing: { name: "archive" } }, logFileKey: { existing: { arn: keyArn } } });
    assert.deepEqual(made.children(), without(/ audit-(bucket|access-logs)/));
    assert.equal(made.inputs(TRAIL, "audit")["kmsKeyId"], keyArn);
    assert.equal(
      made.inputs("aws:cloudwatch/logGroup:LogGroup", "audit-log-group")["kmsKeyId"],
      "arn:aws:kms:eu-central-1:123456789012:key/audit-key",
    );
  });

  it("a bucket makes neither a bucket nor one for its access logs", async () => {
    const made = await audit({ bucket: { existing: { name: "company-trail" } } });
    assert.deepEqual(made.children(), without(/ audit-(bucket|access-logs)/));
    assert.equal(made.inputs(TRAIL, "audit")["s3BucketName"], "company-trail");
    assert.deepEqual(made.registration(TRAIL, "audit").dependsOn, [
      "aws:cloudwatch/logGroup:LogGroup audit-log-group",
      "aws:iam/rolePolicy:RolePolicy audit-log-delivery-role-policy",
    ]);
  });

  it("a log group makes none, does not let it use the trail's key, and is written to by a role of its own", async () => {
    const made = await audit({ logGroup: { existing: { name: "/company/trail", arn: logGroupArn } } });
    assert.deepEqual(made.children(), without(/ audit-log-group/));
    assert.equal(made.inputs(TRAIL, "audit")["cloudWatchLogsGroupArn"], `${logGroupArn}:*`);
    assert.deepEqual(made.registration(TRAIL, "audit").dependsOn, [
      "ai-governance-baseline:index:EvidenceBucket audit-bucket",
      "aws:iam/rolePolicy:RolePolicy audit-log-delivery-role-policy",
    ]);
    assert.deepEqual(sids(made), [
      "AccountAdministersKeyThroughIam",
      "CloudTrailEncryptsLogs",
      "CloudTrailDescribesKey",
      "CloudTrailDecryptsLogs",
    ]);
    const policy = made.document("aws:iam/rolePolicy:RolePolicy", "audit-log-delivery-role-policy", "policy");
    assert.deepEqual(policy, {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteLogStreams",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${logGroupArn}:log-stream:123456789012_CloudTrail_eu-central-1*`,
        },
      ],
    });
  });

  it("a role makes none", async () => {
    const made = await audit({ logDeliveryRole: { existing: { arn: roleArn } } });
    assert.deepEqual(made.children(), without(/ audit-log-delivery-role/));
    assert.equal(made.inputs(TRAIL, "audit")["cloudWatchLogsRoleArn"], roleArn);
    assert.deepEqual(made.registration(TRAIL, "audit").dependsOn, [
      "ai-governance-baseline:index:EvidenceBucket audit-bucket",
      "aws:cloudwatch/logGroup:LogGroup audit-log-group",
    ]);
  });

  for (const [what, existing, snsTopicName] of [
    ["by its ARN", { arn: topicArn }, topicArn],
    ["by its name where it is given", { arn: topicArn, name: "company-deliveries" }, "company-deliveries"],
  ] as const) {
    it(`a topic makes none, does not let it use the trail's key, and is named ${what}`, async () => {
      const made = await audit({ topic: { existing } });
      assert.deepEqual(made.children(), DEFAULT_CHILDREN);
      assert.equal(made.inputs(TRAIL, "audit")["snsTopicName"], snsTopicName);
      assert.equal(sids(made).includes("CloudTrailEncryptsNotifications"), false);
    });
  }

  it("everything makes the trail alone", async () => {
    const made = await audit({
      key: { existing: { arn: keyArn } },
      bucket: { existing: { name: "company-trail" } },
      logGroup: { existing: { name: "/company/trail", arn: logGroupArn } },
      logDeliveryRole: { existing: { arn: roleArn } },
      topic: { existing: { arn: topicArn } },
    });
    assert.deepEqual(made.children(), ["ai-governance-baseline:index:AuditTrail audit", `${TRAIL} audit`]);
    assert.deepEqual(made.registration(TRAIL, "audit").dependsOn, []);
  });

  it("says of itself what it was given", async () => {
    const told: unknown[] = [];
    await record(() => {
      const trail = new AuditTrail("audit", { bucket: { existing: { name: "company-trail" } } });
      told.push(trail.accessLogBucket, trail.bucket.before);
      trail.bucket.bucketArn.apply((arn) => told.push(arn));
    });
    assert.deepEqual(told, [undefined, [], "arn:aws:s3:::company-trail"]);
  });
});

describe("The size of an AuditTrail's selectors", () => {
  // Management 1, one AI type 2, all functions 2, the bucket selector 2 and one a bucket: 500 with 493 buckets.
  const args = (buckets: number): AuditTrailArgs => ({
    dataEvents: ["AWS::Bedrock::Model"],
    dataEventBucketArns: Array.from({ length: buckets }, (_, index) => `arn:aws:s3:::training-${index}`),
  });

  it("may be the 500 values that CloudTrail accepts", async () => {
    assert.equal(selectors(await audit(args(493))).length, 4);
  });

  it("may not be one more", async () => {
    await assert.rejects(
      audit(args(494)),
      endsWith(
        'AuditTrail "audit": dataEvents, dataEventBucketArns and lambdaFunctionArns is "501 values together". Allowed: 500 values in all event selectors of a trail. Name fewer buckets or functions; leaving lambdaFunctionArns out logs every function with no value of its own.',
      ),
    );
  });
});

function audit(args?: AuditTrailArgs): Promise<Recording> {
  return record(() => void new AuditTrail("audit", args));
}

function selectors(made: Recording, trail = "audit"): { name: string; fieldSelectors: unknown[] }[] {
  // The trail's input is what trailSelectors typed; the recorder hands every input on as unknown.
  return made.inputs(TRAIL, trail)["advancedEventSelectors"] as { name: string; fieldSelectors: unknown[] }[];
}

function selectorNames(made: Recording, trail?: string): string[] {
  return selectors(made, trail).map(({ name }) => name);
}

function sidsOf(policy: unknown): string[] {
  return (policy as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid); // As policyJson writes it.
}

/** What says by resource whether AWS lets it be deleted with what it holds: buckets emptied, log groups kept. */
function destruction(made: Recording): Record<string, unknown> {
  return Object.fromEntries(
    made.registrations.flatMap(({ type, name, inputs }) =>
      type === BUCKET
        ? [[name, inputs["forceDestroy"]]]
        : type === "aws:cloudwatch/logGroup:LogGroup"
          ? [[name, inputs["deletionProtectionEnabled"]]]
          : [],
    ),
  );
}

function protectedOnes(made: Recording): string[] {
  return made.registrations
    .filter(({ protect }) => protect === true)
    .map(({ type, name }) => `${type} ${name}`)
    .sort();
}

function expiration(made: Recording, bucket: string): unknown {
  const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
  const rules = made.inputs(type, `${bucket}-lifecycle`)["rules"] as { expiration: unknown }[]; // As expireObjects writes them.
  return rules[0]?.expiration;
}

function insecureTransportDenied(bucket: string): unknown {
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

function functionArn(name: string): string {
  return `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;
}

/** The SDK puts the path of the input in front of what an Output rejects with. */
function endsWith(message: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof Error);
    assert.equal(error.message.slice(-message.length), message);
    return true;
  };
}
