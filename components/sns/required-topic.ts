/** The topic that a component has notifications published to: the user's, or one of its own. */
import * as pulumi from "@pulumi/pulumi";

import { type Existing, existingOr, type Ready } from "../base/existing";
import { given as onlyGiven, matching, validated } from "../base/options";
import type { NotificationTopic } from "./notification-topic";

/** How a topic that the user brings is identified. */
export interface TopicIdentity {
  readonly arn: pulumi.Input<string>;
  /** For services that take the name of a topic. @default - they are given the ARN */
  readonly name?: pulumi.Input<string>;
}

/** A topic that the user brings. */
export type ExistingTopic = Existing<TopicIdentity>;

/** What a component needs of its topic. */
export interface RequiredTopic extends Ready {
  readonly topicArn: pulumi.Output<string>;
  /** Absent when the user brings a topic by its ARN alone. */
  readonly topicName: pulumi.Output<string> | undefined;
}

const topicArn = matching(
  /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/,
  "the ARN of an SNS topic that is not a FIFO topic",
  "Give the topic's ARN, not that of a subscription to it.",
);
const topicName = matching(
  /^[A-Za-z0-9_-]{1,256}$/,
  "the name of an SNS topic: 1 to 256 letters, digits, hyphens and underscores",
  "Give the topic's name, or leave it out.",
);

/** @throws {OptionError} when ARN or name is not that of a topic; for Outputs, when they resolve */
export function validatedTopic(given: ExistingTopic | undefined, path: string): ExistingTopic | undefined {
  if (given === undefined) {
    return undefined;
  }
  const { arn, name } = given.existing;
  return {
    existing: {
      arn: validated(arn, `${path}.existing.arn`, topicArn),
      ...onlyGiven({ name: name === undefined ? undefined : validated(name, `${path}.existing.name`, topicName) }),
    },
  };
}

/** The topic that the user brings, or else the one that is made, after its policy. */
export function requiredTopic(given: ExistingTopic | undefined, make: () => NotificationTopic): RequiredTopic {
  return existingOr<TopicIdentity, RequiredTopic>(
    given,
    ({ arn, name }) => ({
      topicArn: pulumi.output(arn),
      topicName: name === undefined ? undefined : pulumi.output(name),
      before: [],
    }),
    () => {
      const made = make();
      return { topicArn: made.topicArn, topicName: made.topicName, before: [made.policy] };
    },
  );
}
