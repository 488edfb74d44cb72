import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  InvocationSampler,
  type InvocationSamplerArgs,
  resolveInvocationSampler,
} from "../../../components/bedrock/invocation-sampler";
import { CODE } from "../../../functions/bundles/invocation-sampler";
import { parseParameters } from "../../../functions/invocation-sampler/parameters";
import { PLACE, record } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:";
const FUNCTION = "aws:lambda/function:Function";
const PERMISSION = "aws:lambda/permission:Permission";
const RETRIES = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
const SUBSCRIPTION = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LOG_STREAM = "aws:cloudwatch/logStream:LogStream";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const QUEUE = "aws:sqs/queue:Queue";
const KEY_ARN = `arn:aws:kms:${PLACE.region}:${PLACE.accountId}:key/1`;
const TOPIC_ARN = `arn:aws:sns:${PLACE.region}:${PLACE.accountId}:alerts`;
const METADATA = "/ai-governance/calls/model-invocations";
const LOGS = `arn:aws:logs:${PLACE.region}:${PLACE.accountId}:log-group:`;
const QUEUE_ARN = `arn:aws:sqs:${PLACE.region}:${PLACE.accountId}:sampler-failures`;
const ALARMS = ["errors", "throttles", "age", "dropped", "undelivered", "delivery-errors"];

function argsOf(args: Partial<InvocationSamplerArgs>): InvocationSamplerArgs {
  return { metadataLogGroupName: METADATA, keyArn: KEY_ARN, topicArn: TOPIC_ARN, ...args };
}

function recorded(args: Partial<InvocationSamplerArgs> = {}) {
  return record(() => new InvocationSampler("sampler", argsOf(args)));
}

