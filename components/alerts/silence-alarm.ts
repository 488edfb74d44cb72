/** Alarms on log groups that receive nothing any more, within the component that declares them. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import {
  COMPARED,
  EVENTS_OF_CALLS,
  SILENT_FOR,
  SILENT_PERIODS,
  type SilentFeed,
} from "../../facts/alerting/silent-feeds";
import type { WatchedMetric } from "../../facts/alerting/usage-alarms";
import { INCOMING_EVENTS } from "../../facts/logs/incoming-events";
import { RUNBOOK_OF } from "../../runbooks/alerts";
import type { RunbookId } from "../../runbooks/catalogue";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { alarmDescription } from "./alarm-description";

/** A log group, and the topic that is told of its silence. */
export interface WatchedLogGroup {
  readonly logGroupName: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
}

/** On a log group that is never quiet while it is fed. */
export function createSilenceAlarm(scope: Scope, watched: WatchedLogGroup, id: string, feed: SilentFeed): void {
  createAlarm(
    scope,
    watched,
    id,
    { ...feed, runbook: RUNBOOK_OF.silentFeed },
    {
      ...incomingEvents(watched),
      statistic: "Sum",
      period: SILENT_FOR,
      evaluationPeriods: 1,
      treatMissingData: "breaching",
    },
  );
}

/** On a log group that may be quiet while nothing is counted by the other metric. */
export function createUnloggedCallsAlarm(
  scope: Scope,
  watched: WatchedLogGroup,
  id: string,
  feed: SilentFeed,
  { namespace, name: metricName, dimensions }: WatchedMetric,
): void {
  const measured = { stat: "Sum", period: SILENT_FOR };
  createAlarm(
    scope,
    watched,
    id,
    { ...feed, runbook: RUNBOOK_OF.unloggedCalls },
    {
      metricQueries: [
        {
          id: COMPARED.calls,
          metric: { namespace, metricName, ...given({ dimensions }), ...measured },
          returnData: false,
        },
        { id: COMPARED.events, metric: { ...incomingEvents(watched), ...measured }, returnData: false },
        { id: "logged", expression: EVENTS_OF_CALLS, label: "Events where models were called", returnData: true },
      ],
      evaluationPeriods: SILENT_PERIODS,
      treatMissingData: "notBreaching",
    },
  );
}

function incomingEvents({ logGroupName }: WatchedLogGroup) {
  const { namespace, name: metricName, dimension } = INCOMING_EVENTS;
  return { namespace, metricName, dimensions: { [dimension]: logGroupName } };
}

/** What is watched, and how. */
type Measured = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  "dimensions" | "metricName" | "metricQueries" | "namespace" | "period" | "statistic" | "treatMissingData"
> & { readonly evaluationPeriods: number };

function createAlarm(
  scope: Scope,
  { topicArn }: WatchedLogGroup,
  id: string,
  { what, severity, runbook }: SilentFeed & { readonly runbook: RunbookId },
  measured: Measured,
): void {
  const name = scope.child(id);
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      alarmDescription: alarmDescription(what, severity, runbook),
      ...measured,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      alarmActions: [topicArn],
      ...scope.region,
    },
    scope.options,
  );
}
