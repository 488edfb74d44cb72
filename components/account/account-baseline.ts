/** The whole baseline of one account: what every component is told, and where it stands. */
import * as pulumi from "@pulumi/pulumi";

import type { AlertSeverity } from "../../facts/alerting/severities";
import { globalRecordingRegion } from "../../facts/config/limits";
import type { ManagedRuleId } from "../../facts/config/managed-rules";
import type { LoggedContentMode } from "../../facts/bedrock/content-modes";
import { MASKED_IDENTIFIERS, type MaskingScope } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { partitionOf } from "../../facts/regions";
import type { AccountSettings } from "../account-settings/account-settings";
import type { AlternateContacts } from "../account-settings/alternate-contacts";
import type { RegionSettings } from "../account-settings/region-settings";
import type { AlertHub } from "../alerts/alert-hub";
import { severityFilter } from "../alerts/severity-filter";
import { componentType, scopeOf } from "../base/component";
import { given, optionOf, OptionError } from "../base/options";
import type { InvocationLoggingArgs } from "../bedrock/invocation-logging";
import type { AuditTrail, AuditTrailArgs } from "../cloudtrail/audit-trail";
import type { CloudWatchCopy } from "../cloudtrail/trail-selectors";
import { bucketNameOf } from "../documents/s3";
import type { AggregatorAccount } from "../config/aggregation-authorizations";
import type { AggregatedAccounts, ConfigAggregator } from "../config/config-aggregator";
import type { RecordingFrequency } from "../config/config-recorder";
import { type RoleOptions, withRoleOptions } from "../iam/role-options";
import type { EvidenceReaders } from "../readers/evidence-readers";
import type { ObjectLock } from "../s3/object-lock";
import type { AgingStep } from "../s3/storage-classes";
import type { TopicSubscriber } from "../sns/notification-topic";
import { createAuditAlarms, createDashboards, createGlobalAlerts } from "./account-alerts";
import type { Backups } from "./account-backups";
import type { AccountBaselineOptions } from "./account-baseline-options";
import { type AuditManagerMode, createAuditAssessment } from "./account-audit";
import { createChatChannels, type NamedChat } from "./account-chat";
import type { EventForwardingChoice } from "./account-forwarding";
import { createRegion, createTrail, type RegionBaseline } from "./account-baseline-resources";
import { type ClusterBaseline, createCluster } from "./account-clusters";
import { createReaders } from "./account-readers";
import type { ResponseAutomationMode } from "./account-responses";
import { createAggregator, createRecorderRole } from "./account-recording";
import {
  adoptedThings,
  type AggregatorMode,
  type AlertingMode,
  type ClusterLogGroupMode,
  type ConfigRemediationMode,
  type CreateInArchive,
  type DashboardsMode,
  declinedCapabilities,
  type EvidenceQueriesMode,
  type GuardrailsMode,
  type InvocationLoggingMode,
  type LogExportMode,
  modeIn,
  type PeriodicChecksMode,
  type RecorderMode,
  type Regional,
  type TrailMode,
} from "./capability-modes";
import type { DetectionModes } from "./detection-modes";
import { type BucketLineageMode, dataEventBuckets, locatedBuckets, untracedRegions } from "./lineage-buckets";

import {
  type AlternateContactsByKind,
  createAccountSettings,
  createAlternateContacts,
  createRegionSettings,
} from "./account-settings-resources";
import { type AccountSettingsMode, declinedSettings, type RegionSettingsMode } from "./settings-modes";

export type { AccountSettingsMode, DeclinedSetting, RegionSettingsMode } from "./settings-modes";
export type { RegionBaseline } from "./account-baseline-resources";
export type { AlternateContactsByKind } from "./account-settings-resources";
export type { ClusterBaseline } from "./account-clusters";
export type { EventForwardingChoice } from "./account-forwarding";
export type { ResponseAutomationMode } from "./account-responses";
export type {
  Adopted,
  AggregatorMode,
  AlertingMode,
  ClusterLogGroupMode,
  ConfigRemediationMode,
  CreateInArchive,
  DashboardsMode,
  Declined,
  EvidenceQueriesMode,
  GuardrailsMode,
  InvocationLoggingMode,
  LogExportMode,
  Off,
  PeriodicChecksMode,
  RecorderMode,
  Regional,
  TrailMode,
} from "./capability-modes";
export type {
  AccessAnalyzerMode,
  DetectionModes,
  GuardDutyMode,
  InspectorMode,
  MacieMode,
  SecurityHubMode,
} from "./detection-modes";