describe("InvocationSampler", () => {
  it("is two log groups, a function with its log, what keeps failures, and alarms on each way to fail", async () => {
    assert.deepEqual(
      (await recorded()).children(),
      [
        `${COMPONENT}InvocationSampler sampler`,
        ...["source", "samples", "function-log"].flatMap((role) => [
          `${COMPONENT}RetainedLogGroup sampler-${role}`,
          `${LOG_GROUP} sampler-${role}`,
        ]),
        `${LOG_STREAM} sampler-samples-stream`,
        `${LOG_STREAM} sampler-metadata-stream`,
        `${QUEUE} sampler-failures`,
        "aws:sqs/queuePolicy:QueuePolicy sampler-failures-policy",
        "aws:iam/role:Role sampler-role",
        "aws:iam/rolePolicy:RolePolicy sampler-role-policy",
        `${FUNCTION} sampler-function`,
        `${RETRIES} sampler-retries`,
        `${PERMISSION} sampler-permission`,
        `${SUBSCRIPTION} sampler-subscription`,
        ...ALARMS.map((alarm) => `${ALARM} sampler-${alarm}`),
      ].sort(),
    );
  });

  it("keeps every record for a day and the samples as long as it is told, all with the key", async () => {
    const kept = async (args: Partial<InvocationSamplerArgs>) => {
      const made = await recorded(args);
      return ["source", "samples", "function-log"].map((role) => {
        const { name, retentionInDays, kmsKeyId } = made.inputs(LOG_GROUP, `sampler-${role}`);
        return [name, retentionInDays, kmsKeyId];
      });
    };
    assert.deepEqual(await kept({}), [
      ["/ai-governance/sampler/unsampled-invocations", 1, KEY_ARN],
      ["/ai-governance/sampler/sampled-invocations", 7, KEY_ARN],
      ["/ai-governance/sampler/function", 90, KEY_ARN],
    ]);
    assert.deepEqual((await kept({ retentionDays: 30 })).at(1)?.at(1), 30);
  });

  it("runs the bundle, which understands what it is told", async () => {
    const made = await recorded({ percent: 25 });
    const { code, environment, ...inputs } = made.inputs(FUNCTION, "sampler-function");
    assert.deepEqual(inputs, {
      name: "sampler",
      description: "Keeps a share of model invocations, and the metadata of all",
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      role: `arn:aws:iam:${PLACE.region}:${PLACE.accountId}:role/sampler-role`,
      memorySize: 512,
      timeout: 60,
      loggingConfig: {
        logFormat: "JSON",
        logGroup: "/ai-governance/sampler/function",
        applicationLogLevel: "WARN",
        systemLogLevel: "WARN",
      },
    });
    assert.ok(code instanceof pulumi.asset.AssetArchive);
    const file = (await code.assets)["index.js"];
    assert.ok(file instanceof pulumi.asset.StringAsset);
    assert.equal(await file.text, CODE);
    const { variables } = environment as { variables: Record<string, string> }; // as the component declares it
    assert.deepEqual(parseParameters(variables), {
      percent: 25,
      sessionKey: "conversation_id",
      metadataLogGroup: METADATA,
      samplesLogGroup: "/ai-governance/sampler/sampled-invocations",
      logStream: "invocation-sampler",
    });
    for (const [stream, logGroupName] of [
      ["sampler-samples-stream", "/ai-governance/sampler/sampled-invocations"],
      ["sampler-metadata-stream", METADATA],
    ] as const) {
      assert.deepEqual(made.inputs(LOG_STREAM, stream), { name: "invocation-sampler", logGroupName });
    }
  });

  it("may write its three streams and send to its queue, and nothing else", async () => {
    const { Statement } = (await recorded()).document(
      "aws:iam/rolePolicy:RolePolicy",
      "sampler-role-policy",
      "policy",
    ) as { Statement: unknown }; // a policy document
    assert.deepEqual(Statement, [
      {
        Sid: "WriteLogStreams",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          `${LOGS}${METADATA}:log-stream:invocation-sampler`,
          `${LOGS}/ai-governance/sampler/sampled-invocations:log-stream:invocation-sampler`,
          `${LOGS}/ai-governance/sampler/function:log-stream:*`,
        ],
      },
      { Sid: "SendToQueue", Effect: "Allow", Action: "sqs:SendMessage", Resource: QUEUE_ARN },
      {
        Sid: "EncryptMessages",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: KEY_ARN,
        Condition: { StringEquals: { "kms:ViaService": `sqs.${PLACE.region}.amazonaws.com` } },
      },
    ]);
  });

  it("sends every record to the function, once it may be called, writes, and has where failures go", async () => {
    const made = await recorded();
    assert.deepEqual(made.inputs(SUBSCRIPTION, "sampler-subscription"), {
      name: "sampler-subscription",
      logGroup: "/ai-governance/sampler/unsampled-invocations",
      destinationArn: `arn:aws:lambda:${PLACE.region}:${PLACE.accountId}:function/sampler-function`,
      filterPattern: "",
    });
    assert.deepEqual(made.registration(SUBSCRIPTION, "sampler-subscription").dependsOn, [
      `${PERMISSION} sampler-permission`,
      `${COMPONENT}RetainedLogGroup sampler-samples`,
      `${LOG_STREAM} sampler-metadata-stream`,
      `${RETRIES} sampler-retries`,
    ]);
    assert.deepEqual(made.inputs(PERMISSION, "sampler-permission"), {
      statementId: "CloudWatchLogsCallsSampler",
      action: "lambda:InvokeFunction",
      function: "sampler",
      principal: "logs.amazonaws.com",
      sourceArn: `${LOGS}/ai-governance/sampler/unsampled-invocations:*`,
      sourceAccount: PLACE.accountId,
    });
  });

  it("hands on what fails twice again, for six hours, and then to an encrypted queue for as long as samples are kept", async () => {
    const made = await recorded();
    assert.deepEqual(made.inputs(RETRIES, "sampler-retries"), {
      functionName: "sampler",
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 21_600,
      destinationConfig: {
        onFailure: { destination: `arn:aws:sqs:${PLACE.region}:${PLACE.accountId}:queue/sampler-failures` },
      },
    });
    assert.deepEqual(made.inputs(QUEUE, "sampler-failures"), {
      name: "sampler-failures",
      messageRetentionSeconds: 7 * 86_400,
      kmsMasterKeyId: KEY_ARN,
    });
    for (const [retentionDays, days] of [
      [1, 1],
      [14, 14],
      [30, 14],
    ] as const) {
      const { messageRetentionSeconds } = (await recorded({ retentionDays })).inputs(QUEUE, "sampler-failures");
      assert.equal(messageRetentionSeconds, days * 86_400);
    }
  });

  it("tells of the first failure of each kind, and of records that wait for a quarter of an hour", async () => {
    const made = await recorded();
    const alarms = ALARMS.map((alarm) => {
      const { namespace, metricName, statistic, threshold, dimensions, alarmActions } = made.inputs(
        ALARM,
        `sampler-${alarm}`,
      );
      return [namespace, metricName, statistic, threshold, dimensions, alarmActions];
    });
    const ofFunction = { FunctionName: "sampler" };
    assert.deepEqual(alarms, [
      ["AWS/Lambda", "Errors", "Sum", 1, ofFunction, [TOPIC_ARN]],
      ["AWS/Lambda", "Throttles", "Sum", 1, ofFunction, [TOPIC_ARN]],
      ["AWS/Lambda", "AsyncEventAge", "Maximum", 900_000, ofFunction, [TOPIC_ARN]],
      ["AWS/Lambda", "AsyncEventsDropped", "Sum", 1, ofFunction, [TOPIC_ARN]],
      ["AWS/Lambda", "DestinationDeliveryFailures", "Sum", 1, ofFunction, [TOPIC_ARN]],
      [
        "AWS/Logs",
        "DeliveryErrors",
        "Sum",
        1,
        {
          LogGroupName: "/ai-governance/sampler/unsampled-invocations",
          DestinationType: "Lambda",
          FilterName: "sampler-subscription",
        },
        [TOPIC_ARN],
      ],
    ]);
    for (const alarm of ALARMS) {
      const { comparisonOperator, evaluationPeriods, treatMissingData, period } = made.inputs(
        ALARM,
        `sampler-${alarm}`,
      );
      assert.deepEqual(
        [comparisonOperator, evaluationPeriods, treatMissingData, period],
        ["GreaterThanOrEqualToThreshold", 1, "notBreaching", 300],
      );
    }
  });

  it("is in the region that is given, with all its parts", async () => {
    const made = await recorded({ region: "us-east-1" });
    const global = ["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy"];
    assert.ok(
      made.registrations
        .filter(({ type }) => type.startsWith("aws:") && !global.includes(type))
        .every(({ inputs }) => inputs["region"] === "us-east-1"),
    );
  });

  it("takes a share of 1 to 99 percent, and a short retention", () => {
    const resolve = (args: Partial<InvocationSamplerArgs>) => resolveInvocationSampler("sampler", argsOf(args));
    assert.equal(resolve({}).percent, 10);
    assert.equal(resolve({ percent: 1 }).percent, 1);
    assert.equal(resolve({ percent: 99 }).percent, 99);
    for (const percent of [0, 100, 1.5]) {
      assert.throws(
        () => resolve({ percent }),
        new RegExp(`percent is ${percent}\\. Allowed: a whole number of percent from 1 to 99`),
      );
    }
    assert.throws(() => resolve({ retentionDays: 60 }), /retentionDays is 60\. Allowed: 1, 3, 5, 7, 14, 30 /);
  });
});
