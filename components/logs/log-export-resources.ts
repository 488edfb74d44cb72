/** What a `LogExport` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ERROR_PREFIX, FRESHNESS_METRIC, LOG_EVENT_PROCESSORS } from "../../facts/firehose/log-export";
import { RUNBOOK_OF } from "../../runbooks/alerts";
import { alarmDescription } from "../alerts/alarm-description";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { policyJson, type Statement } from "../documents/iam";
import {
  DELIVERY_ERRORS_STREAM,
  deliveryRoleStatements,
  deliveryRoleTrust,
  type ExportedTable,
  exportPrefix,
  subscriptionRoleStatements,
  subscriptionRoleTrust,
} from "../documents/log-export";
import { logGroupsUseKey } from "../documents/logs";
import type { RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import type { ExistingKey, RequiredKey } from "../kms/required-key";
import { EvidenceBucket } from "../s3/evidence-bucket";
import type { ObjectLock } from "../s3/object-lock";
import type { AgingStep } from "../s3/storage-classes";
import { RetainedLogGroup } from "./retained-log-group";

/** The options of a `LogExport`, resolved. */
export interface LogExportOptions {
  readonly table: ExportedTable;
  readonly logGroups: Readonly<Record<string, pulumi.Input<string>>>;
  readonly retentionDays: number;
  readonly storageClasses: readonly AgingStep[];
  readonly objectLock: ObjectLock | "none";
  readonly key: ExistingKey | undefined;
  readonly accessLogBucket: pulumi.Input<string> | undefined;
  readonly topicArn: pulumi.Input<string> | undefined;
}

/** What a stream delivers to, reports to, and by which role. */
export interface StreamDestinations {
  readonly bucket: EvidenceBucket;
  readonly errorLog: RetainedLogGroup;
  readonly role: RequiredRole;
}

/**
 * The events that a table reads, as a filter pattern. Control planes write other logs to the same log group, which are no JSON.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
const PATTERNS: Readonly<Record<ExportedTable, string>> = {
  model_invocations: "",
  kubernetes_audit: '{ $.apiVersion = "audit.k8s.io/v1" }',
};

const RECORDS: Readonly<Record<ExportedTable, string>> = {
  model_invocations: "model invocations",
  kubernetes_audit: "audit events of Kubernetes",
};

/** No rule of AWS Config that this project creates demands more of any log group. */
const ERROR_LOG_RETENTION_DAYS = 365;

