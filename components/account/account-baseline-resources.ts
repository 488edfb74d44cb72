/** What an `AccountBaseline` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { ManagedRuleId } from "../../facts/config/managed-rules";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { AlertHub } from "../alerts/alert-hub";
import { EvidenceQueries, type EvidenceSources } from "../athena/evidence-queries";
import { accountIdentity } from "../base/account-identity";
import type { Placement, Scope } from "../base/component";
import type { KeyProtection } from "../base/evidence-protection";
import { given } from "../base/options";
import { BaselineGuardrail, type BaselineGuardrailArgs } from "../bedrock/baseline-guardrail";
import { InvocationLogging, type InvocationLoggingArgs } from "../bedrock/invocation-logging";
import { ModelAlarms } from "../bedrock/model-alarms";
import { AuditAlarms } from "../cloudtrail/audit-alarms";
import { AuditTrail, type AuditTrailArgs } from "../cloudtrail/audit-trail";
import { GovernanceDashboards } from "../cloudwatch/governance-dashboards";
import { AggregationAuthorizations, type AggregatorAccount } from "../config/aggregation-authorizations";
import { type AggregatedAccounts, ConfigAggregator } from "../config/config-aggregator";
import { ConfigRecorder, type ConfigRecorderArgs } from "../config/config-recorder";
import { createServiceLinkedRole } from "../config/config-recorder-resources";
import { ConfigRules } from "../config/config-rules";
import { RETENTION_RULE } from "../config/config-rules-plan";
import { logGroupArn } from "../documents/logs";
import type { ExportedTable } from "../documents/log-export";
import { bucketArn, bucketNameOf, deliverAccessLogs } from "../documents/s3";
import { GovernanceEvents, type GovernanceEventsArgs, type RecordedCalls } from "../events/governance-events";
import type { ExistingKey } from "../kms/required-key";
import { KubernetesAuditSink } from "../kubernetes/kubernetes-audit-sink";
import { LogExport, type LogExportArgs } from "../logs/log-export";
import { EvidenceReaders, type EvidenceReadersArgs } from "../readers/evidence-readers";
import { EvidenceBucket } from "../s3/evidence-bucket";
import { filterArguments, type TopicSubscriber } from "../sns/notification-topic";
import { createDetection, type RegionDetection } from "./account-detection";
import type {
  Adopted,
  AlertingMode,
  ClusterLogGroupMode,
  Declined,
  EvidenceQueriesMode,
  GuardrailsMode,
  InvocationLoggingMode,
  LogExportMode,
  RecorderMode,
} from "./capability-modes";
import type { DetectionModes } from "./detection-modes";

import type { DeclinedSetting } from "./settings-modes";

/** What stands in one governed region. What is absent is adopted or left out. */
export interface RegionBaseline {
  readonly region: string;
  /** Takes the access logs of the region's evidence buckets, save the trail's, which has one of its own. */
  readonly accessLogBucket: EvidenceBucket | undefined;
  readonly alerts: RegionAlerts | undefined;
  readonly detection: RegionDetection;
  readonly invocationLogging: InvocationLogging | undefined;
  readonly guardrail: BaselineGuardrail | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
  readonly configRules: ConfigRules | undefined;
  /** Of the region's log groups, each kind where the baseline makes log groups of it. */
  readonly logExports: LogExports;
  /** Absent, too, where the region has no bucket of its own with records. */
  readonly evidenceQueries: EvidenceQueries | undefined;
}

/** The copies of log groups, by what they hold. */
export type LogExports = Readonly<Partial<Record<ExportedTable, LogExport>>>;

/** The topic that a region's alerts go to. */
export interface RegionAlerts {
  readonly topicArn: pulumi.Input<string>;
  /** Absent where the topic exists already. */
  readonly hub: AlertHub | undefined;
}

/** An EKS cluster's destination for control-plane logs. */
export interface ClusterBaseline {
  readonly name: string;
  readonly region: string;
  /** Absent where the cluster's log group is adopted or left out. */
  readonly auditSink: KubernetesAuditSink | undefined;
}