/** Who is sent alerts of which severities, and of no others. */
export interface AlertRoute {
  /** One of `alarmEmails` or `alertSubscribers`. */
  readonly subscriber: string;
  readonly severities: readonly AlertSeverity[];
}

/** Options of an `AccountBaseline`: what `settings/` gives, plain and complete. */
export interface AccountBaselineArgs extends RoleOptions {
  /** What kind of account this is. It decides nothing here; policies read it from the stack. */
  readonly profile: "sandbox" | "standard" | "regulated";
  /**
   * Where the trail lives; one of governedRegions. AWS Config records IAM here too, or, in a region that it came to after
   * February 2022, in the first governed region where it can.
   */
  readonly homeRegion: string;
  /** Where model invocations are logged and resources recorded. The trail covers every region in any case. */
  readonly governedRegions: readonly string[];
  /** Whether the trail is created, adopted or left out. */
  readonly trail: TrailMode;
  /** Whether AWS Config's recorders are created, adopted or left out, by region; the Config rules follow them. */
  readonly recorder: Regional<RecorderMode>;
  /**
   * Whether an aggregator is created at home, of this account or of its organization, adopted or left out. One of this account is
   * created where it has something to bring together: recorders in more than one governed region.
   */
  readonly configAggregator: AggregatorMode;
  /** Accounts whose aggregators may read what is recorded in every governed region, each with the aggregator's region. */
  readonly configAggregatorAccounts: readonly AggregatorAccount[];
  /** Whether model invocation logging is created, adopted or left out, by region. */
  readonly invocationLogging: Regional<InvocationLoggingMode>;
  /**
   * Whether topics and rules are created that tell of calls by which evidence is taken away, existing topics are told, or nobody is,
   * by region. Unless alerts are left out at home, a topic for calls to IAM is created in the region that records them, where that
   * is not governed: no topic of another region could be told.
   */
  readonly alerting: Regional<AlertingMode>;
  /** Whether tables, a workgroup and saved queries are created over the evidence in the region's own buckets, by region. */
  readonly evidenceQueries: Regional<EvidenceQueriesMode>;
  /** Whether the region's own log groups of model invocations and of clusters are copied to locked buckets, by region. */
  readonly logExport: Regional<LogExportMode>;
  /**
   * ARNs of resources in governed regions: of Bedrock's and AgentCore's whose logs AWS delivers to a log group, and of SageMaker endpoints
   * whose log groups are made before them; none of either.
   */
  readonly loggedResources: readonly string[];
  /** Resources of governed regions that AWS Backup backs up to a locked vault, how long, and how the vault is locked. */
  readonly backups: Backups;
  /** Whether what the region's recorder does not record is checked by a function that AWS Config calls every day, by region. */
  readonly periodicChecks: Regional<PeriodicChecksMode>;
  /**
   * Whether what the region's Config rules find is put right by runbooks, and who starts them, by region. Of rules that find no
   * trail, in the home region where the trail is created.
   */
  readonly configRemediation: Regional<ConfigRemediationMode>;
  /** Whether a guardrail is created, an existing one is relied on, or there is none, by region. */
  readonly guardrails: Regional<GuardrailsMode>;
  /** Whether the guardrails that are created are enforced on all calls of models, by Bedrock's API. */
  readonly guardrailEnforcement: "leave" | "set-by-api";
  /** Whether each of AWS's detection services is enabled, is enabled already, or is left out, by region. */
  readonly detection: DetectionModes;
  /** Whether AWS Config's service-linked role is created: "existing" where anything has set AWS Config up before. */
  readonly configServiceLinkedRole: "create" | "existing";
  /** Whether the account's own settings are set, all or some. */
  readonly accountSettings: AccountSettingsMode;
  /** Whether the account's settings in a region are set, all or some, by region. */
  readonly regionSettings: Regional<RegionSettingsMode>;
  /** Whom AWS writes to about security, operations and billing; none leaves the account's contacts as they are. */
  readonly alternateContacts: AlternateContactsByKind;
  /** Whether Bedrock's flag for audio, which the provider cannot set, is left to Bedrock or set by its API. */
  readonly invocationAudio: "leave" | "set-by-api";
  /** How much of each model invocation is kept, in every governed region. */
  readonly invocationContent: LoggedContentMode;
  /** The share of sessions of which mode sampled keeps whole records, in percent; unused in the other modes. */
  readonly invocationSamplePercent: number;
  /** Days that mode sampled keeps whole records; unused in the other modes. */
  readonly invocationSampleDays: RetentionDays;
  /** What mode redacted masks, and of delivered logs also modes metadata-only and sampled. */
  readonly maskedIdentifiers: MaskingScope;
  /** What is masked in every log group of the governed regions, the trail's and those of other teams included. */
  readonly accountDataProtection: MaskingScope | "none";
  /** Days that the trail's log group keeps events. */
  readonly auditRetentionDays: RetentionDays;
  /** Days that model invocation logs are kept, large bodies included, and delivered logs. */
  readonly promptRetentionDays: RetentionDays;
  /** Days that control-plane logs of clusters are kept. */
  readonly kubernetesRetentionDays: RetentionDays;
  /** Days that the trail's log files and the delivered configuration history are kept. */
  readonly evidenceRetentionDays: number;
  /** The storage classes that both move to as they age; none leaves them where they were written. */
  readonly evidenceStorageClasses: readonly AgingStep[];
  /** How the trail's log files are locked; AWS Config delivers to no locked bucket. */
  readonly objectLockMode: ObjectLock["mode"] | "none";
  /** Days of that lock; unused when the mode is "none". */
  readonly objectLockDays: number;
  /**
   * Buckets with training data, whose objects' reads and writes are logged and in which Macie looks for sensitive data: names, or ARNs of
   * directory buckets, which it cannot look into.
   */
  readonly trainingBuckets: readonly string[];
  /** Buckets with models, whose objects' reads and writes are logged: names, or ARNs of directory buckets. */
  readonly modelBuckets: readonly string[];
  /** Buckets with what training and evaluation leave, whose objects' reads and writes are logged: names, or ARNs of directory buckets. */
  readonly artifactBuckets: readonly string[];
  /**
   * Whether these buckets, directory buckets aside, send their events to EventBridge and have their access logged, by region. It
   * replaces the notifications and the access logging that a bucket has.
   */
  readonly bucketLineage: Regional<BucketLineageMode>;
  /** ARNs of the functions whose invocations are logged, or "none". @default - every function */
  readonly lambdaFunctions?: readonly string[] | "none" | undefined;
  /** Which events of the trail are delivered to CloudWatch Logs too. */
  readonly cloudWatchCopy: CloudWatchCopy;
  /** Whether CloudTrail looks for unusual call rates and error rates. */
  readonly insights: boolean;
  /** The organization whose accounts the trail covers too; needs managementAccountId. @default - this account only */
  readonly organizationId?: string | undefined;
  /** The account that owns the organization, twelve digits. @default - none, and then no organization either */
  readonly managementAccountId?: string | undefined;
  /** Who is told by mail of alerts: of calls that undo a control, and of logs that are not delivered. Each confirms the subscription. */
  readonly alarmEmails: readonly string[];
  /** Queues and functions by ARN, and web servers by https URL, that are sent the alerts. */
  readonly alertSubscribers: readonly string[];
  /** Where what people are alerted of is sent whole, too: queues that exist, and an endpoint; without either nowhere. */
  readonly eventForwarding: EventForwardingChoice;
  /** Whether AWS Audit Manager, where the account has it, collects evidence at home by a framework. */
  readonly auditManager: AuditManagerMode;
  /** Whether what runbooks find can be responded to at once in every governed region, and who agrees to it. */
  readonly responseAutomation: ResponseAutomationMode;
  /** Channels of Slack or Microsoft Teams that are told what people are alerted of, in every region. */
  readonly chatChannels: readonly NamedChat[];
  /** Whether dashboards of models, guardrails, spend and audit are created at home or left out. */
  readonly dashboards: DashboardsMode;
  /** Which of them are sent alerts of some severities only. @default - everybody is sent all */
  readonly alertRouting: readonly AlertRoute[];
  /** Accounts whose principals are expected to take on roles here and to call models. */
  readonly trustedAccounts: readonly string[];
  /** ARNs of the queues and functions that are told of each log file of the trail. */
  readonly trailSubscribers: readonly string[];
  /** EKS clusters whose control-plane logs are kept. */
  readonly eksClusters: readonly {
    readonly name: string;
    readonly region: string;
    readonly logGroup: ClusterLogGroupMode;
  }[];
  readonly configRecordingFrequency: RecordingFrequency;
  /** Resource types that AWS Config does not record; none that the baseline needs. */
  readonly configExcludedTypes: readonly string[];
  /** Days that AWS Config keeps configuration items, 30 to 2557. */
  readonly configRetentionDays: number;
  /** The managed rules of AWS Config. @default - those of the baseline */
  readonly configRules?: readonly ManagedRuleId[] | undefined;
  /** Whether Pulumi refuses to delete what holds evidence. */
  readonly protectResources: boolean;
  /** Whether destroying the stack destroys the evidence: buckets are emptied, log groups have no deletion protection. */
  readonly forceDestroy: boolean;
  /** ARNs of the IAM users and roles who may take on the role for auditors; none makes no such role. */
  readonly auditorPrincipals: readonly string[];
  /** ARNs of the IAM users and roles who may take on the role for programs that fetch log files; none makes no such role. */
  readonly ingestionPrincipals: readonly string[];
  /** What readers from other accounts say when they take on a role. @default - there are none */
  readonly readersExternalId?: string | undefined;
  /** ARNs of the IAM users and roles who alone may take away the keys of evidence; none leaves it to IAM. */
  readonly breakGlassPrincipals: readonly string[];
}

