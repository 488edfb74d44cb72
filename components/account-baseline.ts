/** The whole baseline of one account: what every component is told, and where it stands. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type AccountBaselineArgs, checkHomeRegion } from "./account-baseline-args";
import { accountIdentity } from "./account-identity";
import { AuditTrail } from "./audit-trail";
import { ConfigRecorder } from "./config-recorder";
import { ConfigRules } from "./config-rules";
import { bucketArn, deliverAccessLogs } from "./documents/bucket-documents";
import { EvidenceBucket } from "./evidence-bucket";
import { InvocationLogging, type InvocationLoggingArgs } from "./invocation-logging";
import { KubernetesAuditSink } from "./kubernetes-audit-sink";
import type { ObjectLock } from "./object-lock";

export type { AccountBaselineArgs } from "./account-baseline-args";

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

/**
 * The baseline of one account: a trail, and in every governed region the log of model invocations, the recorder of AWS Config
 * and its rules; for each EKS cluster the log group of its control plane.
 *
 * Its type is how a stack says that it is an account's baseline, and its inputs are what the stack says of itself: `profile`,
 * `governedRegions` and `invocationContent`.
 *
 * @throws {OptionError} when homeRegion is not governed, or a component refuses what it is told
 */
export class AccountBaseline extends pulumi.ComponentResource {
  readonly trail: AuditTrail;
  readonly regions: readonly RegionBaseline[];
  readonly clusters: readonly ClusterBaseline[];

  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    checkHomeRegion(name, args);
    const { profile, governedRegions, invocationContent } = args;
    super(
      "ai-governance-baseline:index:AccountBaseline",
      name,
      { profile, governedRegions: [...governedRegions], invocationContent },
      opts,
    );
    const own: Own = { name, args, parent: this };

    this.trail = createTrail(own);
    this.regions = governedRegions.map((region) => createRegion(own, region));
    this.clusters = args.eksClusters.map((cluster) => createCluster(own, cluster));

    this.registerOutputs({ profile, governedRegions, invocationContent, trailArn: this.trail.trailArn });
  }
}

/** What every step of the constructor needs. */
interface Own {
  readonly name: string;
  readonly args: AccountBaselineArgs;
  readonly parent: AccountBaseline;
}

/** AWS Config's rule on log groups looks at other teams' groups as well: a year is asked of nobody beyond what is kept here. */
const LONGEST_RETENTION_DEMANDED = 365;

function createTrail({ name, args, parent }: Own): AuditTrail {
  const { partition } = accountIdentity(parent, args.homeRegion);
  return new AuditTrail(
    `${name}-trail`,
    {
      region: args.homeRegion,
      auditRetention: args.auditRetentionDays,
      bucketRetentionDays: args.evidenceRetentionDays,
      objectLock: evidenceLock(args),
      trainingBucketArns: args.trainingBuckets.map((bucket) =>
        partition.apply((partitionId) => bucketArn({ partition: partitionId }, bucket)),
      ),
      ...(args.lambdaFunctions === undefined ? {} : { lambdaFunctionArns: args.lambdaFunctions }),
      ...(args.insights ? {} : { insights: [] }),
      ...organizationOf(args),
      protect: args.protectResources,
    },
    { parent },
  );
}

/*
 * The names of the components in a region are short because S3 allows 63 characters for a bucket's name, which repeats the
 * region and adds the account.
 */
function createRegion(own: Own, region: string): RegionBaseline {
  const { name, args, parent } = own;
  const prefix = `${name}-${region}`;
  const protect = args.protectResources;
  const accessLogBucket = createAccessLogBucket(own, prefix, region);
  // The name as the policy holds it: logging starts after the policy that lets it in.
  const accessLogs = accessLogBucket.policy.bucket;
  const invocationLogging = new InvocationLogging(
    `${prefix}-invocations`,
    { region, content: args.invocationContent, ...keepingOfPrompts(args, accessLogs), protect },
    { parent },
  );
  subscribeToAlarms(prefix, region, args.alarmEmails, invocationLogging, parent);
  const configRecorder = new ConfigRecorder(
    `${prefix}-recorder`,
    {
      region,
      recordGlobalResourceTypes: region === args.homeRegion,
      frequency: args.configRecordingFrequency,
      retentionDays: args.configRetentionDays,
      bucketRetentionDays: args.evidenceRetentionDays,
      accessLogBucket: accessLogs,
      protect,
    },
    { parent },
  );
  const configRules = new ConfigRules(
    `${prefix}-rules`,
    { region, recorder: configRecorder, minimumLogRetentionDays: shortestLogRetention(args) },
    { parent },
  );
  return { region, accessLogBucket, invocationLogging, configRecorder, configRules };
}

