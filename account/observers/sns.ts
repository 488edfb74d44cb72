/** Topics, their policies and who is subscribed. */
import type * as aws from "@pulumi/aws";
import { type Problem, type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const topicObserver = observer<aws.sns.TopicArgs>({
  type: "aws:sns/topic:Topic",
  check: "verify-sns-topic-as-declared",
  parts: [
    {
      properties: ["name", "displayName", "kmsMasterKeyId", "fifoTopic"],
      read: async (reader, { id, region }) => {
        const attributes = await attributesOf(reader, region, id);
        return (
          attributes && {
            name: id.split(":").at(-1),
            displayName: attributes["DisplayName"],
            kmsMasterKeyId: attributes["KmsMasterKeyId"],
            fifoTopic: attributes["FifoTopic"] === "true",
          }
        );
      },
    },
  ],
  defaults: { kmsMasterKeyId: null, fifoTopic: false },
});

export const topicPolicyObserver = observer<aws.sns.TopicPolicyArgs>({
  type: "aws:sns/topicPolicy:TopicPolicy",
  check: "verify-sns-topic-policy-as-declared",
  parts: [
    {
      properties: ["arn", "policy"],
      read: async (reader, { id, region }) => {
        const attributes = await attributesOf(reader, region, id);
        return attributes && { arn: id, policy: attributes["Policy"] };
      },
    },
  ],
  forms: { policy: "document" },
});

async function attributesOf(reader: Reader, region: string, topic: string) {
  const found = await reader.read("sns:GetTopicAttributes", region, { TopicArn: topic });
  return found?.Attributes;
}

/** What a filter policy looks at, where nothing is said. */
const BY_DEFAULT = "MessageAttributes";

export const subscriptionObserver = observer<aws.sns.TopicSubscriptionArgs>({
  type: "aws:sns/topicSubscription:TopicSubscription",
  check: "verify-sns-subscription-as-declared",
  parts: [
    {
      properties: ["topic", "protocol", "endpoint"],
      read: async (reader, subject) => {
        const subscription = await subscriptionOf(reader, subject);
        return (
          subscription && {
            topic: subscription.TopicArn,
            protocol: subscription.Protocol,
            endpoint: subscription.Endpoint,
          }
        );
      },
    },
    { properties: ["filterPolicy", "filterPolicyScope"], read: readFilter },
  ],
  forms: { filterPolicy: "document" },
  defaults: { filterPolicy: null, filterPolicyScope: BY_DEFAULT },
  notCompared: {
    confirmationTimeoutInMinutes: "It says how long the engine waits; the account does not know it.",
    endpointAutoConfirms: "It says whether the engine waits; the account does not know it.",
  },
  conditions: [{ check: "verify-sns-subscription-confirmed", read: confirmationProblems }],
});

/** A subscription has no ARN before it is confirmed, so it is found by whom it tells. */
async function subscriptionOf(reader: Reader, { region, inputs }: Subject) {
  const [topic, protocol, endpoint] = ["topic", "protocol", "endpoint"].map((name) => textOf(inputs[name]));
  const pages = await reader.readPages("sns:ListSubscriptionsByTopic", region, { TopicArn: topic }, ({ NextToken }) =>
    NextToken === undefined ? undefined : { TopicArn: topic, NextToken },
  );
  return pages
    .flatMap(({ Subscriptions = [] }) => Subscriptions)
    .find((subscription) => subscription.Protocol === protocol && subscription.Endpoint === endpoint);
}

/** Which messages are sent. Nobody can ask before the subscription is confirmed, and that it is not is said already. */
async function readFilter(reader: Reader, subject: Subject): Promise<Properties | undefined> {
  const arn = (await subscriptionOf(reader, subject))?.SubscriptionArn ?? "";
  if (!arn.startsWith("arn:")) {
    const { filterPolicy, filterPolicyScope = BY_DEFAULT } = subject.inputs;
    return { filterPolicy, filterPolicyScope };
  }
  const found = await reader.read("sns:GetSubscriptionAttributes", subject.region, { SubscriptionArn: arn });
  return (
    found && {
      filterPolicy: found.Attributes?.["FilterPolicy"],
      filterPolicyScope: found.Attributes?.["FilterPolicyScope"] ?? BY_DEFAULT,
    }
  );
}

async function confirmationProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const arn = (await subscriptionOf(reader, subject))?.SubscriptionArn ?? "";
  return arn.startsWith("arn:")
    ? []
    : [{ result: "fail", property: "SubscriptionArn", message: `is ${arn}: nobody is told before it is confirmed` }];
}
