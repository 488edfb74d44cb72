/** The role by which EventBridge sends events on: pure functions on plain strings. */
import { sendToEncryptedQueue } from "./sqs";
import { type AccountRegion, type Statement, trustService } from "./iam";

/**
 * The trust policy of the role: EventBridge, for the account's own rules in the region.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
 */
export function forwardingTrust({ partition, accountId, region }: AccountRegion): readonly Statement[] {
  return [
    trustService("EventBridgeForwards", "events.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:events:${region}:${accountId}:rule/*` },
    }),
  ];
}

/**
 * What the role may do to send to an API destination, and nothing else.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
 */
export function invokeDestination({ partition, accountId, region }: AccountRegion, name: string): readonly Statement[] {
  return [
    {
      Sid: "InvokeEndpoint",
      Effect: "Allow",
      Action: "events:InvokeApiDestination",
      // AWS makes up the id behind the name.
      Resource: `arn:${partition}:events:${region}:${accountId}:api-destination/${name}/*`,
    },
  ];
}

/** A queue of another account, and its customer managed key where it has one. */
export interface ForeignQueue {
  readonly arn: string;
  readonly keyArn?: string | undefined;
}

/**
 * What the role may do to send to a queue of another account, with its key where it has one.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
 */
export function sendToQueue({ arn, keyArn }: ForeignQueue): readonly Statement[] {
  const [, partition = "", , region = "", accountId = "", queueName = ""] = arn.split(":");
  return keyArn === undefined
    ? [{ Sid: "SendToQueue", Effect: "Allow", Action: "sqs:SendMessage", Resource: arn }]
    : sendToEncryptedQueue({ partition, region, accountId }, queueName, keyArn);
}
