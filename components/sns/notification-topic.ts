/** An encrypted SNS topic that only the services named may publish to. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { matching, optionOf, OptionError, validated } from "../base/options";
import { policyJson } from "../documents/iam";
import { topicArn, topicStatements, type TopicPublisher } from "../documents/sns";

/** Who is told. */
export interface TopicSubscriber {
  /**
   * A queue and a function of the same account are subscribed at once, if the queue's policy lets the topic send and the
   * function's lets it invoke; a person and a web server must confirm the subscription.
   */
  readonly protocol: "email" | "https" | "lambda" | "sqs";
  /** An email address, a URL, or the ARN of a function or queue, by the protocol. It names the subscription. */
  readonly endpoint: string;
  /**
   * Which messages are sent: a filter policy on their body, which has to be JSON. @default - all
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
   */
  readonly bodyFilter?: object;
}

/** Options of a {@link NotificationTopic}. */
export interface NotificationTopicArgs {
  /** The topic's physical name: 1 to 256 letters, digits, hyphens and underscores. */
  readonly topicName: pulumi.Input<string>;
  /**
   * The ARN of the customer managed key that encrypts the topic. Its policy must hold the statements of `publishersUseKey` for the
   * same publishers: the key that AWS keeps for SNS cannot let services publish.
   */
  readonly keyArn: pulumi.Input<string>;
  /** What may publish, at least one. */
  readonly publishers: pulumi.Input<readonly TopicPublisher[]>;
  /** @default - nobody yet */
  readonly subscribers?: readonly TopicSubscriber[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * An encrypted topic, its policy (TLS only, each publisher bound to its own resources) and its subscriptions.
 *
 * @throws {OptionError} when topicName is no valid name or publishers is empty
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 */
export class NotificationTopic extends pulumi.ComponentResource {
  readonly topicName: pulumi.Output<string>;
  /** The topic's ARN, built from its name and so known at preview. */
  readonly topicArn: pulumi.Output<string>;
  /** The topic policy, for `dependsOn`: whatever publishes must wait for it. */
  readonly policy: aws.sns.TopicPolicy;

  constructor(name: string, args: NotificationTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveNotificationTopic(name, args);
    super(componentType("NotificationTopic"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const topic = createTopic(scope, options);
    this.policy = restrictAccess(scope, options, topic);
    subscribe(scope, options, topic);

    this.topicName = topic.name;
    this.topicArn = arnOf(scope, options);
    this.registerOutputs({ topicName: this.topicName, topicArn: this.topicArn });
  }
}

/** The options of a {@link NotificationTopic}, resolved. */
export interface NotificationTopicOptions {
  readonly topicName: pulumi.Input<string>;
  readonly keyArn: pulumi.Input<string>;
  readonly publishers: pulumi.Input<readonly TopicPublisher[]>;
  readonly subscribers: readonly TopicSubscriber[];
}

const validTopicName = matching(
  /^[A-Za-z0-9_-]{1,256}$/,
  "1 to 256 letters, digits, hyphens and underscores",
  "Choose a name of those characters.",
);

/** @throws {OptionError} as {@link NotificationTopic} does */
export function resolveNotificationTopic(name: string, args: NotificationTopicArgs): NotificationTopicOptions {
  const option = optionOf("NotificationTopic", name);
  const { topicName, keyArn, publishers, subscribers = [] } = args;
  return {
    topicName: validated(topicName, option("topicName"), validTopicName),
    keyArn,
    publishers: validated(publishers, option("publishers"), checkPublishers),
    subscribers,
  };
}

function checkPublishers(publishers: readonly TopicPublisher[], path: string): void {
  if (publishers.length === 0) {
    throw new OptionError({
      path,
      got: publishers,
      allowed: "one or more of automation, cloudtrail, cloudwatch-alarms, eventbridge",
      fix: "Name the services that publish to the topic, or do not create it.",
    });
  }
}

function createTopic(scope: Scope, { topicName, keyArn }: NotificationTopicOptions): aws.sns.Topic {
  return new aws.sns.Topic(scope.child(), { name: topicName, kmsMasterKeyId: keyArn, ...scope.region }, scope.options);
}

function restrictAccess(
  scope: Scope,
  { topicName, publishers }: NotificationTopicOptions,
  topic: aws.sns.Topic,
): aws.sns.TopicPolicy {
  return new aws.sns.TopicPolicy(
    scope.child("policy"),
    {
      arn: topic.arn,
      policy: pulumi
        .all([scope.account.place, topicName, publishers])
        .apply(([place, name, services]) => policyJson(topicStatements(place, name, services))),
      ...scope.region,
    },
    scope.options,
  );
}

function subscribe(scope: Scope, { subscribers }: NotificationTopicOptions, topic: aws.sns.Topic): void {
  for (const { protocol, endpoint, bodyFilter } of subscribers) {
    new aws.sns.TopicSubscription(
      scope.child(`${protocol}-${endpoint}`),
      { topic: topic.arn, protocol, endpoint, ...filterArguments(bodyFilter), ...scope.region },
      scope.options,
    );
  }
}

/** How a subscription is told which messages to send. */
export interface FilterArguments {
  /** JSON. */
  readonly filterPolicy?: string;
  readonly filterPolicyScope?: "MessageBody";
}

/** The arguments of a subscription that is sent the messages whose body passes the filter. */
export function filterArguments(bodyFilter: object | undefined): FilterArguments {
  return bodyFilter === undefined ? {} : { filterPolicy: JSON.stringify(bodyFilter), filterPolicyScope: "MessageBody" };
}

function arnOf(scope: Scope, { topicName }: NotificationTopicOptions): pulumi.Output<string> {
  return pulumi.all([scope.account.place, topicName]).apply(([place, name]) => topicArn(place, name));
}