/**
 * The baseline of one account: a trail with alarms on what it records, and in every governed region the log of model invocations,
 * the recorder of AWS Config, its rules and runbooks that put right what some of them find, a copy of its log groups in locked buckets, the logs of its AI resources, backups of what is named, tables over what its
 * buckets hold, responses to what runbooks find where somebody approves them, AWS's detection services, and a topic that is told of their findings and when evidence is taken away or no longer arrives; for each EKS cluster the log group of its control plane.
 *
 * It sets the account's own settings, and those of every governed region for what is created there.
 *
 * Its type is how a stack says that it is an account's baseline, and its inputs are what the stack says of itself: `profile`,
 * `governedRegions`, `invocationContent`, its `lineageBuckets` with what they hold and their regions, what it has `adopted` and what it has `declined`.
 *
 * @throws {OptionError} when homeRegion is not governed, or a component refuses what it is told
 */
export class AccountBaseline extends pulumi.ComponentResource {
  /** Absent where the trail is adopted or left out. */
  readonly trail: AuditTrail | undefined;
  readonly regions: readonly RegionBaseline[];
  /** Absent where the account's own settings are left as they are. */
  readonly accountSettings: AccountSettings | undefined;
  /** Of the governed regions that do not leave theirs as they are. */
  readonly regionSettings: readonly RegionSettings[];
  /** Absent where no contact is given. */
  readonly alternateContacts: AlternateContacts | undefined;
  readonly clusters: readonly ClusterBaseline[];
  /** Absent where it is adopted, left out, or has nothing to bring together. */
  readonly configAggregator: ConfigAggregator | undefined;
  /** Absent where nobody is named who reads the evidence. */
  readonly readers: EvidenceReaders | undefined;
  /** For the calls to IAM, where no governed region records them; else they are told of in the region that does. */
  readonly globalAlertHub: AlertHub | undefined;

  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveAccountBaseline(name, args);
    const { profile, governedRegions, invocationContent } = args;
    const { adopted, declined, lineageBuckets } = options;
    const stated = { profile, governedRegions: [...governedRegions], invocationContent, lineageBuckets };
    const inputs = { ...stated, adopted, declined };
    super(componentType("AccountBaseline"), name, inputs, withRoleOptions(opts, args));
    const scope = scopeOf(this, name, options.placement);

