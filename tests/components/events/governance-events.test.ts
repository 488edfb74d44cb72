import assert from "node:assert/strict";

import { eventAlerts } from "../../../components/events/event-alerts";
import {
  GovernanceEvents,
  type GovernanceEventsArgs,
  resolveGovernanceEvents,
} from "../../../components/events/governance-events";
import { TAMPER_EVENTS } from "../../../facts/cloudtrail/tamper-events";
import { cloudwatchEventRuleCanMatch } from "../../../policies/rules/cloudwatch/cloudwatch-event-rule-can-match";
import { record, type Recording } from "../recorder";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";
const QUEUE_ARN = "arn:aws:sqs:eu-central-1:123456789012:alerts-undelivered";

describe("GovernanceEvents", () => {
  for (const calls of ["regional", "global", "all"] as const) {
    it(`are a rule and a target for each alert on ${calls} calls`, async () => {
      assert.deepEqual(
        (await events({ calls, region: "us-east-1" })).children(),
        [
          "ai-governance-baseline:index:GovernanceEvents events",
          ...eventAlerts(calls).flatMap(({ id }) => [`${RULE} events-${id}`, `${TARGET} events-${id}-alert`]),
        ].sort(),
      );
    });
  }

  it("are in the region that is given", async () => {
    const made = await events({ calls: "all", region: "us-east-1" });
    assert.ok(made.registrations.slice(1).every(({ inputs }) => inputs["region"] === "us-east-1"));
  });

  it("are about regional calls unless told otherwise", async () => {
    assert.deepEqual((await events({})).children(), (await events({ calls: "regional" })).children());
  });

  it("know the account, and those that are trusted", async () => {
    const made = await events({ trustedAccountIds: ["444455556666"] });
    assert.deepEqual(made.inputs(RULE, "events-foreign-role-sessions"), {
      name: "events-foreign-role-sessions",
      description: "Roles that are taken on from an account that is not known. Runbook: cross-account-access.",
      eventPattern: JSON.stringify({
        source: ["aws.sts"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["sts.amazonaws.com"],
          eventName: ["AssumeRole"],
          userIdentity: { type: ["AWSAccount"], accountId: [{ "anything-but": ["123456789012", "444455556666"] }] },
        },
      }),
      state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    });
  });

  for (const accountId of ["12345678901", "1234567890123", "1234-5678-9012"]) {
    it(`refuse ${accountId} for a trusted account`, () => {
      assert.throws(() => resolveGovernanceEvents("events", { trustedAccountIds: ["444455556666", accountId] }), {
        message: `GovernanceEvents "events": trustedAccountIds[1] is "${accountId}". Allowed: the 12 digits of an AWS account. Give the account's id, without hyphens.`,
      });
    });
  }

  it("ask for exactly the calls that undo a control", async () => {
    const made = await events({});
    assert.deepEqual(made.inputs(RULE, "events-cloudtrail"), {
      name: "events-cloudtrail",
      description: "Calls to cloudtrail that take evidence away, or what collects it. Runbook: trail-tampered-with.",
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
      [...new Set([...template.matchAll(/<(\w+)>/g)].map(([, name]) => name))].sort(),
      paths.sort(),
      "every path is used, and nothing else",
    );
    const summary =
      "Evidence may be at risk: <call> of <service> by <who> from <address>, in account <account> and region <region>, at <time>. Error: <error>. CloudTrail event <event>.";
    assert.deepEqual(JSON.parse(template), {
      version: "1.0",
      source: "custom",
      id: "page:<event>",
      content: {
        textType: "client-markdown",
        title: "Evidence may be at risk",
        description: summary,
        nextSteps: ["baseline runbook run keys-disabled"],
      },
      metadata: {
        additionalContext: {
          severity: "page",
          runbook: "keys-disabled",
          account: "<account>",
          region: "<region>",
          time: "<time>",
          eventId: "<event>",
          eventSource: "<service>",
          eventName: "<call>",
          errorCode: "<error>",
          caller: "<who>",
        },
      },
    });
  });

  it("have no queue where none is given", async () => {
    assert.ok(!("deadLetterConfig" in (await events({})).inputs(TARGET, "events-s3-alert")));
  });
});

function events(args: Partial<GovernanceEventsArgs>): Promise<Recording> {
  return record(() => void new GovernanceEvents("events", { topicArn: TOPIC_ARN, ...args }));
}
