/** Where the alerts of a region come together: one encrypted topic, and a queue for what could not be delivered. */
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { matching, optionOf } from "../base/options";
import { publishersUseKey, type TopicPublisher } from "../documents/sns";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, type RequiredKey, requiredKey, validatedKey } from "../kms/required-key";
import { NotificationTopic, type TopicSubscriber } from "../sns/notification-topic";
import { createUndeliveredQueue } from "./undelivered-queue";

/** Options of an {@link AlertHub}. */
export interface AlertHubArgs extends Pick<EvidenceProtection, "protect">, KeyProtection {
  /** The physical name of the topic, and the beginning of the queue's. @default the component's name */
  readonly hubName?: string;
  /** Who is told; people and web servers confirm their subscription. @default - nobody yet */
  readonly subscribers?: readonly TopicSubscriber[];
  /** A customer managed key whose policy holds the statements of `publishersUseKey` for the topic. @default - one is created */
  readonly key?: ExistingKey;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * A topic to which EventBridge rules and CloudWatch alarms of the account publish, encrypted with a customer managed key, and an
 * encrypted queue that keeps for two weeks what EventBridge could not deliver.
 *
 * The messages on events have the form of custom notifications of Amazon Q Developer in chat applications, those on alarms CloudWatch's own:
 * both are for people who read mail or the channel of a `ChatChannel`, and for programs.
 *
 * @throws {OptionError} when hubName is no valid name, the key is named by an alias, or a break-glass principal not exactly
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export class AlertHub extends pulumi.ComponentResource {
  /** Known at preview. */
  readonly topicArn: pulumi.Output<string>;
  /** Of the queue of what could not be delivered; known at preview. */
  readonly undeliveredQueueArn: pulumi.Output<string>;
  /** For `dependsOn`: whatever publishes must wait for the policies. */
  readonly policies: readonly pulumi.Resource[];

  constructor(name: string, args: AlertHubArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveAlertHub(name, args);
    super(componentType("AlertHub"), name, args, opts);
    const scope = scopeOf(this, name, args);

    const key = requiredKey(options.key, () => createKey(scope, options));
    const topic = createTopic(scope, options, key);
    const undelivered = createUndeliveredQueue(scope, queueNameOf(options));

    this.topicArn = topic.topicArn;
    this.undeliveredQueueArn = undelivered.arn;
    this.policies = [topic.policy, undelivered.policy];
    this.registerOutputs({ topicArn: this.topicArn, undeliveredQueueArn: this.undeliveredQueueArn });
  }
}

/** The options of an {@link AlertHub}, resolved. */
export interface AlertHubOptions {
  readonly hubName: string;
  readonly subscribers: readonly TopicSubscriber[];
  readonly key: ExistingKey | undefined;
}

/** A queue's name has 80 characters at most, the suffix included. */
const validHubName = matching(
  /^[A-Za-z0-9_-]{1,68}$/,
  "1 to 68 letters, digits, hyphens and underscores",
  "Choose a name of those characters.",
);

/** @throws {OptionError} as {@link AlertHub} does */
export function resolveAlertHub(name: string, args: AlertHubArgs): AlertHubOptions {
  const option = optionOf("AlertHub", name);
  const { hubName = name, subscribers = [], key } = args;
  validHubName(hubName, option("hubName"));
  checkProtection(args, option);
  return { hubName, subscribers, key: validatedKey(key, option("key")) };
}

const PUBLISHERS: readonly TopicPublisher[] = [{ service: "eventbridge" }, { service: "cloudwatch-alarms" }];

function createKey(scope: Scope, { hubName }: AlertHubOptions): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    {
      description: `Alerts of ${hubName}`,
      policyStatements: scope.account.place.apply((place) => publishersUseKey(place, hubName, PUBLISHERS)),
      ...scope.region,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

function createTopic(
  scope: Scope,
  { hubName, subscribers }: AlertHubOptions,
  { keyArn }: RequiredKey,
): NotificationTopic {
  return new NotificationTopic(
    scope.child("topic"),
    { topicName: hubName, keyArn, publishers: PUBLISHERS, subscribers, ...scope.region },
    scope.options,
  );
}

function queueNameOf({ hubName }: AlertHubOptions): string {
  return `${hubName}-undelivered`;
}
