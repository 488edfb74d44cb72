import { arnParts, mustBeAbleToPublish, mustBeAbleToSend } from "../../iam/deliveries";
import { UNKNOWN, type Value, at } from "../../properties";
import { EVENT_RULE, EVENT_TARGET } from "../../resources";
import { type Results, all, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";

const ARN = EVENT_TARGET.path("arn");
const DEAD_LETTER = EVENT_TARGET.path("deadLetterConfig.arn");

export const cloudwatchEventTargetAllowsDelivery = stackRule(EVENT_TARGET, {
  id: "cloudwatch-event-target-allows-delivery",
  title: "The topics and queues of EventBridge targets, and their keys, allow EventBridge to deliver",
  severity: "high",
  property: ARN,
  rationale:
    "EventBridge tries for a day to deliver an event that a topic, queue or key does not let in, and then drops it. Only a metric shows it.",
  remediation:
    "Allow events.amazonaws.com sns:Publish on the topic or sqs:SendMessage on the queue, and kms:GenerateDataKey* and kms:Decrypt " +
    "with a customer managed key.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  ],
  checkEach: (target, { stack }) => {
    const { arn } = target.properties;
    const deadLetter = at(target.properties, DEAD_LETTER);
    const results = [...deliveredTo(stack, target, ARN, arn), ...deliveredTo(stack, target, DEAD_LETTER, deadLetter)];
    return results.length === 0 ? notApplicable("the target is neither a topic nor a queue") : all(...results);
  },
});

function deliveredTo(
  stack: Stack,
  target: StackResourceOf<typeof EVENT_TARGET>,
  property: typeof ARN | typeof DEAD_LETTER,
  destination: Value | undefined,
): readonly Results[] {
  if (destination === UNKNOWN) {
    return [undecided(property)];
  }
  const service = typeof destination === "string" ? destination.split(":")[2] : undefined;
  const deliver = service === "sns" ? mustBeAbleToPublish : service === "sqs" ? mustBeAbleToSend : undefined;
  if (deliver === undefined) {
    return [];
  }
  const rule = arnOfRule(stack, target);
  const account = arnParts(rule)?.account;
  // EventBridge says on whose behalf it calls to topics and queues, and not to their keys.
  return typeof rule !== "string" || account === undefined
    ? [undecided(property)]
    : [
        deliver(stack, target, property, {
          service: "events.amazonaws.com",
          context: { "aws:sourcearn": rule, "aws:sourceaccount": account },
          keyContext: { "aws:sourcearn": null, "aws:sourceaccount": null },
        }),
      ];
}

function arnOfRule(stack: Stack, target: StackResourceOf<typeof EVENT_TARGET>): Value | undefined {
  const reference = stack.references(target, EVENT_TARGET.path("rule"), EVENT_RULE);
  return reference.found === "resources" ? reference.resources[0].properties.arn : undefined;
}
