/** EventBridge rules that tell people of what AWS's detection services find. */
import * as pulumi from "@pulumi/pulumi";

import {
  FINDING_EVENTS,
  FINDING_SERVICES,
  type FindingEvents,
  type FindingService,
} from "../../facts/eventbridge/findings";
import { RUNBOOK_OF_FINDINGS } from "../../runbooks/alerts";
import type { RunbookId } from "../../runbooks/catalogue";
import { componentType, type Scope, scopeOf } from "../base/component";
import { findingNotification, findingPattern, patternJson } from "../documents/event-patterns";
import { type AlertedTopic, createAlertingRule, type ForwardingTarget } from "./alerting-rule";

/** Options of {@link FindingAlerts}. */
export interface FindingAlertsArgs {
  /** The ARN of the topic that is told; its policy and its key let EventBridge publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** The ARN of the queue that keeps what could not be delivered. @default - it is dropped after a day of retries */
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  /** What is sent each event whole besides, such as the targets of an `EventForwarding`: four at most. @default - nothing */
  readonly forwardTo?: readonly ForwardingTarget[];
  /** Whose findings. @default - every detection service's */
  readonly services?: readonly FindingService[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Rules for each detection service, which send a sentence about each serious finding to the topic. A service tells EventBridge of
 * the findings of a region there, whoever has enabled it: the account itself, or its organization's administrator.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export class FindingAlerts extends pulumi.ComponentResource {
  constructor(name: string, args: FindingAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("FindingAlerts"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const service of args.services ?? FINDING_SERVICES) {
      for (const events of FINDING_EVENTS[service]) {
        tellOf(scope, args, events, RUNBOOK_OF_FINDINGS[service]);
      }
    }
    this.registerOutputs();
  }
}

function tellOf(scope: Scope, topic: AlertedTopic, events: FindingEvents, runbook: RunbookId): void {
  createAlertingRule(scope, topic, {
    id: events.name,
    description: events.plural,
    runbook,
    eventPattern: patternJson(findingPattern(events)),
    notification: findingNotification(events, runbook),
    state: "ENABLED",
  });
}
