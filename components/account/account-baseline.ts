/** The whole baseline of one account: what every component is told, and where it stands. */
import * as pulumi from "@pulumi/pulumi";

import type { ContentMode } from "../../facts/bedrock/content-modes";
import type { ManagedRuleId } from "../../facts/config/managed-rules";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, scopeOf } from "../base/component";
import { given, optionOf, OptionError } from "../base/options";
import type { InvocationLoggingArgs } from "../bedrock/invocation-logging";
import type { AuditTrail, AuditTrailArgs } from "../cloudtrail/audit-trail";
import type { RecordingFrequency } from "../config/config-recorder";
import type { ObjectLock } from "../s3/object-lock";
import {
  type AccountBaselineOptions,
  type ClusterBaseline,
  createCluster,
  createRegion,
  createTrail,
  type RegionBaseline,
} from "./account-baseline-resources";

export type { ClusterBaseline, RegionBaseline } from "./account-baseline-resources";

/** Options of an `AccountBaseline`: what `settings/` gives, plain and complete. */
export interface AccountBaselineArgs {
  /** What kind of account this is. It decides nothing here; policies read it from the stack. */
  readonly profile: "sandbox" | "standard" | "regulated";
  /** Where the trail lives and where AWS Config records IAM; one of governedRegions. */
  readonly homeRegion: string;
  /** Where model invocations are logged and resources recorded. The trail covers every region in any case. */
  readonly governedRegions: readonly string[];
  /** How much of each model invocation is kept, in every governed region. */
  readonly invocationContent: ContentMode;
  /** Days that the trail's log group keeps events. */
  readonly auditRetentionDays: RetentionDays;
  /** Days that model invocation logs are kept, large bodies included. */
  readonly promptRetentionDays: RetentionDays;
  /** Days that control-plane logs of clusters are kept. */
  readonly kubernetesRetentionDays: RetentionDays;
  /** Days that the trail's log files and the delivered configuration history are kept. */
  readonly evidenceRetentionDays: number;
  /** How the trail's log files are locked; AWS Config delivers to no locked bucket. */
  readonly objectLockMode: ObjectLock["mode"] | "none";
  /** Days of that lock; unused when the mode is "none". */
  readonly objectLockDays: number;
  /** Names of buckets with training data, whose objects' reads and writes are logged. */
  readonly trainingBuckets: readonly string[];
  /** ARNs of the functions whose invocations are logged, or "none". @default - every function */
  readonly lambdaFunctions?: readonly string[] | "none" | undefined;
  /** Whether CloudTrail looks for unusual call rates and error rates. */
  readonly insights: boolean;
  /** The organization whose accounts the trail covers too; needs managementAccountId. @default - this account only */
  readonly organizationId?: string | undefined;
  readonly managementAccountId?: string | undefined;
  /** Who is told by mail when model invocation logs cannot be delivered; each confirms the subscription. */
  readonly alarmEmails: readonly string[];
  /** EKS clusters whose control-plane logs are kept. */
  readonly eksClusters: readonly { readonly name: string; readonly region: string }[];
  readonly configRecordingFrequency: RecordingFrequency;
  /** Days that AWS Config keeps configuration items, 30 to 2557. */
  readonly configRetentionDays: number;
  /** The managed rules of AWS Config. @default - those of the baseline */
  readonly configRules?: readonly ManagedRuleId[] | undefined;
  /** Whether Pulumi refuses to delete what holds evidence. */
  readonly protectResources: boolean;
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
    const options = resolveAccountBaseline(name, args);
    const { profile, governedRegions, invocationContent } = args;
    const inputs = { profile, governedRegions: [...governedRegions], invocationContent };
    super(componentType("AccountBaseline"), name, inputs, opts);
    const scope = scopeOf(this, name, { region: args.homeRegion, protect: args.protectResources });

    this.trail = createTrail(scope, options);
    this.regions = options.governedRegions.map((region) => createRegion(scope, options, region));
    this.clusters = options.eksClusters.map((cluster) => createCluster(scope, options, cluster));

    this.registerOutputs({ profile, governedRegions, invocationContent, trailArn: this.trail.trailArn });
  }
}

/** In days. AWS Config's rule on log groups checks other teams' groups as well, of which no more than a year is required. */
const LONGEST_REQUIRED_RETENTION = 365;

/** @throws {OptionError} when the home region is not among the governed ones */
export function resolveAccountBaseline(name: string, args: AccountBaselineArgs): AccountBaselineOptions {
  checkHomeRegion(name, args);
  return {
    trail: {
      region: args.homeRegion,
      auditRetention: args.auditRetentionDays,
      bucketRetentionDays: args.evidenceRetentionDays,
      objectLock: evidenceLock(args),
      ...given({ lambdaFunctionArns: args.lambdaFunctions, organization: organizationOf(args) }),
      ...(args.insights ? {} : { insights: [] }),
    },
    trainingBuckets: args.trainingBuckets,
    homeRegion: args.homeRegion,
    governedRegions: args.governedRegions,
    invocations: { content: args.invocationContent, ...keepingOfPrompts(args) },
    recorder: {
      frequency: args.configRecordingFrequency,
      retentionDays: args.configRetentionDays,
      bucketRetentionDays: args.evidenceRetentionDays,
    },
    accessLogRetentionDays: args.auditRetentionDays,
    configRules: args.configRules,
    minimumLogRetentionDays: shortestLogRetention(args),
    alarmEmails: args.alarmEmails,
    eksClusters: args.eksClusters,
    clusterRetentionDays: args.kubernetesRetentionDays,
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
    fix: `Add ${homeRegion}: without it nothing would record the account's IAM.`,
  });
}

function evidenceLock({ objectLockMode, objectLockDays }: AccountBaselineArgs): ObjectLock | "none" {
  return objectLockMode === "none" ? "none" : { mode: objectLockMode, days: objectLockDays };
}

/** What the content mode makes use of: the component refuses the rest. */
function keepingOfPrompts(args: AccountBaselineArgs): Omit<InvocationLoggingArgs, "content"> {
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
    LONGEST_REQUIRED_RETENTION,
    args.auditRetentionDays,
    ...(args.invocationContent === "off" ? [] : [args.promptRetentionDays]),
    ...(args.eksClusters.length === 0 ? [] : [args.kubernetesRetentionDays]),
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
