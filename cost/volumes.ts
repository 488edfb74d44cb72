/**
 * How much an account does in a month. No account is read, so these are assumptions: each profile has its own, and a file
 * can replace any of them. What is measured stands beside the figure.
 */
import { z } from "zod";
import type { ProfileName } from "../settings/schema";

/** One assumption: what it counts and the value for each profile. */
interface Volume {
  /** What is counted, as a reader of the table needs it. */
  readonly meaning: string;
  /** Why the values are these. */
  readonly reason: string;
  readonly defaults: Readonly<Record<ProfileName, number>>;
  /** The greatest value, for what is a share. @default none */
  readonly maximum?: number;
}

function same(value: number): Volume["defaults"] {
  return { sandbox: value, standard: value, regulated: value };
}

/** Every volume, with its unit in its name. */
export const VOLUMES = {
  managementEventsPerMonth: {
    meaning:
      "API calls that CloudTrail counts as management events, in all regions of an account; calls of a model are among them",
    reason: "an idle account with a recorder makes some 100,000; pipelines and clusters multiply it",
    defaults: { sandbox: 200_000, standard: 2_000_000, regulated: 5_000_000 },
  },
  writeManagementEventsPercent: {
    meaning: "the share of management events that change something, which both types of Insights analyze",
    reason: "AWS's own example of Insights has 10%",
    defaults: same(10),
    maximum: 100,
  },
  organizationAccounts: {
    meaning: "accounts whose events an organization trail logs, this one included; each does as much as this one",
    reason: "no stack says how many accounts its organization has",
    defaults: same(1),
  },
  aiDataEventsPerMonth: {
    meaning: "data events of all AI resource types together: agents, knowledge bases, guardrails, flows",
    reason: "an agent causes several for each question that it is asked",
    defaults: { sandbox: 20_000, standard: 1_000_000, regulated: 3_000_000 },
  },
  lambdaInvocationsPerMonth: {
    meaning: "invocations of the functions whose data events are logged",
    reason: "every function is logged by default, those of other workloads too",
    defaults: { sandbox: 50_000, standard: 5_000_000, regulated: 10_000_000 },
  },
  trainingObjectEventsPerMonth: {
    meaning: "reads and writes of objects in all buckets whose data events are logged",
    reason: "a training run reads every object of its bucket once an epoch",
    defaults: { sandbox: 10_000, standard: 1_000_000, regulated: 2_000_000 },
  },
  trainingDataGBPerRegion: {
    meaning: "training data that lies in the buckets of each region before Macie looks into them for the first time",
    reason: "some data sets for fine-tuning; a model that is trained from nothing has many times as much",
    defaults: { sandbox: 10, standard: 200, regulated: 500 },
  },
  newTrainingDataGBPerRegionPerMonth: {
    meaning: "training data that is new or changed in the buckets of each region",
    reason: "a tenth of what is there",
    defaults: { sandbox: 1, standard: 20, regulated: 50 },
  },
  trainingObjectBytes: {
    meaning: "the mean size of an object with training data",
    reason: "files of records rather than records",
    defaults: same(10_000_000),
  },
  classificationResultBytes: {
    meaning: "what Macie writes of an object that it looked into, before compression",
    reason: "a record as JSON, longer where something was found",
    defaults: same(3000),
  },
  bucketsPerRegion: {
    meaning: "general purpose buckets of each region, all of which Macie watches where it is enabled",
    reason: "those of workloads, and those of evidence beside them",
    defaults: { sandbox: 10, standard: 40, regulated: 80 },
  },
  otherDataEventsPerMonth: {
    meaning: "data events of each further resource type that a trail logs",
    reason: "the baseline logs no such type; a program that does should state its volume",
    defaults: same(1_000_000),
  },
  networkActivityEventsPerMonth: {
    meaning: "calls through VPC endpoints, for each event source that a trail logs",
    reason: "the baseline logs none; a program that does should state its volume",
    defaults: same(1_000_000),
  },
  trailEventBytes: {
    meaning: "the mean size of a CloudTrail event as JSON",
    reason: "an event is 1 to 2 KB",
    defaults: same(1500),
  },
  trailFilesPerMonth: {
    meaning: "log and digest files that a trail delivers in a month, each with a notification",
    reason: "a file every five minutes for each of six busy regions, and an hourly digest for each",
    defaults: same(56_000),
  },
  compressedPercent: {
    meaning: "what compression leaves of logs: CloudTrail's and Config's files, and what CloudWatch Logs stores",
    reason: "AWS's price calculator reckons with 15%",
    defaults: same(15),
    maximum: 100,
  },
  modelInvocationsPerRegionPerMonth: {
    meaning: "calls of Bedrock models in each region whose invocations are logged",
    reason: "a service that answers some thousand questions a day",
    defaults: { sandbox: 5000, standard: 100_000, regulated: 200_000 },
  },
  invocationMetadataBytes: {
    meaning: "the size of an invocation's log entry without its bodies",
    reason: "caller, model, token counts and times",
    defaults: same(1000),
  },
  promptAndAnswerBytes: {
    meaning: "the text of a prompt and its answer together",
    reason: "3,000 tokens of four characters",
    defaults: same(12_000),
  },
  samplerMillisecondsPerCall: {
    meaning: "how long a call of the function takes that samples model invocations",
    reason: "it unpacks a record, hashes its session and writes to two log groups",
    defaults: same(200),
  },
  mediaBytesPerInvocation: {
    meaning: "images, videos and embeddings, and bodies above 100 KB, of an invocation on average",
    reason: "one invocation in ten has an image of 500 KB",
    defaults: same(50_000),
  },
  guardedInvocationsPercent: {
    meaning:
      "the share of model invocations whose callers name a guardrail that the stack declares and does not enforce",
    reason: "a guess: one service of several names it",
    defaults: same(10),
    maximum: 100,
  },
  configurationItemsPerRegionPerMonth: {
    meaning: "configuration items that continuous recording makes in each region",
    reason: "500 resources that change ten times; clusters and functions in a VPC cause many more",
    defaults: { sandbox: 1000, standard: 5000, regulated: 10_000 },
  },
  dailyConfigurationItemsPerRegionPerMonth: {
    meaning: "configuration items that daily recording makes in each region: at most one a resource and day",
    reason: "fewer than continuous recording makes, each at four times the price",
    defaults: { sandbox: 500, standard: 2500, regulated: 5000 },
  },
  configurationItemBytes: {
    meaning: "the mean size of a configuration item as JSON",
    reason: "a resource with its relationships and tags",
    defaults: same(5000),
  },
  configFilesPerRegionPerMonth: {
    meaning:
      "files that Config delivers in each region: histories every six hours for each type that changed, and snapshots",
    reason: "30 types four times a day",
    defaults: same(3650),
  },
  evaluationsPerRulePerRegionPerMonth: {
    meaning: "evaluations of each Config rule in each region",
    reason: "a rule is evaluated for each change of a resource that it is about, or once a day for each resource",
    defaults: { sandbox: 50, standard: 200, regulated: 400 },
  },
  evaluationsPerConformancePackPerMonth: {
    meaning: "evaluations of all rules of a conformance pack",
    reason: "40 rules, each evaluated 200 times",
    defaults: same(8000),
  },
  controlPlaneGBPerClusterPerMonth: {
    meaning: "what an EKS control plane writes with all its log types on",
    reason: "published bills show 7 to 100 GB; the audit log is nearly all of it",
    defaults: { sandbox: 10, standard: 30, regulated: 50 },
  },
  networkLogGBPerRegionPerMonth: {
    meaning:
      "VPC flow logs and DNS queries that GuardDuty reads in each region, whether or not anybody else keeps them",
    reason: "a few dozen instances and pods; a busy network makes terabytes",
    defaults: { sandbox: 1, standard: 30, regulated: 60 },
  },
  objectEventsPerRegionPerMonth: {
    meaning: "reads and writes of objects in all buckets of each region, whether or not a trail logs them",
    reason: "training runs, applications and the logs themselves",
    defaults: { sandbox: 500_000, standard: 10_000_000, regulated: 20_000_000 },
  },
  clusterAuditEventsPerRegionPerMonth: {
    meaning: "audit events of all EKS clusters of each region",
    reason: "a cluster at work makes some millions",
    defaults: { sandbox: 1_000_000, standard: 10_000_000, regulated: 20_000_000 },
  },
  monitoredVcpuHoursPerRegionPerMonth: {
    meaning: "hours of the vCPUs of cluster nodes, tasks and instances in each region on which GuardDuty's agent runs",
    reason: "4, 32 and 64 vCPUs all month: a cluster of a few nodes; by default agents are on EKS clusters alone",
    defaults: { sandbox: 2920, standard: 23_360, regulated: 46_720 },
  },
  functionNetworkGBPerRegionPerMonth: {
    meaning: "records of the connections of Lambda functions in each region",
    reason: "most functions make few",
    defaults: { sandbox: 0.1, standard: 1, regulated: 2 },
  },
  databaseVcpuHoursPerRegionPerMonth: {
    meaning: "hours of the vCPUs of Aurora and RDS databases in each region of which GuardDuty watches the logins",
    reason: "none, 4 and 8 vCPUs all month: a vector store, and the database of an application",
    defaults: { sandbox: 0, standard: 2920, regulated: 5840 },
  },
  scannedVolumeGBPerRegionPerMonth: {
    meaning: "volumes in each region that are scanned because of a finding",
    reason: "a finding a month on an instance with 100 GB",
    defaults: { sandbox: 0, standard: 100, regulated: 100 },
  },
  iamIdentitiesAnalyzedPerMonth: {
    meaning: "roles and users of the account that an analyzer of unused access looks at",
    reason: "every service and every pipeline has roles of its own",
    defaults: { sandbox: 50, standard: 150, regulated: 300 },
  },
  controlChecksPerRegionPerMonth: {
    meaning: "checks that Security Hub makes in each region, a control and a resource each",
    reason: "some 400 controls, periodic ones twice a day and others when a resource changes",
    defaults: { sandbox: 5_000, standard: 20_000, regulated: 40_000 },
  },
  instancesPerRegionPerMonth: {
    meaning: "EC2 instances of each region, on average over a month",
    reason: "the nodes of a cluster, and a few beside them",
    defaults: { sandbox: 1, standard: 10, regulated: 20 },
  },
  imagesPushedPerRegionPerMonth: {
    meaning: "container images that are pushed to ECR in each region",
    reason: "some a day from pipelines",
    defaults: { sandbox: 10, standard: 100, regulated: 200 },
  },
  imageRescansPerRegionPerMonth: {
    meaning: "scans of images in each region because a vulnerability became known",
    reason: "some 20 for each image that is kept",
    defaults: { sandbox: 200, standard: 2_000, regulated: 4_000 },
  },
  functionsPerRegionPerMonth: {
    meaning: "Lambda functions of each region that ran in the last 90 days",
    reason: "tools of agents and glue between services",
    defaults: { sandbox: 5, standard: 30, regulated: 60 },
  },
  accessLogLinesPerBucketPerMonth: {
    meaning: "requests to each bucket whose access is logged",
    reason: "deliveries of a trail, and readers",
    defaults: same(100_000),
  },
  accessLogLineBytes: {
    meaning: "the size of an access-log line, which S3 does not compress",
    reason: "a line is some 500 bytes",
    defaults: same(500),
  },
  kmsRequestsPerKeyPerMonth: {
    meaning: "requests that services make with each key",
    reason: "bucket keys and cached data keys keep them few",
    defaults: same(20_000),
  },
  mailsPerSubscriptionPerMonth: {
    meaning: "messages to each subscription of a topic that no trail notifies",
    reason: "an alarm that goes off now and then",
    defaults: same(10),
  },
  scannedGBPerWorkgroupPerMonth: {
    meaning: "compressed log files that queries read in each Athena workgroup",
    reason: "each saved query once a week, over a week's log files",
    defaults: { sandbox: 1, standard: 20, regulated: 50 },
  },
  queriesPerWorkgroupPerMonth: {
    meaning: "queries in each Athena workgroup, each of which writes its result and what describes it",
    reason: "each saved query once a week",
    defaults: same(100),
  },
  queryResultPercent: {
    meaning: "the share of what queries read that comes back as results",
    reason: "they ask for a few records among many",
    defaults: same(1),
    maximum: 100,
  },
  exportedFilesPerStreamPerMonth: {
    meaning: "objects that each Firehose stream writes",
    reason: "one every five minutes, as Firehose buffers by default",
    defaults: same(8760),
  },
  deliveredLogGBPerSourcePerMonth: {
    meaning: "what AWS delivers of the logs of one AI resource, for each of its log types",
    reason: "100,000 calls of an agent with 10 KB of request and answer make 1 GB",
    defaults: { sandbox: 0.1, standard: 1, regulated: 5 },
  },
  backedUpGBPerResource: {
    meaning: "what the backups of one resource hold: all of it once, and what changes within the retention",
    reason: "a data set for fine-tuning, or the table of an application",
    defaults: { sandbox: 10, standard: 100, regulated: 250 },
  },
  automationRunsPerRunbookPerMonth: {
    meaning: "runs of each runbook of Systems Manager, by a person or by AWS Config",
    reason: "one that shows what would be changed, and one that changes it",
    defaults: same(2),
  },
  auditEvidencePerMonth: {
    meaning: "pieces of evidence that an assessment of Audit Manager collects",
    reason: "110 controls of AWS's framework on generative AI, each of a hundred resources once a day",
    defaults: { sandbox: 33_000, standard: 330_000, regulated: 330_000 },
  },
  otherLogGBPerLogGroupPerMonth: {
    meaning: "what is written to each log group of which the stack does not show who writes to it",
    reason: "an application with moderate logging",
    defaults: same(5),
  },
  otherStoredGBPerBucketPerMonth: {
    meaning: "what is added to each bucket of which the stack does not show who writes to it",
    reason: "a guess, so that such a bucket is not taken for free",
    defaults: same(10),
  },
  otherPutsPerBucketPerMonth: {
    meaning: "objects that are written to each such bucket",
    reason: "objects of 1 MB",
    defaults: same(10_000),
  },
} as const satisfies Readonly<Record<string, Volume>>;

export type VolumeName = keyof typeof VOLUMES;
export type Volumes = Readonly<Record<VolumeName, number>>;

// Reason for the cast: Object.keys loses the names.
export const VOLUME_NAMES = Object.keys(VOLUMES) as readonly VolumeName[];

/** The assumptions about an account of this kind. */
export function defaultVolumes(profile: ProfileName): Volumes {
  return mapped((name) => VOLUMES[name].defaults[profile]);
}

/** A number for each volume: 0 or more, and not more than its maximum. */
export const VOLUMES_SCHEMA = z.strictObject(
  mapped((name) => {
    const { maximum }: Volume = VOLUMES[name];
    const number = z.number({ error: "is not a number" }).min(0, { error: "is negative" });
    return (maximum === undefined ? number : number.max(maximum, { error: `is more than ${maximum}` })).optional();
  }),
);

function mapped<Value>(valueOf: (name: VolumeName) => Value): Readonly<Record<VolumeName, Value>> {
  // Reason for the cast: there is an entry for each name, which Object.fromEntries loses.
  return Object.fromEntries(VOLUME_NAMES.map((name) => [name, valueOf(name)])) as Record<VolumeName, Value>;
}