function createAccessLogBucket({ args, parent }: Own, prefix: string, region: string): EvidenceBucket {
  const { place } = accountIdentity(parent, region);
  const bucketName = place.apply(({ accountId }) => `${prefix}-access-logs-${accountId}-${region}`);
  return new EvidenceBucket(
    `${prefix}-access-logs`,
    {
      bucketName,
      // S3 delivers access logs to no bucket with a customer key, nor to one with Object Lock.
      keyArn: undefined,
      objectLock: "none",
      policyStatements: pulumi
        .all([place, bucketName])
        .apply(([where, name]) => [
          deliverAccessLogs({ place: where, accessLogBucket: name, sourceBucket: `${prefix}-*` }),
        ]),
      retentionDays: args.auditRetentionDays,
      region,
      protect: args.protectResources,
    },
    { parent },
  );
}

function subscribeToAlarms(
  prefix: string,
  region: string,
  emails: readonly string[],
  logging: InvocationLogging,
  parent: pulumi.Resource,
): void {
  if (logging.alarmTopicArn === undefined) {
    return;
  }
  for (const email of emails) {
    new aws.sns.TopicSubscription(
      `${prefix}-alarm-mail-${email}`,
      { topic: logging.alarmTopicArn, protocol: "email", endpoint: email, region },
      // The topic's ARN is made of its name and so does not say by itself that the topic has to exist.
      { parent, dependsOn: [logging] },
    );
  }
}

function createCluster({ name, args, parent }: Own, cluster: { name: string; region: string }): ClusterBaseline {
  const auditSink = new KubernetesAuditSink(
    `${name}-${cluster.region}-eks-${cluster.name}`,
    {
      cluster: { kind: "eks", clusterName: cluster.name },
      region: cluster.region,
      retentionDays: args.kubernetesRetentionDays,
      protect: args.protectResources,
    },
    { parent },
  );
  return { ...cluster, auditSink };
}

function evidenceLock({ objectLockMode, objectLockDays }: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none" ? "none" : { mode: objectLockMode, days: objectLockDays };
}

type PromptOptions = Pick<
  InvocationLoggingArgs,
  "retentionDays" | "bucketRetentionDays" | "objectLock" | "accessLogBucket"
>;

/** What the content mode makes use of: the component refuses the rest. */
function keepingOfPrompts(args: AccountBaselineArgs, accessLogBucket: pulumi.Output<string>): PromptOptions {
  const { invocationContent, promptRetentionDays } = args;
  switch (invocationContent) {
    case "off":
      return {};
    case "metadata-only":
    case "redacted":
      return { retentionDays: promptRetentionDays };
    case "full":
      return {
        retentionDays: promptRetentionDays,
        bucketRetentionDays: promptRetentionDays,
        objectLock: promptLock(args),
        accessLogBucket,
      };
  }
}

/** Prompts hold personal data: those with the right to bypass the lock must be able to erase it (GDPR Art. 17). */
function promptLock({ objectLockMode, objectLockDays, promptRetentionDays }: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none"
    ? "none"
    : { mode: "GOVERNANCE", days: Math.min(objectLockDays, promptRetentionDays) };
}

function shortestLogRetention(args: AccountBaselineArgs): number {
  return Math.min(
    LONGEST_RETENTION_DEMANDED,
    args.auditRetentionDays,
    ...(args.invocationContent === "off" ? [] : [args.promptRetentionDays]),
    ...(args.eksClusters.length === 0 ? [] : [args.kubernetesRetentionDays]),
  );
}

function organizationOf({ organizationId, managementAccountId }: AccountBaselineArgs) {
  return organizationId === undefined || managementAccountId === undefined
    ? {}
    : { organization: { id: organizationId, managementAccountId } };
}