/** An EKS cluster, by its name and the region that it is in. */
export interface EksCluster {
  readonly name: string;
  readonly region: string;
  readonly logGroup: ClusterLogGroupMode;
}

/** The options of an `AccountBaseline`, resolved: what each component is told. */
export interface AccountBaselineOptions {
  readonly placement: Placement;
  /** `undefined` where nobody is named. */
  readonly readers: Pick<EvidenceReadersArgs, "auditors" | "ingestion" | "externalId" | "queues"> | undefined;
  readonly adopted: readonly Adopted[];
  readonly declined: readonly (Declined | DeclinedSetting)[];
  /** `undefined` where the trail is adopted or left out. */
  readonly trail: AuditTrailArgs | undefined;
  readonly trainingBuckets: readonly string[];
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  /** Where AWS Config records IAM; absent where no governed region can. */
  readonly globalRegion: string | undefined;
  readonly invocations: InvocationLoggingArgs;
  readonly invocationLoggingMode: (region: string) => InvocationLoggingMode;
  readonly recorder: Pick<ConfigRecorderArgs, "frequency" | "retentionDays" | "excludedResourceTypes">;
  /** What the recorders' own buckets are told. */
  readonly recorderBucket: Pick<ConfigRecorderArgs, "bucketRetentionDays" | "bucketStorageClasses">;
  readonly recorderMode: (region: string) => RecorderMode;
  /** `undefined` where no aggregator is created. */
  readonly aggregatedAccounts: AggregatedAccounts | undefined;
  readonly aggregatorAccounts: readonly AggregatorAccount[];
  readonly createServiceLinkedRole: boolean;
  readonly accessLogRetentionDays: number;
  /** `undefined` is the baseline. */
  readonly configRules: readonly ManagedRuleId[] | undefined;
  readonly minimumLogRetentionDays: number;
  readonly alertingMode: (region: string) => AlertingMode;
  readonly evidenceQueriesMode: (region: string) => EvidenceQueriesMode;
  readonly logExportMode: (region: string) => LogExportMode;
  /** How long the copies are kept and locked. */
  readonly logExports: Readonly<Record<ExportedTable, Pick<LogExportArgs, "retentionDays" | "objectLock">>>;
  readonly alertSubscribers: readonly TopicSubscriber[];
  readonly trustedAccounts: readonly string[];
  readonly createsDashboards: boolean;
  readonly guardrailsMode: (region: string) => GuardrailsMode;
  readonly guardrailEnforcement: NonNullable<BaselineGuardrailArgs["enforcement"]>;
  readonly detection: DetectionModes;
  /** Where the calls to IAM are recorded; absent where nobody knows. */
  readonly globalServicesRegion: string | undefined;
  readonly eksClusters: readonly EksCluster[];
  readonly clusterRetentionDays: RetentionDays;
}

export function createTrail(scope: Scope, { trail, trainingBuckets }: AccountBaselineOptions): AuditTrail | undefined {
  if (trail === undefined) {
    return undefined;
  }
  const { partition } = scope.account;
  const trainingBucketArns = trainingBuckets.map((bucket) =>
    // The ARN of a directory bucket names its region and account, and so cannot be made of its name.
    bucket.startsWith("arn:")
      ? bucket
      : partition.apply((partitionId) => bucketArn({ partition: partitionId }, bucket)),
  );
  return new AuditTrail(
    scope.child("trail"),
    { ...trail, trainingBucketArns, ...scope.protection, ...(trail.key === undefined ? scope.keyProtection : {}) },
    scope.options,
  );
}

/** AWS Config's service-linked role, of which an account has one: what every recorder waits for. */
export function createRecorderRole(scope: Scope, options: AccountBaselineOptions): readonly pulumi.Resource[] {
  const recorders = options.governedRegions.filter((region) => options.recorderMode(region).mode === "create");
  return options.createServiceLinkedRole && recorders.length > 0
    ? [createServiceLinkedRole(scope.child("recorder-role"), scope)]
    : [];
}

