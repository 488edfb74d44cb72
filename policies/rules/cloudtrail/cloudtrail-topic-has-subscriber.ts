import { TOPIC, TOPIC_SUBSCRIPTION, TRAIL } from "../../resources";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { UNKNOWN } from "../../properties";
import { type Truth, must, some } from "../../truth";

const TOPIC_ARN = TOPIC_SUBSCRIPTION.path("topic");

export const cloudtrailTopicHasSubscriber = stackRule(TRAIL, {
  id: "cloudtrail-topic-has-subscriber",
  title: "The SNS topics of CloudTrail trails have a subscriber",
  severity: "low",
  property: "snsTopicName",
  rationale: "A topic without a subscriber looks like an announcement of deliveries and tells nobody.",
  remediation: "Subscribe a queue or a function to the topic, or do not set snsTopicName.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html",
  ],
  checkEach: (trail, { stack, property }) =>
    followed(stack, trail, property, TOPIC, (topic) =>
      must(
        hasSubscription(stack, topic),
        property,
        `references the topic ${topic.name}, to which nobody subscribes; declare a subscription`,
      ),
    ),
});

function hasSubscription(stack: Stack, topic: StackResourceOf<typeof TOPIC>): Truth {
  return some(
    stack.ofType(TOPIC_SUBSCRIPTION).map((subscription) => {
      const reference = stack.references(subscription, TOPIC_ARN, TOPIC);
      switch (reference.found) {
        case "resources":
          return reference.resources.some(({ urn }) => urn === topic.urn);
        case "elsewhere":
          return false;
        default:
          return UNKNOWN;
      }
    }),
  );
}
