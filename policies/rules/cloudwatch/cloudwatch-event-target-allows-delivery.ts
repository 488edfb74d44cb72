import {
  arnParts,
  type Caller,
  mustBeAbleToPublish,
  mustBeAbleToSend,
  mustBeAssumable,
  mustBePermitted,
} from "../../iam/deliveries";
import { UNKNOWN, type Value, at } from "../../properties";
import { EVENT_RULE, EVENT_TARGET, ROLE } from "../../resources";
import { type Results, all, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResourceOf } from "../../stack/stack";

const ARN = EVENT_TARGET.path("arn");
const ROLE_ARN = EVENT_TARGET.path("roleArn");
const DEAD_LETTER = EVENT_TARGET.path("deadLetterConfig.arn");

/** What a role needs to send to a kind of target. */
const SENDING: Readonly<Record<string, string>> = {
  sns: "sns:Publish",
  sqs: "sqs:SendMessage",
  "api-destination": "events:InvokeApiDestination",
};

export const cloudwatchEventTargetAllowsDelivery = stackRule(EVENT_TARGET, {
  id: "cloudwatch-event-target-allows-delivery",
  title: "The topics, queues and roles of EventBridge targets, and their keys, allow EventBridge to deliver",
  severity: "high",
  property: ARN,
  rationale:
    "EventBridge tries for a day to deliver an event that a topic, queue, role or key does not let in, and then drops it. Only a metric shows it.",
  remediation:
    "Allow events.amazonaws.com sns:Publish on the topic or sqs:SendMessage on the queue, and kms:GenerateDataKey* and kms:Decrypt " +
    "with a customer managed key. A role has to let events.amazonaws.com assume it, and allow sqs:SendMessage, sns:Publish or " +
    "events:InvokeApiDestination on the target.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  ],
  checkEach: (target, { stack }) => {
    const { arn } = target.properties;
    const deadLetter = at(target.properties, DEAD_LETTER);
    const sent =
      target.properties.roleArn === undefined
        ? deliveredTo(stack, target, ARN, arn)
        : deliveredByRole(stack, target, arn);
    const results = [...sent, ...deliveredTo(stack, target, DEAD_LETTER, deadLetter)];
    return results.length === 0 ? notApplicable("the target is no topic, queue or API destination") : all(...results);
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
  const caller = callerOf(stack, target);
  return caller === undefined ? [undecided(property)] : [deliver(stack, target, property, caller)];
}

/** Where a role sends, the target's own policy need not let EventBridge in. */
function deliveredByRole(
  stack: Stack,
  target: StackResourceOf<typeof EVENT_TARGET>,
  destination: Value | undefined,
): readonly Results[] {
  if (destination === UNKNOWN) {
    return [undecided(ARN)];
  }
  const action = typeof destination === "string" ? SENDING[serviceOf(destination)] : undefined;
  if (typeof destination !== "string" || action === undefined) {
    return [];
  }
  const caller = callerOf(stack, target);
  return caller === undefined
    ? [undecided(ROLE_ARN)]
    : [
        followed(stack, target, ROLE_ARN, ROLE, (role) =>
          all(
            mustBeAssumable(ROLE_ARN, role, caller),
            mustBePermitted(stack, ROLE_ARN, role, [{ action, resource: destination }]),
          ),
        ),
      ];
}

/** `arn:aws:sqs:...` is `sqs`; of EventBridge's own, only API destinations are invoked. */
function serviceOf(arn: string): string {
  const [, , service = "", , , resource = ""] = arn.split(":");
  return service === "events" ? (resource.split("/")[0] ?? "") : service;
}

/** EventBridge says on whose behalf it calls to topics, queues and roles, and not to keys. */
function callerOf(stack: Stack, target: StackResourceOf<typeof EVENT_TARGET>): Caller | undefined {
  const rule = arnOfRule(stack, target);
  const account = arnParts(rule)?.account;
  return typeof rule !== "string" || account === undefined
    ? undefined
    : {
        service: "events.amazonaws.com",
        context: { "aws:sourcearn": rule, "aws:sourceaccount": account },
        keyContext: { "aws:sourcearn": null, "aws:sourceaccount": null },
      };
}

function arnOfRule(stack: Stack, target: StackResourceOf<typeof EVENT_TARGET>): Value | undefined {
  const reference = stack.references(target, EVENT_TARGET.path("rule"), EVENT_RULE);
  return reference.found === "resources" ? reference.resources[0].properties.arn : undefined;
}