/** What the region's components read or copy, and is made before them. */
interface AlreadyThere {
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
  /** Those of the region. */
  readonly clusters: readonly ClusterBaseline[];
}

/*
 * The names of the components in a region are short because S3 allows 63 characters for a bucket's name, which repeats the
 * region and adds the account.
 */
export function createRegion(
  scope: Scope,
  options: AccountBaselineOptions,
  recorderRole: readonly pulumi.Resource[],
  region: string,
  { trail, clusters }: AlreadyThere,
): RegionBaseline {
  const accessLogBucket = createAccessLogBucket(scope, options, region);
  // The name as the policy holds it: logging starts after the policy that lets it in.
  const accessLogs = accessLogBucket?.policy.bucket;
  const alerts = createAlerts(scope, options, region);
  const detection = createDetection(
    scope,
    options.detection,
    { region, isHome: region === options.homeRegion },
    alerts,
  );
  const invocationLogging = createInvocationLogging(scope, options, region, accessLogs, alerts);
  subscribeToAlarms(scope, options, region, invocationLogging);
  createModelAlarms(scope, region, alerts);
  const guardrail = createGuardrail(scope, options, region);
  const configRecorder = createConfigRecorder(scope, options, recorderRole, region, accessLogs);
  const configRules = createConfigRules(scope, options, region, configRecorder);
  authorizeAggregators(scope, options, region);
  const logExports = createLogExports(scope, options, region, { accessLogs, alerts, invocationLogging, clusters });
  const evidenceQueries = createEvidenceQueries(scope, options, region, {
    trail,
    accessLogBucket,
    invocationLogging,
    configRecorder,
    logExports,
  });
  return {
    region,
    accessLogBucket,
    alerts,
    detection,
    invocationLogging,
    guardrail,
    configRecorder,
    configRules,
    logExports,
    evidenceQueries,
  };
}

function createAlerts(scope: Scope, options: AccountBaselineOptions, region: string): RegionAlerts | undefined {
  const mode = options.alertingMode(region);
  const calls = region === options.globalServicesRegion ? "all" : "regional";
  switch (mode.mode) {
    case "create": {
      const hub = createAlertHub(scope, options, region);
      tellOfCalls(scope, options, { region, calls }, hub);
      return { topicArn: hub.topicArn, hub };
    }
    case "existing":
      tellOfCalls(scope, options, { region, calls }, { topicArn: mode.arn });
      return { topicArn: mode.arn, hub: undefined };
    case "off":
      return undefined;
  }
}

function createModelAlarms(scope: Scope, region: string, alerts: RegionAlerts | undefined): void {
  if (alerts === undefined) {
    return;
  }
  new ModelAlarms(
    scope.child(`${region}-models`),
    { topicArn: alerts.topicArn, region },
    // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
    { ...scope.options, dependsOn: [...(alerts.hub?.policies ?? [])] },
  );
}

/** What is shown of the trail is there only where it delivers to a log group of ours, and its alarms where somebody is told. */
export function createDashboards(
  scope: Scope,
  { createsDashboards, governedRegions, homeRegion }: AccountBaselineOptions,
  trail: AuditTrail | undefined,
  alerts: RegionAlerts | undefined,
): void {
  if (!createsDashboards) {
    return;
  }
  new GovernanceDashboards(
    scope.child("dashboards"),
    {
      regions: governedRegions,
      region: homeRegion,
      ...given({
        trailLogGroupName: trail?.logGroup.logGroupName,
        auditAlarms: trail === undefined || alerts === undefined ? undefined : scope.child("audit-alarms"),
      }),
    },
    scope.options,
  );
}

