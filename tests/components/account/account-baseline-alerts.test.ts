/** Whom an AccountBaseline tells, and of whom it does not. */
import { deepEqual, ok } from "node:assert/strict";
import { PROJECT, configWith } from "../../settings/stack-config";
import type { Recording } from "../recorder";
import { TRAIL, baselineOf, settingsOf } from "./baselines";

describe("The routes of an AccountBaseline's alerts", () => {
  const queue = "arn:aws:sqs:eu-central-1:111122223333:tickets";
  const filterOf = (recording: Recording, name: string) => {
    const { filterPolicy, filterPolicyScope } = recording.inputs("aws:sns/topicSubscription:TopicSubscription", name);
    return [filterPolicy, filterPolicyScope];
  };
  const config = {
    alarmEmails: JSON.stringify(["ai@example.com", "oncall@example.com"]),
    alertSubscribers: JSON.stringify([queue]),
    alertRouting: JSON.stringify([
      { subscriber: "oncall@example.com", severities: ["page"] },
      { subscriber: queue, severities: ["ticket"] },
    ]),
  };
  const ofSeverity = (severity: string) => [
    JSON.stringify({
      $or: [{ id: [{ prefix: `${severity}:` }] }, { AlarmDescription: [{ suffix: `Severity: ${severity}.` }] }],
    }),
    "MessageBody",
  ];

  it("are filters of the subscribers that they name, in every region, and of no other", async () => {
    const recording = await baselineOf(settingsOf(configWith(config)));
    for (const region of ["eu-central-1", "us-east-1"]) {
      const topic = `baseline-${region}-alerts-topic`;
      deepEqual(filterOf(recording, `${topic}-email-ai@example.com`), [undefined, undefined]);
      deepEqual(filterOf(recording, `${topic}-email-oncall@example.com`), ofSeverity("page"));
      deepEqual(filterOf(recording, `${topic}-sqs-${queue}`), ofSeverity("ticket"));
    }
  });

  it("hold for the alarms of invocation logging where alerts are left out", async () => {
    const alerting = JSON.stringify({ mode: "off", reason: "Another team alerts" });
    const recording = await baselineOf(settingsOf(configWith({ ...config, alerting })));
    const alarm = "baseline-eu-central-1-alarm";
    deepEqual(filterOf(recording, `${alarm}-email-ai@example.com`), [undefined, undefined]);
    deepEqual(filterOf(recording, `${alarm}-email-oncall@example.com`), ofSeverity("page"));
  });
});

describe("The trusted accounts of an AccountBaseline", () => {
  it("are those from which nobody is alerted of roles and model calls, in every region", async () => {
    const recording = await baselineOf(settingsOf(configWith({ trustedAccounts: '["444455556666"]' })));
    for (const id of ["foreign-role-sessions", "model-callers"]) {
      const { eventPattern } = recording.inputs(
        "aws:cloudwatch/eventRule:EventRule",
        `baseline-eu-central-1-events-${id}`,
      );
      ok(String(eventPattern).includes('[{"anything-but":["123456789012","444455556666"]}]'), id);
    }
  });
});

describe("The subscribers of an AccountBaseline's trail", () => {
  const queue = "arn:aws:sqs:eu-central-1:111122223333:trail-deliveries";
  const onDelivery = "arn:aws:lambda:eu-central-1:111122223333:function:on-delivery";
  const topics = (recording: Recording) =>
    recording.children().filter((child) => child.includes(" baseline-trail-topic"));

  it("are nobody unless named, and then the trail has no topic", async () => {
    const recording = await baselineOf(settingsOf(configWith({})));
    deepEqual(topics(recording), []);
    ok(!("snsTopicName" in recording.inputs(TRAIL, "baseline-trail")));
  });

  it("are queues and functions, each by the protocol of its ARN", async () => {
    const recording = await baselineOf(
      settingsOf(configWith({ trailSubscribers: JSON.stringify([queue, onDelivery]) })),
    );
    deepEqual(topics(recording), [
      `${PROJECT}:index:NotificationTopic baseline-trail-topic`,
      "aws:sns/topic:Topic baseline-trail-topic",
      "aws:sns/topicPolicy:TopicPolicy baseline-trail-topic-policy",
      `aws:sns/topicSubscription:TopicSubscription baseline-trail-topic-lambda-${onDelivery}`,
      `aws:sns/topicSubscription:TopicSubscription baseline-trail-topic-sqs-${queue}`,
    ]);
    for (const [protocol, endpoint] of [
      ["sqs", queue],
      ["lambda", onDelivery],
    ] as const) {
      const inputs = recording.inputs(
        "aws:sns/topicSubscription:TopicSubscription",
        `baseline-trail-topic-${protocol}-${endpoint}`,
      );
      deepEqual([inputs["protocol"], inputs["endpoint"]], [protocol, endpoint]);
    }
  });
});
