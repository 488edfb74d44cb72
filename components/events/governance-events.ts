/** EventBridge rules that tell people of what they should not learn from an audit. */
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { matching, optionOf } from "../base/options";
import { patternJson } from "../documents/event-patterns";
import { type AlertedTopic, createAlertingRule, type ForwardingTarget } from "./alerting-rule";
import { eventAlerts, type EventAlert, type RecordedCalls } from "./event-alerts";

export type { RecordedCalls } from "./event-alerts";

/** Options of {@link GovernanceEvents}. */
export interface GovernanceEventsArgs {
  /** The ARN of the topic that is told; its policy and its key let EventBridge publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** The ARN of the queue that keeps what could not be delivered. @default - it is dropped after a day of retries */
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  /** What is sent each event whole besides, such as the targets of an `EventForwarding`: four at most. @default - nothing */
  readonly forwardTo?: readonly ForwardingTarget[];
  /**
   * Which calls: those that AWS records in the region itself, those to IAM, which it records in one region of a partition (us-east-1
   * in commercial AWS, where alone a rule on them matches), or both.
   *
   * @default "regional"
   */
  readonly calls?: RecordedCalls;
  /** Accounts of whose principals nobody is told that they take on roles of this one, or call its models. @default - none */
  readonly trustedAccountIds?: readonly string[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Rules that send a message to the topic, whether a call succeeded or was refused: one for each service whose calls undo a control;
 * one each for access to models, models and agents that are provisioned, training data, sharing with other accounts and changes of
 * who may do what; for model calls by the root user, by long-term API keys and from unknown accounts; for roles that unknown
 * accounts take on; and for what AWS KMS, AWS Config, AWS Backup, Amazon Bedrock, SageMaker and Trusted Advisor report of themselves.
 * EventBridge gets the calls of a region in which a trail logs management events.
 *
 * @throws {OptionError} when a trusted account is not named by its 12 digits
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export class GovernanceEvents extends pulumi.ComponentResource {
  constructor(name: string, args: GovernanceEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { alerts, trustedAccountIds } = resolveGovernanceEvents(name, args);
    super(componentType("GovernanceEvents"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const alert of alerts) {
      tellOf(scope, args, trustedAccountIds, alert);
    }
    this.registerOutputs();
  }
}

/** The options of {@link GovernanceEvents}, resolved. */
export interface GovernanceEventsOptions {
  readonly alerts: readonly EventAlert[];
  readonly trustedAccountIds: readonly string[];
}

const validAccountId = matching(
  /^\d{12}$/,
  "the 12 digits of an AWS account",
  "Give the account's id, without hyphens.",
);

/** @throws {OptionError} as {@link GovernanceEvents} does */
export function resolveGovernanceEvents(
  name: string,
  { calls = "regional", trustedAccountIds = [] }: Pick<GovernanceEventsArgs, "calls" | "trustedAccountIds">,
): GovernanceEventsOptions {
  const option = optionOf("GovernanceEvents", name);
  for (const [index, accountId] of trustedAccountIds.entries()) {
    validAccountId(accountId, option(`trustedAccountIds[${index}]`));
  }
  return { alerts: eventAlerts(calls), trustedAccountIds };
}

function tellOf(
  scope: Scope,
  topic: AlertedTopic,
  trustedAccountIds: readonly string[],
  { pattern, ...alert }: EventAlert,
): void {
  const eventPattern = scope.account.accountId.apply((accountId) =>
    patternJson(pattern({ accountId, trustedAccountIds })),
  );
  createAlertingRule(scope, topic, { ...alert, eventPattern });
}
