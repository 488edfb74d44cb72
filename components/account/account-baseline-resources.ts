/** What an `AccountBaseline` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { ManagedRuleId } from "../../facts/config/managed-rules";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { accountIdentity } from "../base/account-identity";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { InvocationLogging, type InvocationLoggingArgs } from "../bedrock/invocation-logging";
import { AuditTrail, type AuditTrailArgs } from "../cloudtrail/audit-trail";
import { ConfigRecorder, type ConfigRecorderArgs } from "../config/config-recorder";
import { ConfigRules } from "../config/config-rules";
import { RETENTION_RULE } from "../config/config-rules-plan";
import { bucketArn, deliverAccessLogs } from "../documents/s3";
import { KubernetesAuditSink } from "../kubernetes/kubernetes-audit-sink";
import { EvidenceBucket } from "../s3/evidence-bucket";

/** What stands in one governed region. */
export interface RegionBaseline {
  readonly region: string;
  /** Takes the access logs of the region's evidence buckets, save the trail's, which has one of its own. */
  readonly accessLogBucket: EvidenceBucket;
  readonly invocationLogging: InvocationLogging;
  readonly configRecorder: ConfigRecorder;
  readonly configRules: ConfigRules;
}

/** An EKS cluster's destination for control-plane logs. */
export interface ClusterBaseline {
  readonly name: string;
  readonly region: string;
  readonly auditSink: KubernetesAuditSink;
}

/** An EKS cluster, by its name and the region that it is in. */
export interface EksCluster {
  readonly name: string;
  readonly region: string;
}

/** The options of an `AccountBaseline`, resolved: what each component is told. */
export interface AccountBaselineOptions {
  readonly trail: AuditTrailArgs;
  readonly trainingBuckets: readonly string[];
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  readonly invocations: InvocationLoggingArgs;
  readonly recorder: Pick<ConfigRecorderArgs, "frequency" | "retentionDays" | "bucketRetentionDays">;
  readonly accessLogRetentionDays: number;
  /** `undefined` is the baseline. */
  readonly configRules: readonly ManagedRuleId[] | undefined;
  readonly minimumLogRetentionDays: number;
  readonly alarmEmails: readonly string[];
  readonly eksClusters: readonly EksCluster[];
  readonly clusterRetentionDays: RetentionDays;
}

export function createTrail(scope: Scope, { trail, trainingBuckets }: AccountBaselineOptions): AuditTrail {
  const { partition } = scope.account;
  const trainingBucketArns = trainingBuckets.map((bucket) =>
    partition.apply((partitionId) => bucketArn({ partition: partitionId }, bucket)),
  );
  return new AuditTrail(scope.child("trail"), { ...trail, trainingBucketArns, ...scope.protection }, scope.options);
}

/*
 * The names of the components in a region are short because S3 allows 63 characters for a bucket's name, which repeats the
 * region and adds the account.
 */
export function createRegion(scope: Scope, options: AccountBaselineOptions, region: string): RegionBaseline {
  const accessLogBucket = createAccessLogBucket(scope, options, region);
  // The name as the policy holds it: logging starts after the policy that lets it in.
  const accessLogs = accessLogBucket.policy.bucket;
  const invocationLogging = createInvocationLogging(scope, options, region, accessLogs);
  subscribeToAlarms(scope, options, region, invocationLogging);
  const configRecorder = createConfigRecorder(scope, options, region, accessLogs);
  const configRules = createConfigRules(scope, options, region, configRecorder);
  return { region, accessLogBucket, invocationLogging, configRecorder, configRules };
}

function createAccessLogBucket(
  scope: Scope,
  { accessLogRetentionDays }: AccountBaselineOptions,
  region: string,
): EvidenceBucket {
  const { place } = accountIdentity(scope.options.parent, region);
  const name = scope.child(`${region}-access-logs`);
  const bucketName = place.apply(({ accountId }) => `${name}-${accountId}-${region}`);
  return new EvidenceBucket(
    name,
    {
      bucketName,
      // S3 delivers access logs to no bucket with a customer managed key, nor to one with Object Lock.
      keyArn: undefined,
      objectLock: "none",
      policyStatements: pulumi
        .all([place, bucketName])
        .apply(([where, accessLogBucket]) => [
          deliverAccessLogs({ place: where, accessLogBucket, sourceBucket: `${scope.child(region)}-*` }),
        ]),
      retentionDays: accessLogRetentionDays,
      region,
      ...scope.protection,
    },
    scope.options,
  );
}

function createInvocationLogging(
  scope: Scope,
  { invocations }: AccountBaselineOptions,
  region: string,
  accessLogBucket: pulumi.Output<string>,
): InvocationLogging {
  return new InvocationLogging(
    scope.child(`${region}-invocations`),
    {
      ...invocations,
      // No other mode makes a bucket whose access could be logged.
      ...(invocations.content === "full" ? { accessLogBucket } : {}),
      region,
      ...scope.protection,
    },
    scope.options,
  );
}

function subscribeToAlarms(
  scope: Scope,
  { alarmEmails }: AccountBaselineOptions,
  region: string,
  logging: InvocationLogging,
): void {
  if (logging.alarmTopicArn === undefined) {
    return;
  }
  for (const email of alarmEmails) {
    new aws.sns.TopicSubscription(
      scope.child(`${region}-alarm-mail-${email}`),
      { topic: logging.alarmTopicArn, protocol: "email", endpoint: email, region },
      // The topic's ARN is made of its name and so does not say by itself that the topic has to exist.
      { ...scope.options, dependsOn: [logging] },
    );
  }
}

function createConfigRecorder(
  scope: Scope,
  { recorder, homeRegion }: AccountBaselineOptions,
  region: string,
  accessLogBucket: pulumi.Output<string>,
): ConfigRecorder {
  return new ConfigRecorder(
    scope.child(`${region}-recorder`),
    {
      ...recorder,
      region,
      recordGlobalResourceTypes: region === homeRegion,
      accessLogBucket,
      ...scope.protection,
    },
    scope.options,
  );
}

function createConfigRules(
  scope: Scope,
  { configRules, minimumLogRetentionDays }: AccountBaselineOptions,
  region: string,
  recorder: ConfigRecorder,
): ConfigRules {
  // The component refuses a minimum that no rule checks.
  const checked = configRules === undefined || configRules.includes(RETENTION_RULE) ? { minimumLogRetentionDays } : {};
  return new ConfigRules(
    scope.child(`${region}-rules`),
    { region, recorder, ...given({ rules: configRules }), ...checked },
    scope.options,
  );
}

export function createCluster(
  scope: Scope,
  { clusterRetentionDays }: AccountBaselineOptions,
  { name, region }: EksCluster,
): ClusterBaseline {
  const auditSink = new KubernetesAuditSink(
    scope.child(`${region}-eks-${name}`),
    {
      cluster: { kind: "eks", clusterName: name },
      region,
      retentionDays: clusterRetentionDays,
      ...scope.protection,
    },
    scope.options,
  );
  return { name, region, auditSink };
}
