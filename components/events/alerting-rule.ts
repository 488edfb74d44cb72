/** An EventBridge rule, the target by which a topic is told of what it matches, and those that are sent it whole. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { type STATE_WITH_READS } from "../../facts/eventbridge/events";
import { runbookText } from "../../runbooks/alerts";
import type { RunbookId } from "../../runbooks/catalogue";
import type { Scope } from "../base/component";
import type { Notification } from "../documents/event-patterns";

/** What a rule matches, and what is sent of it. */
export interface AlertingRule {
  /** The end of the names of rule and target. */
  readonly id: string;
  /** A sentence without its full stop. */
  readonly description: string;
  /** What answers it. */
  readonly runbook: RunbookId;
  readonly eventPattern: pulumi.Input<string>;
  readonly notification: Notification;
  readonly state: "ENABLED" | typeof STATE_WITH_READS;
}

/** A queue or an endpoint that is sent events as EventBridge has them. */
export interface ForwardingTarget {
  /** The target's id, and the end of its resource's name. */
  readonly id: string;
  readonly arn: pulumi.Input<string>;
  /** By which EventBridge sends. @default - the target's own policy lets it in */
  readonly roleArn?: pulumi.Input<string>;
  readonly undeliveredQueueArn: pulumi.Input<string>;
}

/** Who is told. */
export interface AlertedTopic {
  readonly topicArn: pulumi.Input<string>;
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  readonly forwardTo?: readonly ForwardingTarget[];
}

export function createAlertingRule(
  scope: Scope,
  { topicArn, undeliveredQueueArn, forwardTo = [] }: AlertedTopic,
  { id, description, runbook, eventPattern, notification, state }: AlertingRule,
): void {
  const name = scope.child(id);
  const rule = new aws.cloudwatch.EventRule(
    name,
    { name, description: `${description}. ${runbookText(runbook)}`, eventPattern, state, ...scope.region },
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
  for (const target of forwardTo) {
    new aws.cloudwatch.EventTarget(
      `${name}-${target.id}`,
      {
        rule: rule.name,
        targetId: target.id,
        arn: target.arn,
        deadLetterConfig: { arn: target.undeliveredQueueArn },
        ...(target.roleArn === undefined ? {} : { roleArn: target.roleArn }),
        ...scope.region,
      },
      scope.options,
    );
  }
}
