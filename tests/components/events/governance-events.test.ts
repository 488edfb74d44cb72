import assert from "node:assert/strict";

import { GovernanceEvents, type GovernanceEventsArgs } from "../../../components/events/governance-events";
import { TAMPER_EVENTS } from "../../../facts/cloudtrail/tamper-events";
import { cloudwatchEventRuleCanMatch } from "../../../policies/rules/cloudwatch/cloudwatch-event-rule-can-match";
import { record, type Recording } from "../recorder";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";
const QUEUE_ARN = "arn:aws:sqs:eu-central-1:123456789012:alerts-undelivered";

const SERVICES = Object.keys(TAMPER_EVENTS);

describe("GovernanceEvents", () => {
  it("are a rule and a target for each service, but for IAM, whose calls are recorded elsewhere", async () => {
    const regional = SERVICES.filter((service) => service !== "iam");
    assert.deepEqual(
      (await events({})).children(),
      [
        "ai-governance-baseline:index:GovernanceEvents events",
        ...regional.flatMap((service) => [`${RULE} events-${service}`, `${TARGET} events-${service}-alert`]),
      ].sort(),
    );
  });

  it("are about IAM alone where a region is there for that", async () => {
    assert.deepEqual((await events({ calls: "global" })).children(), [
      "ai-governance-baseline:index:GovernanceEvents events",
      `${RULE} events-iam`,
      `${TARGET} events-iam-alert`,
    ]);
  });

  it("are about IAM as well where its calls are recorded", async () => {
    const made = await events({ calls: "all", region: "us-east-1" });
    assert.equal(made.registrations.filter(({ type }) => type === RULE).length, SERVICES.length);
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("ask for exactly the calls that undo a control", async () => {
    const made = await events({});
    assert.deepEqual(made.inputs(RULE, "events-cloudtrail"), {
      name: "events-cloudtrail",
      description: "Calls to cloudtrail that take evidence away, or what collects it",
      eventPattern: JSON.stringify({
        source: ["aws.cloudtrail"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: TAMPER_EVENTS.cloudtrail },
      }),
      state: "ENABLED",
    });
  });

  it("pass the rule on patterns, and stay within the length that EventBridge takes", async () => {
    const made = await events({ calls: "all" });
    for (const { type, name, inputs } of made.registrations.filter((one) => one.type === RULE)) {
      const properties = inputs as Parameters<typeof cloudwatchEventRuleCanMatch.check>[0]["properties"]; // plain inputs
      const results = [cloudwatchEventRuleCanMatch.check({ urn: name, name, type, properties, protect: false })].flat();
      assert.deepEqual(
        results.filter(({ status }) => status !== "pass"),
        [],
        name,
      );
      assert.ok(String(inputs["eventPattern"]).length <= 2048);
    }
  });

  it("tell the topic what was called, by whom and from where", async () => {
    const target = (await events({ undeliveredQueueArn: QUEUE_ARN })).inputs(TARGET, "events-kms-alert");
    const { inputTransformer, ...others } = target as { inputTransformer: Record<string, unknown> };
    assert.deepEqual(others, {
      rule: "events-kms",
      targetId: "alert",
      arn: TOPIC_ARN,
      deadLetterConfig: { arn: QUEUE_ARN },
    });
    const paths = Object.keys(inputTransformer["inputPaths"] as object);
    const template = inputTransformer["inputTemplate"] as string;
    assert.deepEqual(
      [...template.matchAll(/<(\w+)>/g)].map(([, name]) => name).sort(),
      paths.sort(),
      "every path is used, and nothing else",
    );
    assert.equal(typeof JSON.parse(template), "string", "a text, and not an object");
  });

  it("have no queue where none is given", async () => {
    assert.ok(!("deadLetterConfig" in (await events({})).inputs(TARGET, "events-s3-alert")));
  });
});

function events(args: Partial<GovernanceEventsArgs>): Promise<Recording> {
  return record(() => void new GovernanceEvents("events", { topicArn: TOPIC_ARN, ...args }));
}