    this.accountSettings = createAccountSettings(scope, args);
    this.regionSettings = createRegionSettings(scope, args);
    this.alternateContacts = createAlternateContacts(scope, args.alternateContacts);
    this.trail = createTrail(scope, options);
    const recorderRole = createRecorderRole(scope, options);
    this.clusters = options.eksClusters.map((cluster) => createCluster(scope, options, cluster));
    this.regions = options.governedRegions.map((region) =>
      createRegion(scope, options, recorderRole, region, {
        trail: region === options.homeRegion ? this.trail : undefined,
        clusters: this.clusters.filter((cluster) => cluster.region === region),
      }),
    );
    this.configAggregator = createAggregator(scope, options);
    const atHome = this.regions.find(({ region }) => region === options.homeRegion);
    createAuditAlarms(scope, options, this.trail, atHome?.alerts);
    createDashboards(scope, options, this.trail, atHome?.alerts);
    this.globalAlertHub = createGlobalAlerts(scope, options);
    createAuditAssessment(scope, options);
    createChatChannels(scope, options, [
      ...this.regions.map(({ alerts }) => alerts?.topicArn),
      this.globalAlertHub?.topicArn,
    ]);
    this.readers = createReaders(scope, options, this);

    this.registerOutputs({ ...inputs, trailArn: this.trail?.trailArn });
  }
}

