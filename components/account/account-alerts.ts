/** Who is told of what in one account: topics, the rules and alarms that publish to them, and dashboards. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { AlertHub } from "../alerts/alert-hub";
import type { Scope } from "../base/component";
import { given, present } from "../base/options";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import { ModelAlarms } from "../bedrock/model-alarms";
import { ApplicationAlarms } from "../cloudwatch/application-alarms";
import { type ClusterFeed, FeedAlarms } from "../cloudwatch/feed-alarms";
import { AuditAlarms } from "../cloudtrail/audit-alarms";
import type { AuditTrail } from "../cloudtrail/audit-trail";
import { GovernanceDashboards } from "../cloudwatch/governance-dashboards";
import type { ConfigRecorder } from "../config/config-recorder";
import type { EventForwarding } from "../events/event-forwarding";
import { GovernanceEvents, type RecordedCalls } from "../events/governance-events";
import { filterArguments } from "../sns/notification-topic";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { ClusterBaseline } from "./account-clusters";
import { createForwarding } from "./account-forwarding";

/** The topic that a region's alerts go to. */
export interface RegionAlerts {
  readonly topicArn: pulumi.Input<string>;
  /** Absent where the topic exists already. */
  readonly hub: AlertHub | undefined;
  /** Absent where events are sent nowhere else. */
  readonly forwarding: EventForwarding | undefined;
}

export function createAlerts(scope: Scope, options: AccountBaselineOptions, region: string): RegionAlerts | undefined {
  const mode = options.alertingMode(region);
  const calls = region === options.globalServicesRegion ? "all" : "regional";
  switch (mode.mode) {
    case "create": {
      const hub = createAlertHub(scope, options, region);
      const { topicArn, undeliveredQueueArn } = hub;
      const forwarding = createForwarding(scope, options.eventForwarding, region, undeliveredQueueArn);
      const alerts: RegionAlerts = { topicArn, hub, forwarding };
      tellOfCalls(scope, options, { region, calls }, alerts);
      return alerts;
    }
    case "existing": {
      const forwarding = createForwarding(scope, options.eventForwarding, region, undefined);
      const alerts: RegionAlerts = { topicArn: mode.arn, hub: undefined, forwarding };
      tellOfCalls(scope, options, { region, calls }, alerts);
      return alerts;
    }
    case "off":
      return undefined;
  }
}

/** Alerts on calls to IAM, where they are recorded in a region that is not governed. */
export function createGlobalAlerts(scope: Scope, options: AccountBaselineOptions): AlertHub | undefined {
  const { globalServicesRegion: region, governedRegions, homeRegion } = options;
  if (region === undefined || governedRegions.includes(region) || options.alertingMode(homeRegion).mode === "off") {
    return undefined;
  }
  const hub = createAlertHub(scope, options, region);
  const { topicArn, undeliveredQueueArn } = hub;
  const forwarding = createForwarding(scope, options.eventForwarding, region, undeliveredQueueArn);
  tellOfCalls(scope, options, { region, calls: "global" }, { topicArn, hub, forwarding });
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
  { topicArn, hub, forwarding }: RegionAlerts,
): void {
  new GovernanceEvents(
    scope.child(`${region}-events`),
    {
      topicArn,
      calls,
      region,
      trustedAccountIds: trustedAccounts,
      ...given({ undeliveredQueueArn: hub?.undeliveredQueueArn, forwardTo: forwarding?.targets }),
    },
    afterTopic(scope, hub, forwarding),
  );
}

/** For what publishes to the topic, whose ARN is made of its name and does not say by itself that the topic has to exist. */
export function afterTopic(
  scope: Scope,
  hub: Pick<AlertHub, "policies"> | undefined,
  forwarding?: Pick<EventForwarding, "policies">,
): pulumi.ComponentResourceOptions {
  return { ...scope.options, dependsOn: [...(hub?.policies ?? []), ...(forwarding?.policies ?? [])] };
}

/** On how models are used, and on what applications say of it. */
export function createUsageAlarms(scope: Scope, region: string, alerts: RegionAlerts | undefined): void {
  if (alerts === undefined) {
    return;
  }
  const args = { topicArn: alerts.topicArn, region };
  new ModelAlarms(scope.child(`${region}-models`), args, afterTopic(scope, alerts.hub));
  new ApplicationAlarms(scope.child(`${region}-applications`), args, afterTopic(scope, alerts.hub));
}

/** What feeds evidence in one region, and may stop. */
interface Feeds {
  readonly clusters: readonly ClusterBaseline[];
  readonly invocationLogging: InvocationLogging | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
}

/** On what the baseline itself feeds in the region: of what is adopted, somebody else knows when it should not be silent. */
export function createFeedAlarms(
  scope: Scope,
  region: string,
  alerts: RegionAlerts | undefined,
  { clusters, invocationLogging, configRecorder }: Feeds,
): void {
  const feeds = {
    clusters: present(clusters.map(clusterFeed)),
    configRecorder: configRecorder !== undefined,
    ...given({ invocationLogGroupName: invocationLogging?.logGroupName }),
  };
  const isFed = feeds.clusters.length > 0 || feeds.configRecorder || feeds.invocationLogGroupName !== undefined;
  if (alerts === undefined || !isFed) {
    return;
  }
  new FeedAlarms(
    scope.child(`${region}-feeds`),
    { ...feeds, topicArn: alerts.topicArn, region },
    afterTopic(scope, alerts.hub),
  );
}

function clusterFeed({ name: clusterName, auditSink }: ClusterBaseline): ClusterFeed | undefined {
  const logGroupName = auditSink?.logGroupName;
  return logGroupName === undefined ? undefined : { clusterName, logGroupName };
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
        afterTopic(scope, alerts.hub),
      );
}

/** Where nobody is told of calls, the log of invocations has a topic of its own for its alarms. */
export function subscribeToAlarms(
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
