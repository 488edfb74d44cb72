/** The policies of queues: pure functions on plain strings. */
import { principalSuffix } from "../../facts/regions";
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

/** The statements of a queue to which a role of the account sends by its own policy: TLS only. */
export function tlsOnlyQueueStatements(place: AccountRegion, queueName: string): readonly Statement[] {
  return [denyWithoutTls("sqs:*", queueArn(place, queueName))];
}

/**
 * What a role may do to send to a queue that is encrypted with a customer managed key, and nothing else.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function sendToEncryptedQueue(place: AccountRegion, queueName: string, keyArn: string): readonly Statement[] {
  return [
    { Sid: "SendToQueue", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn(place, queueName) },
    {
      Sid: "EncryptMessages",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `sqs.${place.region}.${principalSuffix(place.partition)}` } },
    },
  ];
}
