/** The policies of queues: pure functions on plain strings. */
import { allowService, denyWithoutTls, type AccountRegion, type Statement } from "./iam";

/** The ARN of a queue. */
export function queueArn(place: AccountRegion, queueName: string): string {
  return `arn:${place.partition}:sqs:${place.region}:${place.accountId}:${queueName}`;
}

/**
 * The statements of the queue in which what could not be delivered is kept: TLS only, and no sender but the account's own
 * EventBridge rules.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html
 */
export function undeliveredQueueStatements(place: AccountRegion, queueName: string): readonly Statement[] {
  const queue = queueArn(place, queueName);
  return [
    denyWithoutTls("sqs:*", queue),
    allowService({
      sid: "EventBridgeKeepsUndelivered",
      service: "events.amazonaws.com",
      actions: "sqs:SendMessage",
      resource: queue,
      condition: {
        ArnLike: { "aws:SourceArn": `arn:${place.partition}:events:${place.region}:${place.accountId}:rule/*` },
      },
    }),
  ];
}
