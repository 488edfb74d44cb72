/** What an `InvocationSampler` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AlertSeverity } from "../../facts/alerting/severities";
import {
  SAMPLER_STREAM,
  SAMPLER_VARIABLES,
  SESSION_KEY,
  wholeRecordLogGroup,
} from "../../facts/bedrock/invocation-sampling";
import {
  ASYNCHRONOUS_METRICS,
  FUNCTION_DIMENSION,
  LAMBDA_NAMESPACE,
  RETRIES,
} from "../../facts/lambda/asynchronous-invocation";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import {
  DELIVERY_DIMENSIONS,
  DELIVERY_ERRORS,
  LAMBDA_DESTINATION,
  LOGS_NAMESPACE,
} from "../../facts/logs/subscription-metrics";
import { CODE } from "../../functions/bundles/invocation-sampler";
import { RUNBOOK_OF } from "../../runbooks/alerts";
import { alarmDescription } from "../alerts/alarm-description";
import type { Scope } from "../base/component";
import { policyJson } from "../documents/iam";
import { logStreamArn, writeLogStreams } from "../documents/logs";
import { sendToEncryptedQueue, tlsOnlyQueueStatements } from "../documents/sqs";
import type { RequiredRole } from "../iam/required-role";
import { bundledFunction, functionTrust } from "../lambda/bundled-function";
import { RetainedLogGroup } from "../logs/retained-log-group";

/** The options of an `InvocationSampler`, resolved. */
export interface InvocationSamplerOptions {
  readonly metadataLogGroupName: pulumi.Input<string>;
  readonly keyArn: pulumi.Output<string>;
  readonly topicArn: pulumi.Input<string>;
  readonly percent: number;
  readonly retentionDays: RetentionDays;
}

/** The log groups that a sampler makes. */
export interface SamplerLogGroupNames {
  /** Bedrock delivers to it. */
  readonly source: string;
  /** The whole records that are kept. */
  readonly samples: string;
  /** What the function says of itself. */
  readonly functionLog: string;
}

/** The names of the log groups of a sampler with this name, for the policy of the key that encrypts them. */
export function samplerLogGroupNames(name: string): SamplerLogGroupNames {
  return {
    source: wholeRecordLogGroup("unsampled-prompts", name),
    samples: wholeRecordLogGroup("sampled-prompts", name),
    functionLog: `/ai-governance/${name}/function`,
  };
}

