//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
/**
 * Every component with one option at a time that keeps less than the default. The names are those that options.test.ts
 * asks for. What there can be only one of in a region has a region of its own.
 */
import * as pulumi from "@pulumi/pulumi";
import {
  AuditTrail,
  type AuditTrailArgs,
  ConfigRecorder,
  type ConfigRecorderArgs,
  ConfigRules,
  InvocationLogging,
  type InvocationLoggingArgs,
  KubernetesAuditSink,
  MASKED_IDENTIFIERS,
  RetainedLogGroup,
} from "../../../components/index";

const KEY = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-4000-8000-000000000000";

const trails: Readonly<Record<string, AuditTrailArgs>> = {
  "trail-no-data-events": { dataEvents: "none-i-accept-the-gap" },
  "trail-one-data-event": { dataEvents: ["AWS::Bedrock::AgentAlias"] },
  "trail-no-insights": { insights: [] },
  "trail-one-insight": { insights: ["ApiCallRateInsight"] },
  "trail-unlocked": { objectLock: "none" },
  "trail-locked-a-week": { objectLock: { mode: "GOVERNANCE", days: 7 } },
  "trail-kept-a-quarter": { objectLock: { mode: "GOVERNANCE", days: 90 }, bucketRetentionDays: 90 },
  "trail-subscriber": {
    subscribers: [{ protocol: "sqs", endpoint: "arn:aws:sqs:eu-central-1:111122223333:trail-deliveries" }],
  },
  "trail-break-glass": { breakGlassPrincipals: ["arn:aws:iam::111122223333:role/break-glass"] },
  "trail-destroyable": { protect: false, forceDestroy: true },
  "trail-unprotected": { protect: false },
  "trail-one-function": { lambdaFunctionArns: ["arn:aws:lambda:eu-central-1:111122223333:function:agent"] },
  // Of an organization, so that no other trail here counts as the one that it shares the work with.
  "trail-log-without-data": {
    cloudWatchCopy: "management-only",
    organization: { id: "o-exampleorgid", managementAccountId: "111122223333" },
  },
  "trail-shortest-log": { auditRetention: 365 },
  "trail-readers": { readers: ["arn:aws:iam::111122223333:role/auditor"] },
};
for (const [name, args] of Object.entries(trails)) {
  new AuditTrail(name, args);
}

const loggings: Readonly<Record<string, InvocationLoggingArgs>> = {
  "logging-unlocked": { region: "us-east-1", content: "full", objectLock: "none" },
  "logging-mail-alone": { region: "us-east-2", content: "redacted", piiIdentifiers: ["EmailAddress"] },
  "logging-basic-masking": { region: "eu-west-3", content: "redacted" },
  "logging-unprotected": {
    region: "us-west-1",
    content: "redacted",
    piiIdentifiers: MASKED_IDENTIFIERS.all,
    protect: false,
  },
  "logging-destroyable": { region: "ap-south-1", content: "full", protect: false, forceDestroy: true },
  "logging-break-glass": {
    region: "ap-south-2",
    content: "redacted",
    piiIdentifiers: MASKED_IDENTIFIERS.all,
    breakGlassPrincipals: ["arn:aws:iam::111122223333:role/break-glass"],
  },
  "logging-shortest": {
    region: "us-west-2",
    content: "redacted",
    piiIdentifiers: MASKED_IDENTIFIERS.all,
    retentionDays: 30,
  },
  "logging-readers": {
    region: "eu-west-1",
    content: "redacted",
    piiIdentifiers: MASKED_IDENTIFIERS.all,
    readers: ["arn:aws:iam::111122223333:role/auditor"],
  },
};
for (const [name, args] of Object.entries(loggings)) {
  new InvocationLogging(name, args);
}

const groups = {
  "group-deletable": { protect: false, forceDestroy: true },
  "group-unprotected": { protect: false },
  "group-shortest": { retentionDays: 30 },
} as const;
for (const [name, args] of Object.entries(groups)) {
  new RetainedLogGroup(name, { logGroupName: `/app/${name}`, retentionClass: "application", keyArn: KEY, ...args });
}

const recorders: Readonly<Record<string, Omit<ConfigRecorderArgs, "recordGlobalResourceTypes">>> = {
  "recorder-daily": { region: "us-east-1", frequency: "DAILY" },
  "recorder-daily-roles": { region: "us-east-2", dailyOverrides: ["AWS::IAM::Role"] },
  "recorder-kept-a-month": { region: "us-west-1", retentionDays: 30 },
  "recorder-bucket-kept-a-week": { region: "us-west-2", bucketRetentionDays: 7 },
  "recorder-unprotected": { region: "eu-west-1", protect: false },
  "recorder-destroyable": { region: "ap-south-1", protect: false, forceDestroy: true },
  "recorder-own-role": { region: "ap-south-2", role: { existing: { arn: "arn:aws:iam::111122223333:role/recorder" } } },
  "recorder-break-glass": {
    region: "eu-north-1",
    breakGlassPrincipals: ["arn:aws:iam::111122223333:role/break-glass"],
  },
};
for (const [name, args] of Object.entries(recorders)) {
  // That no recorder records the global types is a case of its own. The account has its service-linked role.
  const serviceLinkedRole = args.role === undefined ? { serviceLinkedRole: "existing" as const } : {};
  new ConfigRecorder(name, { ...args, ...serviceLinkedRole, recordGlobalResourceTypes: false });
}

/** What an account's baseline says of itself, for the rules that look for what is missing. */
class Account extends pulumi.ComponentResource {
  constructor(name: string, region: string) {
    const says = {
      profile: "regulated",
      governedRegions: [region],
      invocationContent: "redacted",
      adopted: [],
      declined: [],
    };
    super("ai-governance-baseline:index:AccountBaseline", name, says);
    this.registerOutputs(says);
  }
}
const off = new Account("account-logging-off", "eu-west-2");
new InvocationLogging("logging-off", { region: "eu-west-2", content: "off" }, { parent: off });
const parent = new Account("account-rules", "eu-west-3");
const recorder = new ConfigRecorder(
  "recorder-of-rules",
  { region: "eu-west-3", recordGlobalResourceTypes: false },
  { parent },
);
new ConfigRules(
  "rules-one",
  {
    region: "eu-west-3",
    recorder,
    rules: ["cw-loggroup-retention-period-check"],
    customPolicyRules: [],
    minimumLogRetentionDays: 14,
  },
  { parent },
);

const clusters = {
  "cluster-unprotected": { protect: false },
  "cluster-destroyable": { protect: false, forceDestroy: true },
  "cluster-break-glass": { breakGlassPrincipals: ["arn:aws:iam::111122223333:role/break-glass"] },
  "cluster-shortest": { retentionDays: 90 },
} as const;
for (const [name, args] of Object.entries(clusters)) {
  new KubernetesAuditSink(name, { cluster: { kind: "eks", clusterName: name }, ...args });
}