/** Alarms on what the trail records in every region, where it delivers and somebody is told. */
export function createAuditAlarms(
  scope: Scope,
  { homeRegion }: AccountBaselineOptions,
  trail: AuditTrail | undefined,
  alerts: RegionAlerts | undefined,
): AuditAlarms | undefined {
  return trail === undefined || alerts === undefined
    ? undefined
    : new AuditAlarms(
        scope.child("audit-alarms"),
        { logGroupName: trail.logGroup.logGroupName, topicArn: alerts.topicArn, region: homeRegion },
        // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
        { ...scope.options, dependsOn: [...(alerts.hub?.policies ?? [])] },
      );
}

/** Alerts on calls to IAM, where they are recorded in a region that is not governed. */
export function createGlobalAlerts(scope: Scope, options: AccountBaselineOptions): AlertHub | undefined {
  const { globalServicesRegion: region, governedRegions, homeRegion } = options;
  if (region === undefined || governedRegions.includes(region) || options.alertingMode(homeRegion).mode === "off") {
    return undefined;
  }
  const hub = createAlertHub(scope, options, region);
  tellOfCalls(scope, options, { region, calls: "global" }, hub);
  return hub;
}

function createAlertHub(scope: Scope, { alertSubscribers }: AccountBaselineOptions, region: string): AlertHub {
  return new AlertHub(
    scope.child(`${region}-alerts`),
    { subscribers: alertSubscribers, region, ...scope.keyProtection },
    scope.options,
  );
}

function tellOfCalls(
  scope: Scope,
  { trustedAccounts }: AccountBaselineOptions,
  { region, calls }: { readonly region: string; readonly calls: RecordedCalls },
  { topicArn, undeliveredQueueArn, policies = [] }: TopicOfCalls,
): void {
  new GovernanceEvents(
    scope.child(`${region}-events`),
    { topicArn, calls, region, trustedAccountIds: trustedAccounts, ...given({ undeliveredQueueArn }) },
    // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
    { ...scope.options, dependsOn: [...policies] },
  );
}

type TopicOfCalls = Pick<GovernanceEventsArgs, "topicArn" | "undeliveredQueueArn"> &
  Partial<Pick<AlertHub, "policies">>;

/** Where a region's log groups are, and what the copies of them need. */
interface Exported extends Pick<RegionBaseline, "alerts" | "invocationLogging"> {
  readonly accessLogs: pulumi.Output<string> | undefined;
  readonly clusters: readonly ClusterBaseline[];
}

/** The names of the copies are short for the same reason as the components' own. */
const EXPORT_NAMES: Readonly<Record<ExportedTable, string>> = {
  model_invocations: "export",
  kubernetes_audit: "k8s-export",
};

function createLogExports(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  { accessLogs, alerts, invocationLogging, clusters }: Exported,
): LogExports {
  if (options.logExportMode(region).mode === "off") {
    return {};
  }
  const logGroups: Readonly<Record<ExportedTable, LogExportArgs["logGroups"]>> = {
    model_invocations:
      invocationLogging?.logGroupName === undefined ? {} : { invocations: invocationLogging.logGroupName },
    kubernetes_audit: Object.fromEntries(
      clusters.flatMap(({ name, auditSink }) =>
        auditSink?.logGroupName === undefined ? [] : [[name, auditSink.logGroupName]],
      ),
    ),
  };
  const made = EXPORTED_TABLES.filter((table) => Object.keys(logGroups[table]).length > 0).map((table) => [
    table,
    new LogExport(
      scope.child(`${region}-${EXPORT_NAMES[table]}`),
      {
        table,
        logGroups: logGroups[table],
        ...options.logExports[table],
        ...given({ accessLogBucket: accessLogs, topicArn: alerts?.topicArn }),
        region,
        ...scope.protection,
        ...scope.keyProtection,
      },
      // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
      { ...scope.options, dependsOn: [...(alerts?.hub?.policies ?? [])] },
    ),
  ]);
  return Object.fromEntries(made) as LogExports; // an entry for each table that is exported
}

// Object.keys loses the names.
const EXPORTED_TABLES = Object.keys(EXPORT_NAMES) as readonly ExportedTable[];

