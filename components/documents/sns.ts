/** The policies around an encrypted SNS topic: who may publish, and what the topic's key must allow for it. */
import { allowService, denyWithoutTls, oneOrMany, type AccountRegion, type Condition, type Statement } from "./iam";

/**
 * What publishes to a topic, and what of it may. The runs of Systems Manager Automation do by their own roles, whose policies say to
 * which topic and by which key: it takes no statement of the topic's policy, or of the key's.
 */
export type TopicPublisher = ServicePublisher | { readonly service: "automation" };

/** An AWS service that publishes to a topic, and what of it may. */
type ServicePublisher =
  | { readonly service: "cloudtrail"; readonly trailArns: readonly string[] }
  | { readonly service: "cloudwatch-alarms" }
  | { readonly service: "eventbridge" };

interface PublisherGrant {
  readonly sid: string;
  readonly principal: string;
  /** Binds `sns:Publish` on the topic. */
  readonly topicCondition: Condition;
  /** Binds the use of the topic's key. */
  readonly keyCondition: Condition;
}

/** The ARN of a topic. */
export function topicArn(place: AccountRegion, topicName: string): string {
  return `arn:${place.partition}:sns:${place.region}:${place.accountId}:${topicName}`;
}

/**
 * The statements of a topic's policy: TLS only, and each publisher bound to its own resources in this account.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function topicStatements(
  place: AccountRegion,
  topicName: string,
  publishers: readonly TopicPublisher[],
): readonly Statement[] {
  const topic = topicArn(place, topicName);
  return [
    denyWithoutTls("sns:Publish", topic),
    ...publishers.filter(isService).map((publisher) => {
      const grant = publisherGrant(place, topic, publisher);
      return allowService({
        sid: `${grant.sid}Publishes`,
        service: grant.principal,
        actions: "sns:Publish",
        resource: topic,
        condition: grant.topicCondition,
      });
    }),
  ];
}

/**
 * What the key of an encrypted topic must allow, one statement a publisher: the publishing service itself uses the key.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function publishersUseKey(
  place: AccountRegion,
  topicName: string,
  publishers: readonly TopicPublisher[],
): readonly Statement[] {
  return publishers.filter(isService).map((publisher) => {
    const grant = publisherGrant(place, topicArn(place, topicName), publisher);
    return allowService({
      sid: `${grant.sid}EncryptsNotifications`,
      service: grant.principal,
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resource: "*",
      condition: grant.keyCondition,
    });
  });
}

function isService(publisher: TopicPublisher): publisher is ServicePublisher {
  return publisher.service !== "automation";
}

function publisherGrant(place: AccountRegion, topic: string, publisher: ServicePublisher): PublisherGrant {
  switch (publisher.service) {
    case "cloudtrail": {
      const fromTrail = { "aws:SourceArn": oneOrMany(publisher.trailArns) };
      return {
        sid: "CloudTrail",
        principal: "cloudtrail.amazonaws.com",
        topicCondition: { StringEquals: fromTrail },
        // No page shows that CloudTrail sends its source with the key of a topic: a plain condition might stop notifications.
        keyCondition: { StringEqualsIfExists: fromTrail },
      };
    }
    case "cloudwatch-alarms": {
      const alarms = `arn:${place.partition}:cloudwatch:${place.region}:${place.accountId}:alarm:*`;
      const fromAlarms: Condition = { ArnLike: { "aws:SourceArn": alarms }, StringEquals: fromAccount(place) };
      return {
        sid: "CloudWatchAlarms",
        principal: "cloudwatch.amazonaws.com",
        topicCondition: fromAlarms,
        keyCondition: fromAlarms,
      };
    }
    case "eventbridge":
      return {
        sid: "EventBridge",
        principal: "events.amazonaws.com",
        topicCondition: { StringEquals: fromAccount(place) },
        // EventBridge sends no aws:SourceArn or aws:SourceAccount when it uses the key of an encrypted topic. SNS is seen to
        // set the topic's ARN as encryption context, and no page says so.
        keyCondition: { StringEqualsIfExists: { "kms:EncryptionContext:aws:sns:topicArn": topic } },
      };
  }
}

function fromAccount(place: AccountRegion): Readonly<Record<string, string>> {
  return { "aws:SourceAccount": place.accountId };
}
