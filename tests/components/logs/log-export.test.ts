import assert from "node:assert/strict";

import { LogExport, type LogExportArgs, resolveLogExport } from "../../../components/logs/log-export";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const BUCKET = `copy-${PLACE.accountId}-${REGION}`;
const STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const SUBSCRIPTION = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const KEY = { existing: { arn: `arn:aws:kms:${REGION}:${PLACE.accountId}:key/00000000-0000-4000-8000-000000000000` } };
const TOPIC = `arn:aws:sns:${REGION}:${PLACE.accountId}:alerts`;
const LOG_GROUP = "/ai-governance/calls/model-invocations";

const CHILDREN_WITHOUT_KEY = [
  "ai-governance-baseline:index:EvidenceBucket copy-bucket",
  "ai-governance-baseline:index:LogExport copy",
  "ai-governance-baseline:index:RetainedLogGroup copy-errors",
  "aws:cloudwatch/logGroup:LogGroup copy-errors",
  `${SUBSCRIPTION} copy-subscription-calls`,
  "aws:cloudwatch/logStream:LogStream copy-errors-stream",
  `${ROLE} copy-role`,
  `${ROLE} copy-subscription-role`,
  `${ROLE_POLICY} copy-role-policy`,
  `${ROLE_POLICY} copy-subscription-role-policy`,
  `${STREAM} copy-stream`,
  "aws:s3/bucket:Bucket copy-bucket",
  `${LIFECYCLE} copy-bucket-lifecycle`,
  `${LOCK} copy-bucket-object-lock`,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls copy-bucket-ownership",
  "aws:s3/bucketPolicy:BucketPolicy copy-bucket-policy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock copy-bucket-public-access-block",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration copy-bucket-encryption",
  "aws:s3/bucketVersioning:BucketVersioning copy-bucket-versioning",
];

function exported(args: Partial<LogExportArgs> = {}): Promise<Recording> {
  return record(
    () =>
      new LogExport("copy", { table: "model_invocations", logGroups: { calls: LOG_GROUP }, region: REGION, ...args }),
  );
}

