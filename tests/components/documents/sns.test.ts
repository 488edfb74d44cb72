import assert from "node:assert/strict";

import { publishersUseKey, topicStatements, type TopicPublisher } from "../../../components/documents/sns";

const PLACE = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };
const TOPIC = "arn:aws:sns:eu-central-1:123456789012:alerts";
const TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit";
const SOURCE_ACCOUNT = { StringEquals: { "aws:SourceAccount": "123456789012" } };
const ALARMS = { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:*" } };

const PUBLISHERS: readonly [TopicPublisher, string, string, object, object][] = [
  // publisher, sid, service, condition of publishing, condition of using the key
  [
    { service: "cloudtrail", trailArns: [TRAIL] },
    "CloudTrail",
    "cloudtrail.amazonaws.com",
    { StringEquals: { "aws:SourceArn": TRAIL } },
    { StringEqualsIfExists: { "aws:SourceArn": TRAIL } },
  ],
  [
    { service: "cloudwatch-alarms" },
    "CloudWatchAlarms",
    "cloudwatch.amazonaws.com",
    { ...ALARMS, ...SOURCE_ACCOUNT },
    { ...ALARMS, ...SOURCE_ACCOUNT },
  ],
  [
    { service: "eventbridge" },
    "EventBridge",
    "events.amazonaws.com",
    SOURCE_ACCOUNT,
    { StringEqualsIfExists: { "kms:EncryptionContext:aws:sns:topicArn": TOPIC } },
  ],
];

describe("A topic's documents", () => {
  it("refuse insecure transport before anything else", () => {
    assert.deepEqual(topicStatements(PLACE, "alerts", []), [
      {
        Sid: "DenyInsecureTransport",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: TOPIC,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("leave the roles of Automation's runs to their own policies", () => {
    assert.equal(topicStatements(PLACE, "Automation-answers", [{ service: "automation" }]).length, 1);
    assert.deepEqual(publishersUseKey(PLACE, "Automation-answers", [{ service: "automation" }]), []);
  });

  for (const [publisher, sid, service, topicCondition, keyCondition] of PUBLISHERS) {
    it(`let ${publisher.service} publish from its own resources, and encrypt what it publishes`, () => {
      assert.deepEqual(topicStatements(PLACE, "alerts", [publisher]).slice(1), [
        {
          Sid: `${sid}Publishes`,
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sns:Publish",
          Resource: TOPIC,
          Condition: topicCondition,
        },
      ]);
      assert.deepEqual(publishersUseKey(PLACE, "alerts", [publisher]), [
        {
          Sid: `${sid}EncryptsNotifications`,
          Effect: "Allow",
          Principal: { Service: service },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: keyCondition,
        },
      ]);
    });
  }
});
