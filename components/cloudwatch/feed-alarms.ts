/** Alarms on feeds of evidence that stop or fail, in one region. */
import * as pulumi from "@pulumi/pulumi";

import { silentCluster, UNLOGGED_INVOCATIONS } from "../../facts/alerting/silent-feeds";
import { OPERATION_METRICS } from "../../facts/bedrock/operation-metrics";
import {
  CONFIG_FAILURE_ALARM_IDS,
  CONFIG_FAILURE_ALARMS,
  CONFIG_FAILURE_METRICS,
} from "../../facts/config/failure-metrics";
import { RUNBOOK_OF_CONFIG_ALARM } from "../../runbooks/alerts";
import { createSilenceAlarm, createUnloggedCallsAlarm } from "../alerts/silence-alarm";
import { createUsageAlarm } from "../alerts/usage-alarm";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, OptionError } from "../base/options";

/** An EKS cluster, and the log group that its control plane writes to. */
export interface ClusterFeed {
  /** The cluster's name, by which its alarm is named; each once. */
  readonly clusterName: string;
  readonly logGroupName: pulumi.Input<string>;
}

/** Options of {@link FeedAlarms}: at least one feed. */
export interface FeedAlarmsArgs {
  /** The ARN of the topic that is told; its policy and its key let CloudWatch's alarms publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** EKS clusters that send control-plane logs. @default - none */
  readonly clusters?: readonly ClusterFeed[];
  /** The name of the log group that keeps Bedrock's log of model invocations. @default - it is not watched */
  readonly invocationLogGroupName?: pulumi.Input<string>;
  /** Whether a recorder of AWS Config delivers to a bucket here. @default false */
  readonly configRecorder?: boolean;
  /** The region of the feeds. @default the provider's region */
  readonly region?: string;
}

/**
 * Alarms on what people would otherwise miss only when they need it: a cluster's log group that receives nothing for an hour; models that are
 * called in two hours in a row of which the log of invocations receives nothing; and history or snapshots that AWS Config could not deliver,
 * or resources that it may not read.
 *
 * A cluster that does not exist yet is silent, too: its alarm goes off until its control plane sends logs. Whether AWS Config records at all
 * is not told by any metric: calls that stop it are (`GovernanceEvents`).
 *
 * Children: `${name}-cluster-${clusterName}`, `${name}-invocations`, `${name}-config-history`, `${name}-config-snapshots`,
 * `${name}-config-permissions`.
 *
 * @throws {OptionError} when there is no feed, or a cluster is named twice
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/viewing-the-aws-config-dashboard.html
 */
export class FeedAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: FeedAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    const feeds = resolveFeedAlarms(name, args);
    super(componentType("FeedAlarms"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    watchClusters(scope, feeds);
    watchInvocations(scope, feeds);
    watchConfigRecorder(scope, feeds);
    this.registerOutputs();
  }
}

/** The options of {@link FeedAlarms}, resolved. */
export interface FeedAlarmsOptions {
  readonly topicArn: pulumi.Input<string>;
  readonly clusters: readonly ClusterFeed[];
  /** `undefined` where it is not watched. */
  readonly invocationLogGroupName: pulumi.Input<string> | undefined;
  readonly configRecorder: boolean;
}

/** @throws {OptionError} as {@link FeedAlarms} does */
export function resolveFeedAlarms(
  name: string,
  { topicArn, clusters = [], invocationLogGroupName, configRecorder = false }: FeedAlarmsArgs,
): FeedAlarmsOptions {
  const option = optionOf("FeedAlarms", name);
  if (clusters.length === 0 && invocationLogGroupName === undefined && !configRecorder) {
    throw new OptionError({
      path: option("clusters"),
      got: clusters,
      allowed: "one cluster at least, where neither invocationLogGroupName nor configRecorder is given",
      fix: "Name a feed, or leave the component out.",
    });
  }
  const names = clusters.map(({ clusterName }) => clusterName);
  if (new Set(names).size < names.length) {
    throw new OptionError({
      path: option("clusters"),
      got: names,
      allowed: "clusters of different names",
      fix: "Name each cluster once.",
    });
  }
  return { topicArn, clusters, invocationLogGroupName, configRecorder };
}

function watchClusters(scope: Scope, { clusters, topicArn }: FeedAlarmsOptions): void {
  for (const { clusterName, logGroupName } of clusters) {
    createSilenceAlarm(scope, { logGroupName, topicArn }, `cluster-${clusterName}`, silentCluster(clusterName));
  }
}

function watchInvocations(scope: Scope, { invocationLogGroupName: logGroupName, topicArn }: FeedAlarmsOptions): void {
  if (logGroupName === undefined) {
    return;
  }
  const watched = { logGroupName, topicArn };
  createUnloggedCallsAlarm(scope, watched, "invocations", UNLOGGED_INVOCATIONS, OPERATION_METRICS.invocations);
}

function watchConfigRecorder(scope: Scope, { configRecorder, topicArn }: FeedAlarmsOptions): void {
  for (const id of configRecorder ? CONFIG_FAILURE_ALARM_IDS : []) {
    const alarm = CONFIG_FAILURE_ALARMS[id];
    createUsageAlarm(scope, { topicArn }, id, alarm, CONFIG_FAILURE_METRICS[alarm.metric], RUNBOOK_OF_CONFIG_ALARM[id]);
  }
}