/** In days. AWS Config's rule on log groups checks other teams' groups as well, of which no more than a year is required. */
const LONGEST_REQUIRED_RETENTION = 365;

/** @throws {OptionError} when the home region is not among the governed ones */
export function resolveAccountBaseline(name: string, args: AccountBaselineArgs): AccountBaselineOptions {
  checkHomeRegion(name, args);
  const { bucketLineage } = args;
  const lineageBuckets = locatedBuckets({ ...args, macie: args.detection.macie });
  return {
    readers: readersOptions(args),
    placement: {
      region: args.homeRegion,
      protect: args.protectResources,
      forceDestroy: args.forceDestroy,
      // None is no list of those who alone may.
      ...(args.breakGlassPrincipals.length > 0 ? { breakGlassPrincipals: args.breakGlassPrincipals } : {}),
    },
    adopted: adoptedThings(args),
    declined: [
      ...declinedCapabilities(args),
      ...untracedRegions(lineageBuckets, bucketLineage),
      ...declinedSettings(args),
    ],
    trail: trailOptions(args),
    dataEventBuckets: dataEventBuckets(args),
    lineageBuckets,
    bucketLineage,
    homeRegion: args.homeRegion,
    governedRegions: args.governedRegions,
    globalRegion: globalRecordingRegion(
      args.homeRegion,
      args.governedRegions.filter((region) => modeIn(args.recorder, region).mode !== "off"),
    ),
    invocations: { content: args.invocationContent, audio: args.invocationAudio, ...keepingOfPrompts(args) },
    recorder: {
      frequency: args.configRecordingFrequency,
      excludedResourceTypes: args.configExcludedTypes,
      retentionDays: args.configRetentionDays,
    },
    recorderBucket: keepingOfEvidence(args),
    classificationResults: {
      retentionDays: args.evidenceRetentionDays,
      ...(args.evidenceStorageClasses.length === 0 ? {} : { storageClasses: args.evidenceStorageClasses }),
    },
    recorderMode: (region) => modeIn(args.recorder, region),
    aggregatedAccounts: aggregatedAccounts(args),
    aggregatorAccounts: args.configAggregatorAccounts,
    invocationLoggingMode: (region) => modeIn(args.invocationLogging, region),
    createServiceLinkedRole: args.configServiceLinkedRole === "create",
    accessLogRetentionDays: args.auditRetentionDays,
    configRules: args.configRules,
    minimumLogRetentionDays: shortestLogRetention(args),
    evidenceQueriesMode: (region) => modeIn(args.evidenceQueries, region),
    deliveredLogs: deliveredLogs(args),
    maskedInAllLogGroups: args.accountDataProtection === "none" ? [] : MASKED_IDENTIFIERS[args.accountDataProtection],
    backups: args.backups,
    logExportMode: (region) => modeIn(args.logExport, region),
    periodicChecksMode: (region) => modeIn(args.periodicChecks, region),
    configRemediationMode: (region) => modeIn(args.configRemediation, region),
    logExports: {
      model_invocations: { retentionDays: args.promptRetentionDays, objectLock: promptLock(args) },
      kubernetes_audit: { retentionDays: args.kubernetesRetentionDays, objectLock: auditEventLock(args) },
    },
    alertingMode: (region) => modeIn(args.alerting, region),
    guardrailsMode: (region) => modeIn(args.guardrails, region),
    guardrailEnforcement: args.guardrailEnforcement,
    detection: args.detection,
    alertSubscribers: toldOfAlerts(args).map((subscriber) => routed(subscriber, args.alertRouting)),
    responses: responsesOf(args),
    eventForwarding: args.eventForwarding,
    auditManager: args.auditManager,
    chatChannels: args.chatChannels,
    trustedAccounts: args.trustedAccounts,
    createsDashboards: args.dashboards.mode === "create",
    globalServicesRegion: partitionOf(args.homeRegion).globalServicesRegion,
    eksClusters: args.eksClusters,
    clusterRetentionDays: args.kubernetesRetentionDays,
  };
}

