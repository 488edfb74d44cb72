/** An EventBridge rule, and the target by which a topic is told of what it matches. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { type STATE_WITH_READS } from "../../facts/eventbridge/events";
import type { Scope } from "../base/component";
import type { Notification } from "../documents/event-patterns";

/** What a rule matches, and what is sent of it. */
export interface AlertingRule {
  /** The end of the names of rule and target. */
  readonly id: string;
  readonly description: string;
  readonly eventPattern: pulumi.Input<string>;
  readonly notification: Notification;
  readonly state: "ENABLED" | typeof STATE_WITH_READS;
}

/** Who is told. */
export interface AlertedTopic {
  readonly topicArn: pulumi.Input<string>;
  readonly undeliveredQueueArn?: pulumi.Input<string>;
}

export function createAlertingRule(
  scope: Scope,
  { topicArn, undeliveredQueueArn }: AlertedTopic,
  { id, description, eventPattern, notification, state }: AlertingRule,
): void {
  const name = scope.child(id);
  const rule = new aws.cloudwatch.EventRule(
    name,
    { name, description, eventPattern, state, ...scope.region },
    scope.options,
  );
  new aws.cloudwatch.EventTarget(
    `${name}-alert`,
    {
      rule: rule.name,
      targetId: "alert",
      arn: topicArn,
      inputTransformer: notification,
      ...(undeliveredQueueArn === undefined ? {} : { deadLetterConfig: { arn: undeliveredQueueArn } }),
      ...scope.region,
    },
    scope.options,
  );
}
