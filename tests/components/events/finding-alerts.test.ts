import { deepEqual, ok } from "node:assert/strict";

import { FindingAlerts, type FindingAlertsArgs } from "../../../components/events/finding-alerts";
import { FINDING_EVENTS, FINDING_SERVICES, type FindingEvents } from "../../../facts/eventbridge/findings";
import { matchesEvent } from "../../../policies/patterns/event-matching";
import { parseEventPattern } from "../../../policies/patterns/event-pattern";
import type { PropertyMap } from "../../../policies/properties";
import { cloudwatchEventRuleCanMatch } from "../../../policies/rules/cloudwatch/cloudwatch-event-rule-can-match";
import { record, type Recording } from "../recorder";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:alerts";
const QUEUE_ARN = "arn:aws:sqs:eu-central-1:123456789012:alerts-undelivered";

const FINDING_KINDS: readonly FindingEvents[] = FINDING_SERVICES.flatMap(
  (service): readonly FindingEvents[] => FINDING_EVENTS[service],
);

function alerts(args: Partial<FindingAlertsArgs>): Promise<Recording> {
  return record(() => new FindingAlerts("findings", { topicArn: TOPIC_ARN, ...args }));
}

describe("FindingAlerts", () => {
  it("are a rule and a target for each kind of findings", async () => {
    const names = FINDING_KINDS.map(({ name }) => name);
    deepEqual(names, ["guardduty", "guardduty-medium", "access-analyzer", "security-hub", "inspector2", "macie"]);
    deepEqual(
      (await alerts({})).children(),
      [
        "ai-governance-baseline:index:FindingAlerts findings",
        ...names.flatMap((name) => [`${RULE} findings-${name}`, `${TARGET} findings-${name}-alert`]),
      ].sort(),
    );
  });

  it("send a message about GuardDuty's findings of high severity and above", async () => {
    const made = await alerts({ services: ["guardDuty"], undeliveredQueueArn: QUEUE_ARN, region: "us-east-1" });
    deepEqual(made.inputs(RULE, "findings-guardduty"), {
      name: "findings-guardduty",
      description: "GuardDuty findings of high severity and above. Runbook: model-jacking.",
      eventPattern:
        '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",7]}]}}',
      state: "ENABLED",
      region: "us-east-1",
    });
    deepEqual(made.inputs(TARGET, "findings-guardduty-alert"), {
      rule: "findings-guardduty",
      targetId: "alert",
      arn: TOPIC_ARN,
      inputTransformer: {
        inputPaths: {
          account: "$.account",
          region: "$.region",
          time: "$.time",
          kind: "$.detail.type",
          level: "$.detail.severity",
          finding: "$.detail.id",
        },
        inputTemplate: JSON.stringify({
          version: "1.0",
          source: "custom",
          id: "page:<finding>",
          content: {
            textType: "client-markdown",
            title: "GuardDuty has found a threat",
            description:
              "GuardDuty has found a threat: <kind>, level <level>, in account <account> and region <region>, at <time>. Finding <finding>.",
            nextSteps: ["baseline runbook run model-jacking"],
          },
          metadata: {
            additionalContext: {
              severity: "page",
              runbook: "model-jacking",
              account: "<account>",
              region: "<region>",
              time: "<time>",
              eventId: "<finding>",
              kind: "<kind>",
              level: "<level>",
            },
          },
        }),
      },
      deadLetterConfig: { arn: QUEUE_ARN },
      region: "us-east-1",
    });
  });

  it("are about no other service where they are told which", async () => {
    deepEqual((await alerts({ services: [] })).children(), ["ai-governance-baseline:index:FindingAlerts findings"]);
  });

  it("drop what cannot be delivered where there is no queue", async () => {
    ok(!("deadLetterConfig" in (await alerts({})).inputs(TARGET, "findings-guardduty-alert")));
  });

  for (const { name: kind, source, detailType, samples, told } of FINDING_KINDS) {
    const name = `findings-${kind}`;
    const patternOf = (made: Recording): string => String(made.inputs(RULE, name)["eventPattern"]);

    it(`take in serious findings of ${kind}, and no others`, async () => {
      const pattern = parseEventPattern(patternOf(await alerts({})));
      const matches = (detail: PropertyMap, type: string = detailType): boolean =>
        matchesEvent(pattern, { source, "detail-type": type, detail });
      deepEqual(
        [samples.serious, samples.other].map((details) => details.map((detail) => matches(detail))),
        [samples.serious.map(() => true), samples.other.map(() => false)],
      );
      ok(samples.serious.length > 0 && samples.other.length > 0);
      ok(samples.serious.every((detail) => !matches(detail, "Another event")));
    });

    it(`pass the rule on patterns with that of ${kind}`, async () => {
      const properties = { eventPattern: patternOf(await alerts({})) };
      const results = [
        cloudwatchEventRuleCanMatch.check({ urn: name, name, type: RULE, properties, protect: false }),
      ].flat();
      deepEqual(
        results.filter(({ status }) => status !== "pass"),
        [],
      );
    });

    it(`tell what the samples of ${kind} have`, () => {
      for (const sample of samples.serious) {
        for (const path of Object.values(told)) {
          ok(valueAt({ detail: sample }, path.split(/[.[\]]+/).slice(1)) !== undefined, path);
        }
      }
    });
  }
});

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined || typeof value !== "object" || value === null) {
    return name === undefined ? value : undefined;
  }
  return valueAt((value as Readonly<Record<string, unknown>>)[name], rest); // a field that is not there is undefined
}
