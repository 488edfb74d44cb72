import assert from "node:assert/strict";

import {
  NotificationTopic,
  type NotificationTopicArgs,
  resolveNotificationTopic,
} from "../../../components/sns/notification-topic";
import { record, type Recording } from "../recorder";

const TOPIC = "aws:sns/topic:Topic";
const POLICY = "aws:sns/topicPolicy:TopicPolicy";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/1";

describe("A NotificationTopic", () => {
  it("is a topic encrypted with the key, and its policy", async () => {
    const made = await topic({});
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:NotificationTopic alerts",
      `${TOPIC} alerts`,
      `${POLICY} alerts-policy`,
    ]);
    assert.deepEqual(made.inputs(TOPIC, "alerts"), { name: "company-alerts", kmsMasterKeyId: KEY_ARN });
    assert.equal(made.inputs(POLICY, "alerts-policy")["arn"], "arn:aws:sns:eu-central-1:123456789012:topic/alerts");
  });

  it("tells each subscriber by its protocol, in the given region", async () => {
    const subscribers = [
      { protocol: "email", endpoint: "a@example.com" },
      { protocol: "email", endpoint: "b@example.com" },
      { protocol: "https", endpoint: "https://alerts.example.com/" },
      { protocol: "lambda", endpoint: "arn:aws:lambda:us-east-1:123456789012:function:on-alert" },
      { protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:123456789012:alerts" },
    ] as const;
    const made = await topic({ subscribers, region: "us-east-1" });
    const subscriptions = made.registrations.filter(({ type }) => type === SUBSCRIPTION);
    assert.equal(subscriptions.length, subscribers.length);
    for (const { protocol, endpoint } of subscribers) {
      assert.deepEqual(made.inputs(SUBSCRIPTION, `alerts-${protocol}-${endpoint}`), {
        topic: "arn:aws:sns:eu-central-1:123456789012:topic/alerts",
        protocol,
        endpoint,
        region: "us-east-1",
      });
    }
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("may not be without a publisher", async () => {
    await assert.rejects(topic({ publishers: [] }), (error: Error) => {
      assert.match(
        error.message,
        /NotificationTopic "alerts": publishers is \[\]\. Allowed: one or more of automation, cloudtrail, cloudwatch-alarms, eventbridge\. Name the services that publish to the topic, or do not create it\.$/,
      );
      return true;
    });
  });

  for (const topicName of ["", "a.fifo", "a".repeat(257)]) {
    it(`may not be named ${JSON.stringify(topicName.slice(0, 10))} (${topicName.length} characters)`, async () => {
      await assert.rejects(topic({ topicName }), {
        message: `NotificationTopic "alerts": topicName is "${topicName}". Allowed: 1 to 256 letters, digits, hyphens and underscores. Choose a name of those characters.`,
      });
    });
  }

  it("may have a name of 256 characters", async () => {
    assert.equal((await topic({ topicName: "a".repeat(256) })).inputs(TOPIC, "alerts")["name"], "a".repeat(256));
  });
});

describe("The options of a NotificationTopic", () => {
  it("are complete when only the necessary ones are given", () => {
    const args = {
      topicName: "company-alerts",
      keyArn: KEY_ARN,
      publishers: [{ service: "cloudwatch-alarms" }],
    } as const;
    assert.deepEqual(resolveNotificationTopic("alerts", args), { ...args, subscribers: [] });
  });
});

function topic(args: Partial<NotificationTopicArgs>): Promise<Recording> {
  return record(
    () =>
      void new NotificationTopic("alerts", {
        topicName: "company-alerts",
        keyArn: KEY_ARN,
        publishers: [{ service: "cloudwatch-alarms" }],
        ...args,
      }),
  );
}
