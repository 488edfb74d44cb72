/** Alarms on what the applications of a region say of themselves. */
import * as pulumi from "@pulumi/pulumi";

import {
  APPLICATION_ALARM_IDS,
  APPLICATION_ALARMS,
  APPLICATION_METRICS,
  type ApplicationAlarmId,
} from "../../facts/telemetry/signals";
import { RUNBOOK_OF_APPLICATION_ALARM } from "../../runbooks/alerts";
import { createUsageAlarm } from "../alerts/usage-alarm";
import { componentType, scopeOf } from "../base/component";

/** Options of {@link ApplicationAlarms}. */
export interface ApplicationAlarmsArgs {
  /** The ARN of the topic that is told; its policy and its key let CloudWatch's alarms publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** @default - every alarm of the baseline */
  readonly alarms?: readonly ApplicationAlarmId[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Alarms on calls that were denied or blocked, on tools and retrievals that fail, on escalations, bad feedback, answers of high risk and
 * unexpected actions of agents, of all applications of the region that keep the telemetry contract and have CloudWatch count their records
 * (`withMetrics` of the package `ai-governance-baseline-telemetry`). Where no application does, they never go off. What is ordinary,
 * CloudWatch learns of the account itself, for which it takes up to two weeks.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
 */
export class ApplicationAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: ApplicationAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("ApplicationAlarms"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const id of args.alarms ?? APPLICATION_ALARM_IDS) {
      const alarm = APPLICATION_ALARMS[id];
      createUsageAlarm(scope, args, id, alarm, APPLICATION_METRICS[alarm.metric], RUNBOOK_OF_APPLICATION_ALARM[id]);
    }
    this.registerOutputs();
  }
}