export function createSourceLog(scope: Scope, { keyArn }: InvocationSamplerOptions): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("source"),
    {
      logGroupName: samplerLogGroupNames(scope.child()).source,
      retentionClass: "unsampled-prompts",
      keyArn,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function createSamplesLog(scope: Scope, { keyArn, retentionDays }: InvocationSamplerOptions): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("samples"),
    {
      logGroupName: samplerLogGroupNames(scope.child()).samples,
      retentionClass: "sampled-prompts",
      retentionDays,
      keyArn,
      stream: SAMPLER_STREAM,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

/** The stream that the function writes to in the log group that is not its own. */
export function createMetadataStream(
  scope: Scope,
  { metadataLogGroupName }: InvocationSamplerOptions,
): aws.cloudwatch.LogStream {
  return new aws.cloudwatch.LogStream(
    scope.child("metadata-stream"),
    { name: SAMPLER_STREAM, logGroupName: metadataLogGroupName, ...scope.region },
    scope.options,
  );
}

export function createFunctionLog(scope: Scope, { keyArn }: InvocationSamplerOptions): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("function-log"),
    {
      logGroupName: samplerLogGroupNames(scope.child()).functionLog,
      retentionClass: "application",
      keyArn,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

/** SQS keeps messages for no longer. */
const LONGEST_IN_QUEUE_DAYS = 14;
const SECONDS_PER_DAY = 24 * 60 * 60;

/** What could not be sorted holds whole records, so that it is encrypted as they are, and kept no longer than samples. */
export function createFailureQueue(scope: Scope, { keyArn, retentionDays }: InvocationSamplerOptions): aws.sqs.Queue {
  const name = failureQueueName(scope);
  const queue = new aws.sqs.Queue(
    scope.child("failures"),
    {
      name,
      messageRetentionSeconds: Math.min(retentionDays, LONGEST_IN_QUEUE_DAYS) * SECONDS_PER_DAY,
      kmsMasterKeyId: keyArn,
      ...scope.region,
    },
    scope.options,
  );
  new aws.sqs.QueuePolicy(
    scope.child("failures-policy"),
    {
      queueUrl: queue.url,
      policy: scope.account.place.apply((place) => policyJson(tlsOnlyQueueStatements(place, name))),
      ...scope.region,
    },
    scope.options,
  );
  return queue;
}

export function createFunctionRole(
  scope: Scope,
  { metadataLogGroupName, keyArn }: InvocationSamplerOptions,
): RequiredRole {
  const name = scope.child("role");
  const { samples, functionLog } = samplerLogGroupNames(scope.child());
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: "Lambda samples model invocations with it",
      assumeRolePolicy: functionTrust(),
    },
    scope.options,
  );
  const policy = new aws.iam.RolePolicy(
    scope.child("role-policy"),
    {
      name: "sample-invocations",
      role: role.name,
      policy: pulumi
        .all([scope.account.place, metadataLogGroupName, keyArn])
        .apply(([place, metadata, key]) =>
          policyJson([
            writeLogStreams([
              logStreamArn(place, metadata, SAMPLER_STREAM),
              logStreamArn(place, samples, SAMPLER_STREAM),
              logStreamArn(place, functionLog, "*"),
            ]),
            ...sendToEncryptedQueue(place, failureQueueName(scope), key),
          ]),
        ),
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [policy] };
}

/** Of a message of a megabyte, compressed by ten, the text and its objects are in memory at once. */
const MEMORY_IN_MB = 512;
const TIMEOUT_IN_SECONDS = 60;

/** What the function writes to, and as whom. */
export interface SamplerParts {
  readonly samples: RetainedLogGroup;
  readonly functionLog: RetainedLogGroup;
  readonly role: RequiredRole;
}

export function createFunction(
  scope: Scope,
  { metadataLogGroupName, percent }: InvocationSamplerOptions,
  { samples, functionLog, role }: SamplerParts,
): aws.lambda.Function {
  return new aws.lambda.Function(
    scope.child("function"),
    {
      name: scope.child(),
      description: "Keeps a share of model invocations, and the metadata of all",
      ...bundledFunction(CODE),
      role: role.roleArn,
      memorySize: MEMORY_IN_MB,
      timeout: TIMEOUT_IN_SECONDS,
      environment: {
        variables: {
          [SAMPLER_VARIABLES.percent]: String(percent),
          [SAMPLER_VARIABLES.sessionKey]: SESSION_KEY,
          [SAMPLER_VARIABLES.metadataLogGroup]: metadataLogGroupName,
          [SAMPLER_VARIABLES.samplesLogGroup]: samples.logGroupName,
          [SAMPLER_VARIABLES.logStream]: SAMPLER_STREAM,
        },
      },
      // Of each call Lambda would say when it began and ended, which its metrics say too.
      loggingConfig: {
        logFormat: "JSON",
        logGroup: functionLog.logGroupName,
        applicationLogLevel: "WARN",
        systemLogLevel: "WARN",
      },
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...role.before, functionLog] },
  );
}

export function retryOnFailure(
  scope: Scope,
  sampler: aws.lambda.Function,
  queue: aws.sqs.Queue,
): aws.lambda.FunctionEventInvokeConfig {
  return new aws.lambda.FunctionEventInvokeConfig(
    scope.child("retries"),
    {
      functionName: sampler.name,
      maximumRetryAttempts: RETRIES.attempts,
      maximumEventAgeInSeconds: RETRIES.eventAgeInSeconds,
      destinationConfig: { onFailure: { destination: queue.arn } },
      ...scope.region,
    },
    scope.options,
  );
}

/** @param before what has to stand before the first record is sent */
export function subscribe(
  scope: Scope,
  source: RetainedLogGroup,
  sampler: aws.lambda.Function,
  before: readonly pulumi.Resource[],
): aws.cloudwatch.LogSubscriptionFilter {
  const permission = new aws.lambda.Permission(
    scope.child("permission"),
    {
      statementId: "CloudWatchLogsCallsSampler",
      action: "lambda:InvokeFunction",
      function: sampler.name,
      principal: "logs.amazonaws.com",
      sourceArn: pulumi.interpolate`${source.logGroupArn}:*`,
      sourceAccount: scope.account.accountId,
      ...scope.region,
    },
    scope.options,
  );
  const name = scope.child("subscription");
  return new aws.cloudwatch.LogSubscriptionFilter(
    name,
    { name, logGroup: source.logGroupName, destinationArn: sampler.arn, filterPattern: "", ...scope.region },
    // CloudWatch Logs tries at once whether it may call the function.
    { ...scope.options, dependsOn: [permission, ...before] },
  );
}

const ALARM_PERIOD_SECONDS = 300;
const FIFTEEN_MINUTES_IN_MS = 15 * 60 * 1000;

/** An alarm on the function: on the first that is counted, or on a greatest age. */
interface FunctionAlarm {
  readonly metric: keyof typeof ASYNCHRONOUS_METRICS;
  readonly what: string;
  readonly severity: AlertSeverity;
  readonly statistic: "Sum" | "Maximum";
  readonly threshold: number;
}

const FUNCTION_ALARMS: readonly FunctionAlarm[] = [
  {
    metric: "errors",
    what: "Records of model invocations could not be sorted; Lambda tries again",
    severity: "ticket",
    statistic: "Sum",
    threshold: 1,
  },
  {
    metric: "throttles",
    what: "The function that sorts records of model invocations is throttled; Lambda tries again",
    severity: "ticket",
    statistic: "Sum",
    threshold: 1,
  },
  {
    metric: "age",
    what: "Records of model invocations wait for more than 15 minutes, and are given up after six hours",
    severity: "page",
    statistic: "Maximum",
    threshold: FIFTEEN_MINUTES_IN_MS,
  },
  {
    metric: "dropped",
    what: "Records of model invocations were given up and are in the failure queue: no log group has them",
    severity: "page",
    statistic: "Sum",
    threshold: 1,
  },
  {
    metric: "undelivered",
    what: "Records of model invocations were given up and did not reach the failure queue: evidence is being lost",
    severity: "page",
    statistic: "Sum",
    threshold: 1,
  },
];

/** What alarms watch. */
export interface Watched {
  readonly sampler: aws.lambda.Function;
  readonly source: RetainedLogGroup;
  readonly subscription: aws.cloudwatch.LogSubscriptionFilter;
}

export function alarmOnFailures(
  scope: Scope,
  { topicArn }: InvocationSamplerOptions,
  { sampler, source, subscription }: Watched,
): void {
  for (const { metric, what, severity, statistic, threshold } of FUNCTION_ALARMS) {
    createAlarm(scope, topicArn, metric, {
      alarmDescription: alarmDescription(what, severity, RUNBOOK_OF.lostInvocations),
      namespace: LAMBDA_NAMESPACE,
      metricName: ASYNCHRONOUS_METRICS[metric],
      dimensions: { [FUNCTION_DIMENSION]: sampler.name },
      statistic,
      threshold,
    });
  }
  createAlarm(scope, topicArn, "delivery-errors", {
    alarmDescription: alarmDescription(
      "CloudWatch Logs could not send records of model invocations to the function that sorts them: evidence is being lost",
      "page",
      RUNBOOK_OF.lostInvocations,
    ),
    namespace: LOGS_NAMESPACE,
    metricName: DELIVERY_ERRORS,
    dimensions: {
      [DELIVERY_DIMENSIONS.logGroup]: source.logGroupName,
      [DELIVERY_DIMENSIONS.destination]: LAMBDA_DESTINATION,
      [DELIVERY_DIMENSIONS.filter]: subscription.name,
    },
    statistic: "Sum",
    threshold: 1,
  });
}

type AlarmSubject = Required<
  Pick<
    aws.cloudwatch.MetricAlarmArgs,
    "alarmDescription" | "namespace" | "metricName" | "dimensions" | "statistic" | "threshold"
  >
>;

function createAlarm(scope: Scope, topicArn: pulumi.Input<string>, role: string, subject: AlarmSubject): void {
  const name = scope.child(role);
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      ...subject,
      period: ALARM_PERIOD_SECONDS,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      // Where no model is called, nothing is sorted.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      ...scope.region,
    },
    scope.options,
  );
}

function failureQueueName(scope: Scope): string {
  return scope.child("failures");
}