export function createKey(scope: Scope): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    {
      description: `Exported logs ${scope.child()}`,
      // Firehose uses it by a grant that it makes with the rights of whoever creates the stream, and as the role, by IAM.
      policyStatements: scope.account.place.apply((place) => [logGroupsUseKey(place, [errorLogName(scope)])]),
      ...scope.region,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

export function createBucket(
  scope: Scope,
  { retentionDays, storageClasses, objectLock, accessLogBucket }: LogExportOptions,
  { keyArn }: RequiredKey,
): EvidenceBucket {
  return new EvidenceBucket(
    scope.child("bucket"),
    {
      bucketName: scope.account.place.apply(({ accountId, region }) => bucketName(scope, accountId, region)),
      keyArn,
      retentionDays,
      storageClasses,
      objectLock,
      ...given({ accessLogBucket }),
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function createErrorLog(scope: Scope, { keyArn }: RequiredKey): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("errors"),
    {
      logGroupName: errorLogName(scope),
      retentionClass: "application",
      retentionDays: ERROR_LOG_RETENTION_DAYS,
      keyArn,
      stream: DELIVERY_ERRORS_STREAM,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

/** The role by which Firehose delivers. */
export function createRole(scope: Scope, { keyArn }: RequiredKey): RequiredRole {
  const { place } = scope.account;
  return makeRole(scope, "role", {
    description: "Firehose delivers exported logs with it",
    trust: place.apply(deliveryRoleTrust),
    policyName: "deliver-exported-logs",
    statements: pulumi.all([place, keyArn]).apply(([where, key]) =>
      deliveryRoleStatements(where, {
        bucketName: bucketName(scope, where.accountId, where.region),
        keyArn: key,
        logGroupName: errorLogName(scope),
      }),
    ),
  });
}

export function createStream(
  scope: Scope,
  { table }: LogExportOptions,
  { keyArn }: RequiredKey,
  { bucket, errorLog, role }: StreamDestinations,
): aws.kinesis.FirehoseDeliveryStream {
  return new aws.kinesis.FirehoseDeliveryStream(
    scope.child("stream"),
    {
      name: scope.child(),
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn },
      extendedS3Configuration: {
        bucketArn: bucket.bucketArn,
        roleArn: role.roleArn,
        kmsKeyArn: keyArn,
        prefix: scope.account.place.apply((place) => exportPrefix(table, place)),
        errorOutputPrefix: ERROR_PREFIX,
        compressionFormat: "GZIP",
        processingConfiguration: {
          enabled: true,
          processors: LOG_EVENT_PROCESSORS.map(({ type, parameters }) =>
            parameters.length === 0
              ? { type }
              : { type, parameters: parameters.map((parameter) => ({ ...parameter })) },
          ),
        },
        cloudwatchLoggingOptions: {
          enabled: true,
          logGroupName: errorLog.logGroupName,
          logStreamName: DELIVERY_ERRORS_STREAM,
        },
      },
      ...scope.region,
    },
    // The whole bucket: what is written before its lock, encryption and versioning stand is evidence without them.
    { ...scope.options, dependsOn: [...role.before, bucket, errorLog] },
  );
}

/** A subscription of each log group, and the role by which CloudWatch Logs sends. */
export function subscribe(
  scope: Scope,
  { table, logGroups }: LogExportOptions,
  stream: aws.kinesis.FirehoseDeliveryStream,
): void {
  const { place } = scope.account;
  const role = makeRole(scope, "subscription-role", {
    description: "CloudWatch Logs sends events to Firehose with it",
    trust: place.apply(subscriptionRoleTrust),
    policyName: "send-log-events",
    statements: place.apply((where) => subscriptionRoleStatements(where, scope.child())),
  });
  for (const [group, logGroup] of Object.entries(logGroups)) {
    const name = scope.child(`subscription-${group}`);
    new aws.cloudwatch.LogSubscriptionFilter(
      name,
      {
        name,
        logGroup,
        destinationArn: stream.arn,
        roleArn: role.roleArn,
        filterPattern: PATTERNS[table],
        ...scope.region,
      },
      // CloudWatch Logs tries the destination when it is told of it.
      { ...scope.options, dependsOn: [...role.before] },
    );
  }
}

export function alarmOnDelay(
  scope: Scope,
  { table, topicArn }: LogExportOptions,
  stream: aws.kinesis.FirehoseDeliveryStream,
): void {
  if (topicArn === undefined) {
    return;
  }
  const { namespace, name: metricName, dimension, longestBufferSeconds } = FRESHNESS_METRIC;
  const name = scope.child("delayed");
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      alarmDescription: alarmDescription(
        `Firehose does not deliver ${RECORDS[table]} to the locked bucket: evidence is being lost`,
        "page",
        RUNBOOK_OF.lostExports,
      ),
      namespace,
      metricName,
      dimensions: { [dimension]: stream.name },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      threshold: longestBufferSeconds,
      comparisonOperator: "GreaterThanThreshold",
      // Where nothing is sent, nothing is late.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      ...scope.region,
    },
    scope.options,
  );
}

interface RoleText {
  readonly description: string;
  readonly trust: pulumi.Output<readonly Statement[]>;
  readonly policyName: string;
  readonly statements: pulumi.Output<readonly Statement[]>;
}

function makeRole(scope: Scope, role: string, { description, trust, policyName, statements }: RoleText): RequiredRole {
  const name = scope.child(role);
  const made = new aws.iam.Role(name, { name, description, assumeRolePolicy: trust.apply(policyJson) }, scope.options);
  const policy = new aws.iam.RolePolicy(
    `${name}-policy`,
    { name: policyName, role: made.name, policy: statements.apply(policyJson) },
    scope.options,
  );
  return { roleArn: made.arn, before: [policy] };
}

function errorLogName(scope: Scope): string {
  return `/ai-governance/${scope.child()}/delivery-errors`;
}

function bucketName(scope: Scope, accountId: string, region: string): string {
  return `${scope.child()}-${accountId}-${region}`;
}
