/** Alarms on how models and guardrails of a region are used. */
import * as pulumi from "@pulumi/pulumi";

import {
  MODEL_ALARM_IDS,
  MODEL_ALARMS,
  type ModelAlarm,
  type ModelAlarmId,
  OPERATION_METRICS,
} from "../../facts/bedrock/operation-metrics";
import { RUNBOOK_OF_MODEL_ALARM } from "../../runbooks/alerts";
import { createUsageAlarm } from "../alerts/usage-alarm";
import { componentType, scopeOf } from "../base/component";

/** Options of {@link ModelAlarms}. */
export interface ModelAlarmsArgs {
  /** The ARN of the topic that is told; its policy and its key let CloudWatch's alarms publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** @default - every alarm of the baseline */
  readonly alarms?: readonly ModelAlarmId[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Alarms on throttled and failed calls to models, on errors, latency and tokens that are out of the ordinary, on guardrails that
 * intervene more than usual or are throttled, and on the first call by the endpoint bedrock-mantle. What is ordinary, CloudWatch
 * learns of the account itself, for which it takes up to two weeks.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
 */
export class ModelAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: ModelAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("ModelAlarms"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const alarm of args.alarms ?? MODEL_ALARM_IDS) {
      const { metric }: ModelAlarm = MODEL_ALARMS[alarm];
      createUsageAlarm(
        scope,
        args,
        alarm,
        MODEL_ALARMS[alarm],
        OPERATION_METRICS[metric],
        RUNBOOK_OF_MODEL_ALARM[alarm],
      );
    }
    this.registerOutputs();
  }
}
