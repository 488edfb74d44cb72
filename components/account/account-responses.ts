/** Responses to what runbooks find, in one governed region. */
import type * as pulumi from "@pulumi/pulumi";

import type { RetentionDays } from "../../facts/logs/retention-periods";
import type { Scope } from "../base/component";
import { given, present } from "../base/options";
import type { InvocationLogging } from "../bedrock/invocation-logging";
import type { AuditTrail } from "../cloudtrail/audit-trail";
import type { ConfigRecorder } from "../config/config-recorder";
import type { LogDelivery } from "../logs/log-delivery";
import { type RespondedLogGroup, ResponseAutomation } from "../response/response-automation";
import type { AccountBaselineOptions } from "./account-baseline-options";
import type { LogExports } from "./account-archives";
import type { ClusterBaseline } from "./account-clusters";
import type { RegionDetection } from "./account-detection";
import type { Off } from "./regional-modes";

/** Whether what runbooks find can be responded to at once, and who agrees to it. */
export type ResponseAutomationMode =
  | {
      readonly mode: "create";
      /** ARNs of IAM roles and users, 1 to 10. */
      readonly approvers: readonly string[];
      /** @default 1 */
      readonly minimumApprovals?: number | undefined;
      /** Email addresses, https URLs, and ARNs of queues and functions. @default - whoever is sent alerts, of every severity */
      readonly subscribers?: readonly string[] | undefined;
    }
  | Off;

/** What of the region is responded for: what the baseline itself has made. */
interface Responded {
  /** Absent in regions other than the home region. */
  readonly trail: AuditTrail | undefined;
  readonly clusters: readonly ClusterBaseline[];
  readonly detection: RegionDetection;
  readonly invocationLogging: InvocationLogging | undefined;
  readonly configRecorder: ConfigRecorder | undefined;
  readonly logDelivery: LogDelivery | undefined;
  readonly logExports: LogExports;
}

/** Absent where they are left out. */
export function createResponses(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  responded: Responded,
): ResponseAutomation | undefined {
  const { responses } = options;
  if (responses === undefined) {
    return undefined;
  }
  const { trail, invocationLogging } = responded;
  return new ResponseAutomation(
    scope.child(`${region}-response`),
    {
      ...responses,
      ...given({ trailArn: trail?.trailArn, invocationLogging: invocationLogging?.delivered }),
      logGroups: logGroupsOf(options, responded),
      keyArns: keysOf(options, region, responded),
      region,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

function logGroupsOf(
  { trail: trailOptions, invocations, deliveredLogs, clusterRetentionDays }: AccountBaselineOptions,
  { trail, clusters, invocationLogging, logDelivery }: Responded,
): readonly RespondedLogGroup[] {
  return present([
    keeping(trail?.logGroup.logGroupName, trailOptions?.auditRetention),
    keeping(invocationLogging?.logGroupName, invocations.retentionDays),
    keeping(invocationLogging?.samplesLogGroupName, invocations.sampleRetentionDays),
    keeping(logDelivery?.logGroupName, deliveredLogs.retentionDays),
    ...clusters.map(({ auditSink }) => keeping(auditSink?.logGroupName, clusterRetentionDays)),
  ]);
}

function keeping(
  name: pulumi.Output<string> | undefined,
  days: pulumi.Input<RetentionDays> | undefined,
): RespondedLogGroup | undefined {
  return name === undefined || days === undefined ? undefined : { name, days };
}

/** The keys that encrypt evidence, of the region and account: one that was given to a bucket elsewhere may be another's. */
function keysOf(
  { trail: trailOptions, recorderMode, invocationLoggingMode }: AccountBaselineOptions,
  region: string,
  { trail, clusters, detection, invocationLogging, configRecorder, logDelivery, logExports }: Responded,
): readonly pulumi.Output<string>[] {
  return present([
    trailOptions?.key === undefined ? trail?.key.keyArn : undefined,
    isOwn(invocationLoggingMode(region)) ? invocationLogging?.keyArn : undefined,
    isOwn(recorderMode(region)) ? configRecorder?.keyArn : undefined,
    detection.sensitiveData?.keyArn,
    logDelivery?.keyArn,
    ...clusters.map(({ auditSink }) => auditSink?.keyArn),
    ...Object.values(logExports).map(({ keyArn }) => keyArn),
  ]);
}

function isOwn(mode: { readonly mode: string; readonly key?: string | undefined }): boolean {
  return mode.key === undefined;
}