/** Whether the baseline copies anything of the region: what it makes in buckets of its own. */
function exportsLogs(
  { logExportMode, invocationLoggingMode, eksClusters }: AccountBaselineOptions,
  region: string,
): boolean {
  return (
    logExportMode(region).mode === "create" &&
    (invocationLoggingMode(region).mode === "create" ||
      eksClusters.some((cluster) => cluster.region === region && cluster.logGroup.mode === "create"))
  );
}

/** What of a region stands in buckets. */
interface KeptInBuckets extends Pick<
  RegionBaseline,
  "accessLogBucket" | "invocationLogging" | "configRecorder" | "logExports"
> {
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
}

/** Over the buckets that the baseline makes: others may be of another account, whose keys and policies decide who reads them. */
function createEvidenceQueries(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  kept: KeptInBuckets,
): EvidenceQueries | undefined {
  const sources = evidenceSources(options, region, kept);
  if (options.evidenceQueriesMode(region).mode === "off" || Object.keys(sources).length === 0) {
    return undefined;
  }
  return new EvidenceQueries(
    scope.child(`${region}-queries`),
    {
      sources,
      ...given({ accessLogBucket: kept.accessLogBucket?.policy.bucket }),
      region,
      ...scope.protection,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

function evidenceSources(
  options: AccountBaselineOptions,
  region: string,
  { trail, accessLogBucket, invocationLogging, configRecorder, logExports }: KeptInBuckets,
): EvidenceSources {
  const { trail: trailArgs, invocations } = options;
  const configuration = ownsBucket(options.recorderMode(region)) ? configRecorder?.bucketName : undefined;
  const bodies =
    invocations.content === "full" && ownsBucket(options.invocationLoggingMode(region))
      ? invocationLogging?.bucketName
      : undefined;
  const exported = {
    invocations: logExports.model_invocations?.bucket.bucketName,
    kubernetesAudit: logExports.kubernetes_audit?.bucket.bucketName,
  };
  const logged = present([configuration, bodies, ...Object.values(exported)]);
  const ownTrail = trailArgs?.bucket === undefined ? trail : undefined;
  return {
    ...(ownTrail === undefined
      ? {}
      : {
          trail: { bucketName: ownTrail.bucket.bucketName, ...given({ organizationId: trailArgs?.organization?.id }) },
        }),
    ...(configuration === undefined ? {} : { configuration: { bucketName: configuration } }),
    ...given({
      invocations: exported.invocations && { bucketName: exported.invocations },
      kubernetesAudit: exported.kubernetesAudit && { bucketName: exported.kubernetesAudit },
    }),
    ...(accessLogBucket === undefined || logged.length === 0
      ? {}
      : { accessLogs: { bucketName: accessLogBucket.bucketName, sourceBuckets: pulumi.all([...logged]) } }),
    ...(ownTrail?.accessLogBucket === undefined
      ? {}
      : {
          trailAccessLogs: {
            bucketName: ownTrail.accessLogBucket.bucketName,
            sourceBuckets: pulumi.all([ownTrail.bucket.bucketName]),
          },
        }),
  };
}

/** The bucket for access logs, where the region has a bucket of its own whose access can be logged. */
function createAccessLogBucket(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
): EvidenceBucket | undefined {
  const { accessLogRetentionDays, invocations } = options;
  const holdsInvocations = invocations.content === "full" && ownsBucket(options.invocationLoggingMode(region));
  // Results of queries have a bucket wherever there is something to ask.
  const asksTrail =
    region === options.homeRegion &&
    options.trail !== undefined &&
    options.trail.bucket === undefined &&
    options.evidenceQueriesMode(region).mode === "create";
  if (!holdsInvocations && !asksTrail && !exportsLogs(options, region) && !ownsBucket(options.recorderMode(region))) {
    return undefined;
  }
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

/** Whether the mode makes a bucket of the stack's own. */
function ownsBucket(mode: RecorderMode | InvocationLoggingMode): boolean {
  return mode.mode === "create" && mode.bucket === undefined;
}

/** For the arguments of a component: the key that exists, or else how its own is protected. */
function keyOptions(scope: Scope, key: string | undefined): { readonly key?: ExistingKey } & KeyProtection {
  return key === undefined ? scope.keyProtection : { key: { existing: { arn: key } } };
}

function createInvocationLogging(
  scope: Scope,
  { invocations, invocationLoggingMode }: AccountBaselineOptions,
  region: string,
  accessLogBucket: pulumi.Output<string> | undefined,
  alerts: RegionAlerts | undefined,
): InvocationLogging | undefined {
  const mode = invocationLoggingMode(region);
  if (mode.mode !== "create") {
    return undefined;
  }
  const { bucketRetentionDays, objectLock, ...others } = invocations;
  return new InvocationLogging(
    scope.child(`${region}-invocations`),
    {
      ...others,
      // No other content mode has a bucket of its own; the component refuses one that it would ignore.
      ...(mode.bucket !== undefined
        ? { bucket: { existing: { name: mode.bucket } } }
        : invocations.content === "full"
          ? given({ bucketRetentionDays, objectLock, accessLogBucket })
          : {}),
      ...(alerts === undefined ? {} : { topic: { existing: { arn: alerts.topicArn } } }),
      region,
      ...scope.protection,
      ...keyOptions(scope, mode.key),
    },
    { ...scope.options, dependsOn: [...(alerts?.hub?.policies ?? [])] },
  );
}

/** Where nobody is told of calls, the log of invocations has a topic of its own for its alarms. */
function subscribeToAlarms(
  scope: Scope,
  { alertSubscribers, alertingMode }: AccountBaselineOptions,
  region: string,
  logging: InvocationLogging | undefined,
): void {
  if (logging?.alarmTopicArn === undefined || alertingMode(region).mode !== "off") {
    return;
  }
  for (const { protocol, endpoint, bodyFilter } of alertSubscribers) {
    new aws.sns.TopicSubscription(
      scope.child(`${region}-alarm-${protocol}-${endpoint}`),
      { topic: logging.alarmTopicArn, protocol, endpoint, ...filterArguments(bodyFilter), region },
      // The topic's ARN is made of its name and so does not say by itself that the topic has to exist.
      { ...scope.options, dependsOn: [logging] },
    );
  }
}

function createGuardrail(
  scope: Scope,
  { guardrailsMode, guardrailEnforcement: enforcement }: AccountBaselineOptions,
  region: string,
): BaselineGuardrail | undefined {
  return guardrailsMode(region).mode === "create"
    ? new BaselineGuardrail(
        scope.child(`${region}-guardrail`),
        { enforcement, region, ...scope.keyProtection },
        scope.options,
      )
    : undefined;
}

function createConfigRecorder(
  scope: Scope,
  { recorder, recorderMode, recorderBucket, globalRegion }: AccountBaselineOptions,
  recorderRole: readonly pulumi.Resource[],
  region: string,
  accessLogBucket: pulumi.Output<string> | undefined,
): ConfigRecorder | undefined {
  const mode = recorderMode(region);
  if (mode.mode !== "create") {
    return undefined;
  }
  return new ConfigRecorder(
    scope.child(`${region}-recorder`),
    {
      ...recorder,
      region,
      recordGlobalResourceTypes: region === globalRegion,
      serviceLinkedRole: "existing",
      ...(mode.bucket === undefined
        ? { ...recorderBucket, ...given({ accessLogBucket }) }
        : { bucket: { existing: { name: bucketNameOf(mode.bucket) } } }),
      ...scope.protection,
      ...keyOptions(scope, mode.key),
    },
    { ...scope.options, dependsOn: [...recorderRole] },
  );
}

/** What is recorded in every region, seen at home. */
export function createAggregator(
  scope: Scope,
  { aggregatedAccounts, homeRegion }: AccountBaselineOptions,
): ConfigAggregator | undefined {
  return aggregatedAccounts === undefined
    ? undefined
    : new ConfigAggregator(
        scope.child("aggregator"),
        { accounts: aggregatedAccounts, region: homeRegion },
        scope.options,
      );
}

function authorizeAggregators(
  scope: Scope,
  { aggregatorAccounts, recorderMode }: AccountBaselineOptions,
  region: string,
): void {
  if (aggregatorAccounts.length > 0 && recorderMode(region).mode !== "off") {
    new AggregationAuthorizations(
      scope.child(`${region}-aggregators`),
      { aggregators: aggregatorAccounts, region },
      scope.options,
    );
  }
}

function createConfigRules(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  recorder: ConfigRecorder | undefined,
): ConfigRules | undefined {
  const { configRules, minimumLogRetentionDays, recorderMode, homeRegion, globalRegion = homeRegion } = options;
  // Without any recorder AWS Config takes no rules.
  if (recorderMode(region).mode === "off") {
    return undefined;
  }
  // The component refuses a minimum that no rule checks.
  const checked = configRules === undefined || configRules.includes(RETENTION_RULE) ? { minimumLogRetentionDays } : {};
  return new ConfigRules(
    scope.child(`${region}-rules`),
    { region, globalResourceRules: region === globalRegion, ...checked, ...given({ rules: configRules, recorder }) },
    scope.options,
  );
}

/** What the account's own components keep evidence in. */
interface Kept {
  readonly trail: AuditTrail | undefined;
  readonly regions: readonly RegionBaseline[];
  readonly clusters: readonly ClusterBaseline[];
}

/** Roles for those who read what is kept here; what is adopted lets in whom its owner names. */
export function createReaders(
  scope: Scope,
  { readers, homeRegion }: AccountBaselineOptions,
  { trail, regions, clusters }: Kept,
): EvidenceReaders | undefined {
  if (readers === undefined) {
    return undefined;
  }
  const trailBuckets = trail === undefined ? [] : [trail.bucket.bucketName];
  const logGroups = [
    ...(trail === undefined ? [] : [{ name: trail.logGroup.logGroupName, region: homeRegion }]),
    ...regions.map(({ invocationLogging, region }) => ({ name: invocationLogging?.logGroupName, region })),
    ...clusters.map(({ auditSink, region }) => ({ name: auditSink?.logGroupName, region })),
  ];
  return new EvidenceReaders(
    scope.child("readers"),
    {
      ...readers,
      buckets: present([
        ...trailBuckets,
        ...regions.flatMap(({ invocationLogging, configRecorder, logExports }) => [
          invocationLogging?.bucketName,
          configRecorder?.bucketName,
          ...Object.values(logExports).map(({ bucket }) => bucket.bucketName),
        ]),
      ]),
      ingestedBuckets: trailBuckets,
      logGroups: logGroups.flatMap(({ name, region }) =>
        name === undefined
          ? []
          : [
              pulumi
                .all([scope.account.place, name])
                .apply(([place, group]) => logGroupArn({ ...place, region }, group)),
            ],
      ),
      keys: present([
        trail?.key.keyArn,
        ...regions.flatMap(({ invocationLogging, configRecorder, logExports }) => [
          invocationLogging?.keyArn,
          configRecorder?.keyArn,
          ...Object.values(logExports).map(({ keyArn }) => keyArn),
        ]),
      ]),
    },
    scope.options,
  );
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

export function createCluster(
  scope: Scope,
  { clusterRetentionDays }: AccountBaselineOptions,
  { name, region, logGroup }: EksCluster,
): ClusterBaseline {
  if (logGroup.mode !== "create") {
    return { name, region, auditSink: undefined };
  }
  const auditSink = new KubernetesAuditSink(
    scope.child(`${region}-eks-${name}`),
    {
      cluster: { kind: "eks", clusterName: name },
      region,
      retentionDays: clusterRetentionDays,
      ...scope.protection,
      ...scope.keyProtection,
    },
    scope.options,
  );
  return { name, region, auditSink };
}