/** They hold what agents were asked, as the log of model invocations does. */
function deliveredLogs(args: AccountBaselineArgs): AccountBaselineOptions["deliveredLogs"] {
  return {
    resources: args.loggedResources,
    retentionDays: args.promptRetentionDays,
    piiIdentifiers: args.invocationContent === "full" ? [] : MASKED_IDENTIFIERS[args.maskedIdentifiers],
  };
}

function readersOptions(args: AccountBaselineArgs): AccountBaselineOptions["readers"] {
  const { auditorPrincipals: auditors, ingestionPrincipals: ingestion, readersExternalId, trailSubscribers } = args;
  return auditors.length + ingestion.length === 0
    ? undefined
    : {
        auditors,
        ingestion,
        queues: trailSubscribers.filter((endpoint) => subscriberOf(endpoint).protocol === "sqs"),
        ...given({ externalId: readersExternalId }),
      };
}

function checkHomeRegion(name: string, { homeRegion, governedRegions }: AccountBaselineArgs): void {
  if (governedRegions.includes(homeRegion)) {
    return;
  }
  throw new OptionError({
    path: optionOf("AccountBaseline", name)("governedRegions"),
    got: governedRegions,
    allowed: `regions, ${homeRegion} (homeRegion) among them`,
    fix: `Add ${homeRegion}: what the account does at home would not be recorded.`,
  });
}

function aggregatedAccounts({
  configAggregator: aggregator,
  governedRegions,
  recorder,
}: AccountBaselineArgs): AggregatedAccounts | undefined {
  if (aggregator.mode !== "create") {
    return undefined;
  }
  const { accounts = "own" } = aggregator;
  const recorded = governedRegions.filter((region) => modeIn(recorder, region).mode !== "off");
  return accounts === "own" && recorded.length < 2 ? undefined : accounts;
}

function trailOptions(args: AccountBaselineArgs): AuditTrailArgs | undefined {
  const { trail, trailSubscribers } = args;
  if (trail.mode !== "create") {
    return undefined;
  }
  return {
    region: args.homeRegion,
    auditRetention: args.auditRetentionDays,
    ...(trail.bucket === undefined
      ? { ...keepingOfEvidence(args), objectLock: evidenceLock(args) }
      : { bucket: { existing: { name: bucketNameOf(trail.bucket) } } }),
    ...keyOfTrail(trail),
    ...(trailSubscribers.length === 0 ? {} : { subscribers: trailSubscribers.map(subscriberOf) }),
    ...given({ lambdaFunctionArns: args.lambdaFunctions, organization: organizationOf(args) }),
    ...(args.cloudWatchCopy === "all" ? {} : { cloudWatchCopy: args.cloudWatchCopy }),
    ...(args.insights ? {} : { insights: [] }),
  };
}

/** The key of a bucket elsewhere encrypts the log files only: the trail's log group needs a key of this region and account. */
function keyOfTrail({ bucket, key }: CreateInArchive): Pick<AuditTrailArgs, "key" | "logFileKey"> {
  if (key === undefined) {
    return {};
  }
  const existing = { existing: { arn: key } };
  return bucket === undefined ? { key: existing } : { logFileKey: existing };
}

/** `arn:PARTITION:sqs:...` is a queue; the only other kind of ARN is a function. */
function subscriberOf(endpoint: string): TopicSubscriber {
  const protocol = endpoint.startsWith("https:") ? "https" : endpoint.split(":")[2] === "sqs" ? "sqs" : "lambda";
  return { protocol, endpoint };
}

