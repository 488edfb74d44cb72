/** Alarms on what the log group of a trail holds, and on its silence. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AlertSeverity } from "../../facts/alerting/severities";
import { SILENT_TRAIL } from "../../facts/alerting/silent-feeds";
import {
  AUDIT_FILTER_IDS,
  AUDIT_FILTERS,
  type AuditFilter,
  type AuditFilterId,
} from "../../facts/cloudtrail/audit-filters";
import { createSilenceAlarm } from "../alerts/silence-alarm";
import { RUNBOOK_OF_AUDIT_FILTER } from "../../runbooks/alerts";
import { alarmDescription } from "../alerts/alarm-description";
import { componentType, type Scope, scopeOf } from "../base/component";

/** Options of {@link AuditAlarms}. */
export interface AuditAlarmsArgs {
  /** The name of the log group that a trail delivers to; its class is STANDARD. */
  readonly logGroupName: pulumi.Input<string>;
  /** The ARN of the topic that is told; its policy and its key let CloudWatch's alarms publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /**
   * What is counted, of which once is enough for an alarm.
   *
   * @default - the monitoring section of the CIS benchmark, and calls to models that are refused
   */
  readonly filters?: readonly AuditFilterId[];
  /** The region of the log group. @default the provider's region */
  readonly region?: string;
}

/**
 * For each kind of record that deserves a look, a metric filter on the trail's log group and an alarm on its first match; and an
 * alarm for when the group receives nothing for an hour, as it does when the trail is stopped.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export class AuditAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: AuditAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("AuditAlarms"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const filter of args.filters ?? AUDIT_FILTER_IDS) {
      alarmOn(scope, args, filter);
    }
    createSilenceAlarm(scope, args, "silence", SILENT_TRAIL);
    this.registerOutputs();
  }
}

/** The namespace of the metrics. CloudWatch keeps those that begin with `AWS/` to itself. */
export const AUDIT_NAMESPACE = "AiGovernanceBaseline/AuditTrail";

/** What cannot wait takes evidence away; what an account at work has every day is followed up. */
const SEVERITIES: Readonly<Record<AuditFilterId, AlertSeverity>> = {
  "unauthorized-calls": "ticket",
  "sign-in-without-mfa": "mail",
  "root-use": "page",
  "iam-policy-changes": "ticket",
  "trail-changes": "page",
  "sign-in-failures": "ticket",
  "key-removal": "page",
  "bucket-policy-changes": "mail",
  "config-changes": "page",
  "security-group-changes": "ticket",
  "network-acl-changes": "ticket",
  "network-gateway-changes": "ticket",
  "route-table-changes": "ticket",
  "vpc-changes": "ticket",
  "organizations-changes": "mail",
  "denied-model-calls": "mail",
};

const FIVE_MINUTES = 300;

function alarmOn(scope: Scope, { logGroupName, topicArn }: AuditAlarmsArgs, id: AuditFilterId): void {
  const { title, pattern }: AuditFilter = AUDIT_FILTERS[id];
  const name = scope.child(id);
  const metric = { name, namespace: AUDIT_NAMESPACE };
  const filter = new aws.cloudwatch.LogMetricFilter(
    scope.child(`${id}-filter`),
    { name, logGroupName, pattern, metricTransformation: { ...metric, value: "1", unit: "Count" }, ...scope.region },
    scope.options,
  );
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      name,
      alarmDescription: alarmDescription(`The trail records ${title}`, SEVERITIES[id], RUNBOOK_OF_AUDIT_FILTER[id]),
      namespace: metric.namespace,
      metricName: metric.name,
      statistic: "Sum",
      period: FIVE_MINUTES,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      ...scope.region,
    },
    // The metric is named and not referenced, and an alarm on one that nothing writes stays quiet.
    { ...scope.options, dependsOn: [filter] },
  );
}
