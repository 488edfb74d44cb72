/** An encrypted SNS topic that only the services named may publish to. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "./account-identity";
import { policyJson } from "./documents/iam";
import { topicArn, topicStatements, type TopicPublisher } from "./documents/topic-documents";
import { matching, optionOf, OptionError, validated } from "./validated-input";

/** Options of a {@link NotificationTopic}. */
export interface NotificationTopicArgs {
  /** The topic's physical name: 1 to 256 letters, digits, hyphens and underscores. */
  readonly topicName: pulumi.Input<string>;
  /**
   * The ARN of the customer key that encrypts the topic. Its policy must hold the statements of `publishersUseKey` for the
   * same publishers: the key that AWS keeps for SNS cannot let services publish.
   */
  readonly keyArn: pulumi.Input<string>;
  /** The services that may publish, at least one. */
  readonly publishers: pulumi.Input<readonly TopicPublisher[]>;
  /** Who is written to; each must confirm the subscription. @default - nobody yet */
  readonly emails?: readonly string[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * An encrypted topic, its policy (TLS only, each publisher bound to its own resources) and its e-mail subscriptions.
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
    super("ai-governance-baseline:index:NotificationTopic", name, args, opts);
    const option = optionOf("NotificationTopic", name);
    const { region } = args;
    const { place } = accountIdentity(this, region);

    const topic = new aws.sns.Topic(
      name,
      {
        name: validated(args.topicName, option("topicName"), validTopicName),
        kmsMasterKeyId: args.keyArn,
        region,
      },
      { parent: this },
    );
    this.policy = new aws.sns.TopicPolicy(
      `${name}-policy`,
      {
        arn: topic.arn,
        policy: pulumi.all([place, args.topicName, args.publishers]).apply(([where, topicName, publishers]) => {
          checkPublishers(publishers, option("publishers"));
          return policyJson(topicStatements(where, topicName, publishers));
        }),
        region,
      },
      { parent: this },
    );
    for (const email of args.emails ?? []) {
      new aws.sns.TopicSubscription(
        `${name}-email-${email}`,
        { topic: topic.arn, protocol: "email", endpoint: email, region },
        { parent: this },
      );
    }

    this.topicName = topic.name;
    this.topicArn = pulumi.all([place, args.topicName]).apply(([where, topicName]) => topicArn(where, topicName));
    this.registerOutputs({ topicName: this.topicName, topicArn: this.topicArn });
  }
}

const validTopicName = matching(
  /^[A-Za-z0-9_-]{1,256}$/,
  "1 to 256 letters, digits, hyphens and underscores",
  "Choose a name of those characters.",
);

function checkPublishers(publishers: readonly TopicPublisher[], path: string): void {
  if (publishers.length === 0) {
    throw new OptionError({
      path,
      got: publishers,
      allowed: "one or more of cloudtrail, cloudwatch-alarms, eventbridge",
      fix: "Name the services that publish to the topic, or do not create it.",
    });
  }
}