function mailTo(endpoint: string): TopicSubscriber {
  return { protocol: "email", endpoint };
}

function toldOfAlerts({ alarmEmails, alertSubscribers }: AccountBaselineArgs): readonly TopicSubscriber[] {
  return [...alarmEmails.map(mailTo), ...alertSubscribers.map(subscriberOf)];
}

/** A request for approval has no severity: whoever is sent alerts of some alone is sent all of these. */
function responsesOf(args: AccountBaselineArgs): AccountBaselineOptions["responses"] {
  const { responseAutomation: mode } = args;
  if (mode.mode === "off") {
    return undefined;
  }
  const { approvers, minimumApprovals, subscribers } = mode;
  return {
    approvers,
    ...given({ minimumApprovals }),
    // Neither a URL, by its setting, nor an ARN holds one.
    subscribers: subscribers?.map((one) => (one.includes("@") ? mailTo(one) : subscriberOf(one))) ?? toldOfAlerts(args),
  };
}

function routed(subscriber: TopicSubscriber, routes: readonly AlertRoute[]): TopicSubscriber {
  const route = routes.find((one) => one.subscriber === subscriber.endpoint);
  return route === undefined ? subscriber : { ...subscriber, bodyFilter: severityFilter(route.severities) };
}

function keepingOfEvidence({
  evidenceRetentionDays,
  evidenceStorageClasses,
}: AccountBaselineArgs): Pick<AuditTrailArgs, "bucketRetentionDays" | "bucketStorageClasses"> {
  return {
    bucketRetentionDays: evidenceRetentionDays,
    ...(evidenceStorageClasses.length === 0 ? {} : { bucketStorageClasses: evidenceStorageClasses }),
  };
}

function evidenceLock({ objectLockMode, objectLockDays }: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none" ? "none" : { mode: objectLockMode, days: objectLockDays };
}

/** What the content mode makes use of: the component refuses the rest. */
function keepingOfPrompts(args: AccountBaselineArgs): Omit<InvocationLoggingArgs, "content"> {
  const { invocationContent, promptRetentionDays } = args;
  switch (invocationContent) {
    case "metadata-only":
      return { retentionDays: promptRetentionDays };
    case "sampled":
      return {
        retentionDays: promptRetentionDays,
        samplePercent: args.invocationSamplePercent,
        sampleRetentionDays: args.invocationSampleDays,
      };
    case "redacted":
      return {
        retentionDays: promptRetentionDays,
        piiIdentifiers: MASKED_IDENTIFIERS[args.maskedIdentifiers],
      };
    case "full":
      return {
        retentionDays: promptRetentionDays,
        bucketRetentionDays: promptRetentionDays,
        objectLock: promptLock(args),
      };
  }
}

/** Prompts hold personal data: those with the right to bypass the lock must be able to erase it (GDPR Art. 17). */
function promptLock({ objectLockMode, objectLockDays, promptRetentionDays }: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none"
    ? "none"
    : { mode: "GOVERNANCE", days: Math.min(objectLockDays, promptRetentionDays) };
}

function auditEventLock({
  objectLockMode,
  objectLockDays,
  kubernetesRetentionDays,
}: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none"
    ? "none"
    : { mode: objectLockMode, days: Math.min(objectLockDays, kubernetesRetentionDays) };
}

function shortestLogRetention(args: AccountBaselineArgs): number {
  return Math.min(
    LONGEST_REQUIRED_RETENTION,
    ...(args.trail.mode === "create" ? [args.auditRetentionDays] : []),
    ...(args.loggedResources.length > 0 ||
    args.governedRegions.some((region) => modeIn(args.invocationLogging, region).mode === "create")
      ? [args.promptRetentionDays]
      : []),
    ...(args.eksClusters.some(({ logGroup }) => logGroup.mode === "create") ? [args.kubernetesRetentionDays] : []),
  );
}

function organizationOf({
  organizationId,
  managementAccountId,
}: AccountBaselineArgs): AuditTrailArgs["organization"] | undefined {
  return organizationId === undefined || managementAccountId === undefined
    ? undefined
    : { id: organizationId, managementAccountId };
}
