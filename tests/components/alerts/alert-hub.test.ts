import assert from "node:assert/strict";

import { AlertHub, type AlertHubArgs } from "../../../components/alerts/alert-hub";
import { policiesAllow } from "../../../policies/iam/calls";
import { record, type Recording } from "../recorder";

const HUB = "ai-governance-baseline:index:AlertHub";
const QUEUE = "aws:sqs/queue:Queue";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const TOPIC = "aws:sns/topic:Topic";
const KEY = "aws:kms/key:Key";
const QUEUE_ARN = "arn:aws:sqs:eu-central-1:123456789012:alerts-undelivered";

describe("An AlertHub", () => {
  it("is a key, a topic with its policy, and a queue with its policy", async () => {
    const made = await hub({});
    assert.deepEqual(made.children(), [
      `${HUB} alerts`,
      "ai-governance-baseline:index:CustomerManagedKey alerts-key",
      "ai-governance-baseline:index:NotificationTopic alerts-topic",
      "aws:kms/alias:Alias alerts-key-alias",
      `${KEY} alerts-key`,
      `${TOPIC} alerts-topic`,
      "aws:sns/topicPolicy:TopicPolicy alerts-topic-policy",
      `${QUEUE} alerts-undelivered`,
      `${QUEUE_POLICY} alerts-undelivered-policy`,
    ]);
    assert.equal(made.inputs(TOPIC, "alerts-topic")["name"], "alerts");
    assert.deepEqual(made.inputs(QUEUE, "alerts-undelivered"), {
      name: "alerts-undelivered",
      messageRetentionSeconds: 1_209_600,
      sqsManagedSseEnabled: true,
    });
  });

  it("lets the account's EventBridge rules send to the queue, and nobody else, and nothing without TLS", async () => {
    const policy = (await hub({})).document(QUEUE_POLICY, "alerts-undelivered-policy", "policy");
    const sends = (context: Readonly<Record<string, string>>, service = "events.amazonaws.com") =>
      policiesAllow([JSON.stringify(policy)], {
        service,
        action: "sqs:SendMessage",
        resource: QUEUE_ARN,
        context: { "aws:securetransport": "true", ...context },
      });
    const rule = (account: string) => ({ "aws:sourcearn": `arn:aws:events:eu-central-1:${account}:rule/any` });
    assert.equal(sends(rule("123456789012")), true);
    assert.equal(sends({ ...rule("123456789012"), "aws:securetransport": "false" }), false);
    assert.equal(sends(rule("999988887777")), false);
    assert.equal(sends(rule("123456789012"), "sns.amazonaws.com"), false);
  });

  it("lets EventBridge and alarms publish, and use the key for it", async () => {
    const made = await hub({});
    const sids = (type: string, name: string) =>
      (made.document(type, name, "policy") as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid);
    assert.deepEqual(sids("aws:sns/topicPolicy:TopicPolicy", "alerts-topic-policy"), [
      "DenyInsecureTransport",
      "EventBridgePublishes",
      "CloudWatchAlarmsPublishes",
    ]);
    assert.deepEqual(sids(KEY, "alerts-key"), [
      "AccountAdministersKeyThroughIam",
      "EventBridgeEncryptsNotifications",
      "CloudWatchAlarmsEncryptsNotifications",
    ]);
  });

  it("makes no key where one is brought, and stands where it is told", async () => {
    const arn = "arn:aws:kms:us-east-1:123456789012:key/1";
    const made = await hub({
      key: { existing: { arn } },
      hubName: "governance",
      region: "us-east-1",
      subscribers: [{ protocol: "email", endpoint: "a@example.com" }],
    });
    assert.ok(!made.children().some((child) => child.startsWith(KEY)));
    assert.deepEqual(made.inputs(TOPIC, "alerts-topic"), {
      name: "governance",
      kmsMasterKeyId: arn,
      region: "us-east-1",
    });
    assert.equal(made.inputs(QUEUE, "alerts-undelivered")["name"], "governance-undelivered");
    assert.ok(made.children().includes("aws:sns/topicSubscription:TopicSubscription alerts-topic-email-a@example.com"));
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  for (const hubName of ["", "a.b", "a".repeat(69)]) {
    it(`may not be named ${JSON.stringify(hubName.slice(0, 10))} (${hubName.length} characters)`, async () => {
      await assert.rejects(hub({ hubName }), {
        message: `AlertHub "alerts": hubName is "${hubName}". Allowed: 1 to 68 letters, digits, hyphens and underscores. Choose a name of those characters.`,
      });
    });
  }
  it("may have a name of 68 characters, with which the queue's has 80", async () => {
    const name = (await hub({ hubName: "a".repeat(68) })).inputs(QUEUE, "alerts-undelivered")["name"];
    assert.equal(String(name).length, 80);
  });
});

function hub(args: AlertHubArgs): Promise<Recording> {
  return record(() => void new AlertHub("alerts", args));
}