describe("LogExport", () => {
  it("is a key, a bucket, a log of errors, a stream, a subscription and the two roles between them", async () => {
    assert.deepEqual(
      (await exported()).children(),
      [
        ...CHILDREN_WITHOUT_KEY,
        "ai-governance-baseline:index:CustomerManagedKey copy-key",
        "aws:kms/alias:Alias copy-key-alias",
        "aws:kms/key:Key copy-key",
      ].sort(),
    );
  });

  it("makes no key where one exists", async () => {
    const made = await exported({ key: KEY });
    assert.deepEqual(made.children(), [...CHILDREN_WITHOUT_KEY].sort());
    assert.deepEqual(made.inputs(STREAM, "copy-stream")["serverSideEncryption"], {
      enabled: true,
      keyType: "CUSTOMER_MANAGED_CMK",
      keyArn: KEY.existing.arn,
    });
  });

  it("delivers one message a line, compressed, into folders by day, and what fails beside them", async () => {
    const made = await exported({ key: KEY });
    assert.deepEqual(made.inputs(STREAM, "copy-stream"), {
      name: "copy",
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: KEY.existing.arn },
      extendedS3Configuration: {
        bucketArn: `arn:aws:s3:::${BUCKET}`,
        roleArn: `arn:aws:iam:${REGION}:${PLACE.accountId}:role/copy-role`,
        kmsKeyArn: KEY.existing.arn,
        prefix: `AWSLogs/${PLACE.accountId}/BedrockModelInvocationLogs/${REGION}/!{timestamp:yyyy/MM/dd}/`,
        errorOutputPrefix: "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
        compressionFormat: "GZIP",
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "Decompression", parameters: [{ parameterName: "CompressionFormat", parameterValue: "GZIP" }] },
            {
              type: "CloudWatchLogProcessing",
              parameters: [{ parameterName: "DataMessageExtraction", parameterValue: "true" }],
            },
            { type: "AppendDelimiterToRecord" },
          ],
        },
        cloudwatchLoggingOptions: {
          enabled: true,
          logGroupName: "/ai-governance/copy/delivery-errors",
          logStreamName: "S3Delivery",
        },
      },
      region: REGION,
    });
  });

  it("delivers once it may, and once bucket and log of errors stand", async () => {
    const made = await exported();
    assert.deepEqual(made.registration(STREAM, "copy-stream").dependsOn, [
      `${ROLE_POLICY} copy-role-policy`,
      "ai-governance-baseline:index:EvidenceBucket copy-bucket",
      "ai-governance-baseline:index:RetainedLogGroup copy-errors",
    ]);
    assert.deepEqual(made.registration(SUBSCRIPTION, "copy-subscription-calls").dependsOn, [
      `${ROLE_POLICY} copy-subscription-role-policy`,
    ]);
  });

  it("sends every event of each log group of model invocations", async () => {
    const made = await exported({ logGroups: { calls: LOG_GROUP, others: "/company/calls" } });
    for (const [name, logGroup] of [
      ["calls", LOG_GROUP],
      ["others", "/company/calls"],
    ]) {
      assert.deepEqual(made.inputs(SUBSCRIPTION, `copy-subscription-${name}`), {
        name: `copy-subscription-${name}`,
        logGroup,
        destinationArn: made.inputs(SUBSCRIPTION, "copy-subscription-calls")["destinationArn"],
        roleArn: `arn:aws:iam:${REGION}:${PLACE.accountId}:role/copy-subscription-role`,
        filterPattern: "",
        region: REGION,
      });
    }
  });

  it("sends of a control plane's logs the audit events, which its table reads", async () => {
    const made = await exported({ table: "kubernetes_audit", logGroups: { inference: "/aws/eks/inference/cluster" } });
    assert.equal(
      made.inputs(SUBSCRIPTION, "copy-subscription-inference")["filterPattern"],
      '{ $.apiVersion = "audit.k8s.io/v1" }',
    );
    const { extendedS3Configuration } = made.inputs(STREAM, "copy-stream");
    assert.equal(
      (extendedS3Configuration as { prefix: unknown }).prefix, // the recorder knows no shape of inputs
      `AWSLogs/${PLACE.accountId}/KubernetesAudit/${REGION}/!{timestamp:yyyy/MM/dd}/`,
    );
  });

  it("is assumed by Firehose for this account alone, and may write to the bucket, use its key by S3 and tell of errors", async () => {
    const made = await exported({ key: KEY });
    assert.deepEqual(made.document(ROLE, "copy-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "FirehoseAssumesRole",
          Effect: "Allow",
          Principal: { Service: "firehose.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": PLACE.accountId } },
        },
      ],
    });
    const bucket = `arn:aws:s3:::${BUCKET}`;
    assert.deepEqual(made.document(ROLE_POLICY, "copy-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "FindBucket",
          Effect: "Allow",
          Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          Resource: bucket,
        },
        {
          Sid: "WriteObjects",
          Effect: "Allow",
          Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
          Resource: `${bucket}/*`,
        },
        {
          Sid: "EncryptObjects",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: KEY.existing.arn,
          Condition: {
            StringEquals: { "kms:ViaService": `s3.${REGION}.amazonaws.com` },
            ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
          },
        },
        {
          Sid: "TellOfErrors",
          Effect: "Allow",
          Action: "logs:PutLogEvents",
          Resource: `arn:aws:logs:${REGION}:${PLACE.accountId}:log-group:/ai-governance/copy/delivery-errors:log-stream:S3Delivery`,
        },
      ],
    });
  });

  it("is assumed by CloudWatch Logs for log groups of this account and region, and may send to the stream", async () => {
    const made = await exported();
    assert.deepEqual(made.document(ROLE, "copy-subscription-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "CloudWatchLogsAssumesRole",
          Effect: "Allow",
          Principal: { Service: "logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:SourceArn": `arn:aws:logs:${REGION}:${PLACE.accountId}:*` } },
        },
      ],
    });
    assert.deepEqual(made.document(ROLE_POLICY, "copy-subscription-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "SendToStream",
          Effect: "Allow",
          Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
          Resource: `arn:aws:firehose:${REGION}:${PLACE.accountId}:deliverystream/copy`,
        },
      ],
    });
  });

  it("tells a topic when the oldest record waits for longer than Firehose buffers, where there is one", async () => {
    const made = await exported({ topicArn: TOPIC });
    assert.deepEqual(made.inputs(ALARM, "copy-delayed"), {
      name: "copy-delayed",
      alarmDescription:
        "Firehose does not deliver model invocations to the locked bucket: evidence is being lost. Runbook: feeds-silent. Severity: page.",
      namespace: "AWS/Firehose",
      metricName: "DeliveryToS3.DataFreshness",
      dimensions: { DeliveryStreamName: "copy" },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 900,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC],
      region: REGION,
    });
  });

  it("keeps and locks objects as long as log groups of the kind keep events", async () => {
    const prompts = await exported();
    assert.deepEqual(expirationOf(prompts), [90]);
    assert.deepEqual(lockOf(prompts), { mode: "GOVERNANCE", days: 90 });
    const audit = await exported({ table: "kubernetes_audit" });
    assert.deepEqual(expirationOf(audit), [400]);
    assert.deepEqual(lockOf(audit), { mode: "GOVERNANCE", days: 365 });
  });

  it("says by its inputs what it copies", async () => {
    const made = await exported();
    assert.deepEqual(made.inputs("ai-governance-baseline:index:LogExport", "copy"), { table: "model_invocations" });
  });
});

/** Days after which current objects expire, by rule. */
function expirationOf(made: Recording): readonly unknown[] {
  const { rules } = made.inputs(LIFECYCLE, "copy-bucket-lifecycle");
  // The recorder knows no shape of inputs; a rule without expiration is of something else.
  return (rules as readonly { expiration?: { days?: number } }[]).flatMap(({ expiration }) => expiration?.days ?? []);
}

function lockOf(made: Recording): unknown {
  const { rule } = made.inputs(LOCK, "copy-bucket-object-lock");
  return (rule as { defaultRetention: unknown }).defaultRetention; // the recorder knows no shape of inputs
}

describe("resolveLogExport", () => {
  const resolve = (args: Partial<LogExportArgs>) =>
    resolveLogExport("copy", { table: "model_invocations", logGroups: { calls: LOG_GROUP }, ...args });

  it("takes a lock as long as objects are kept", () => {
    const objectLock = { mode: "COMPLIANCE", days: 90 } as const;
    assert.deepEqual(resolve({ objectLock }).objectLock, objectLock);
  });

  it("names an option of AWS's or of others that it cannot take", () => {
    const refused: readonly (readonly [Partial<LogExportArgs>, RegExp])[] = [
      [{ logGroups: {} }, /^LogExport "copy": logGroups is \{\}\. Allowed: at least one log group/],
      [{ logGroups: { "a/b": LOG_GROUP } }, /logGroups is "a\/b"\. Allowed: names of 1 to 100 letters/],
      [{ objectLock: { mode: "GOVERNANCE", days: 91 } }, /retentionDays/],
      [{ key: KEY, breakGlassPrincipals: ["arn:aws:iam::123456789012:role/break-glass"] }, /breakGlassPrincipals/],
      [{ protect: true, forceDestroy: true }, /forceDestroy/],
    ];
    for (const [args, message] of refused) {
      assert.throws(() => resolve(args), { message });
    }
  });
});
