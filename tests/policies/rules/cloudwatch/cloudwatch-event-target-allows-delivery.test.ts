import { cloudwatchEventTargetAllowsDelivery } from "../../../../policies/rules/cloudwatch/cloudwatch-event-target-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { ACCOUNT, allow, documentOf } from "../policy-documents";

const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const ONE = { type: TARGET, name: "baseline-us-east-1-events-kms-alert" };
const TOPIC_POLICY = { type: "aws:sns/topicPolicy:TopicPolicy", name: "baseline-us-east-1-alerts-topic-policy" };
const QUEUE_POLICY = { type: "aws:sqs/queuePolicy:QueuePolicy", name: "baseline-us-east-1-alerts-undelivered-policy" };
const QUEUE = { type: "aws:sqs/queue:Queue", name: "baseline-us-east-1-alerts-undelivered" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-us-east-1-alerts-key" };

/** All targets in the region but one, so that there is one finding. */
const onlyOne = (stack: readonly ResourceState[]): readonly ResourceState[] =>
  stack.filter(({ type, urn }) => type !== TARGET || urn.endsWith(`::${ONE.name}`));
const change = (which: typeof ONE, set: WireMap) => (stack: readonly ResourceState[]) =>
  changeAll(onlyOne(stack), which, { set });
const finding = (property: string, message: string) => [{ name: ONE.name, property, message }] as const;

const NOT_PUBLISHED = finding(
  "arn",
  "references the topic baseline-us-east-1-alerts-topic, whose policy does not allow events.amazonaws.com sns:Publish here; allow it",
);
const NOT_SENT = finding(
  "deadLetterConfig.arn",
  `references the queue ${QUEUE.name}, whose policy does not allow events.amazonaws.com sqs:SendMessage here; allow it`,
);
const DESTINATION = "arn:aws:events:us-east-1:111122223333:api-destination/siem/1234abcd-12ab-34cd-56ef-1234567890ab";
const FOREIGN_QUEUE = "arn:aws:sqs:us-east-1:444455556666:events";
const ROLE_ARN = "arn:aws:iam::111122223333:role/siem";

/** A stack whose one target is sent to by a role. */
const byRole =
  (arn: string, Action: string, Resource: string, trusted = "events.amazonaws.com") =>
  (): readonly ResourceState[] => {
    const role = declared("aws:iam/role:Role", "siem", {
      name: "siem",
      arn: ROLE_ARN,
      assumeRolePolicy: documentOf(allow({ Service: trusted }, { Action: "sts:AssumeRole" })),
    });
    const rule = declared(RULE, "kms", { name: "kms", arn: "arn:aws:events:us-east-1:111122223333:rule/kms" });
    const target = declared(TARGET, ONE.name, { rule: "kms", arn, roleArn: ROLE_ARN });
    return [
      ...emptyStack(),
      role,
      declared("aws:iam/rolePolicy:RolePolicy", "siem", {
        role: "siem",
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }),
      }),
      rule,
      target,
    ];
  };

const publish = (Condition: WireMap) =>
  documentOf(allow({ Service: "events.amazonaws.com" }, { Action: ["sns:Publish", "sqs:SendMessage"], Condition }));

describeStackRule(cloudwatchEventTargetAllowsDelivery, {
  fails: [
    {
      title: "a topic without a policy",
      change: (stack) => without(onlyOne(stack), TOPIC_POLICY),
      findings: NOT_PUBLISHED,
    },
    {
      title: "a topic for another account's rules",
      change: change(TOPIC_POLICY, { policy: publish({ StringEquals: { "aws:SourceAccount": "444455556666" } }) }),
      findings: NOT_PUBLISHED,
    },
    {
      title: "a key that EventBridge may not use",
      change: change(KEY, { policy: documentOf(allow({ AWS: ACCOUNT })) }),
      findings: finding(
        "arn",
        `references the key ${KEY.name}, whose policy does not allow events.amazonaws.com kms:GenerateDataKey, kms:Decrypt; allow it`,
      ),
    },
    {
      title: "a key that asks for a source, which EventBridge does not send to keys",
      change: change(KEY, {
        policy: documentOf(
          allow(
            { Service: "events.amazonaws.com" },
            { Action: "kms:*", Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } },
          ),
        ),
      }),
      findings: finding(
        "arn",
        `references the key ${KEY.name}, whose policy does not allow events.amazonaws.com kms:GenerateDataKey, kms:Decrypt; allow it`,
      ),
    },
    {
      title: "a queue of what could not be delivered, without a policy",
      change: (stack) => without(onlyOne(stack), QUEUE_POLICY),
      findings: NOT_SENT,
    },
    {
      title: "a queue for another account's rules",
      change: change(QUEUE_POLICY, {
        policy: publish({ ArnLike: { "aws:SourceArn": "arn:aws:events:*:444455556666:rule/*" } }),
      }),
      findings: NOT_SENT,
    },
    {
      title: "a role that may not invoke the API destination",
      change: byRole(DESTINATION, "events:InvokeApiDestination", DESTINATION.replace("siem", "other")),
      findings: finding(
        "roleArn",
        `references the role siem, whose policies do not allow events:InvokeApiDestination on ${DESTINATION}; allow it`,
      ),
    },
    {
      title: "a role that may not send to the queue",
      change: byRole(FOREIGN_QUEUE, "sqs:ReceiveMessage", FOREIGN_QUEUE),
      findings: finding(
        "roleArn",
        `references the role siem, whose policies do not allow sqs:SendMessage on ${FOREIGN_QUEUE}; allow it`,
      ),
    },
    {
      title: "a role that EventBridge may not assume",
      change: byRole(FOREIGN_QUEUE, "sqs:SendMessage", FOREIGN_QUEUE, "lambda.amazonaws.com"),
      findings: finding(
        "roleArn",
        "references the role siem, which events.amazonaws.com may not assume here; allow it in the trust policy",
      ),
    },
  ],
  passes: [
    {
      title: "an API destination that the role may invoke",
      change: byRole(DESTINATION, "events:InvokeApiDestination", DESTINATION.replace(/[^/]+$/, "*")),
    },
    {
      title: "a queue of another account to which the role may send",
      change: byRole(FOREIGN_QUEUE, "sqs:SendMessage", FOREIGN_QUEUE),
    },
    {
      title: "a queue whose policy stands in the queue itself",
      change: (stack) => changeAll(without(onlyOne(stack), QUEUE_POLICY), QUEUE, { set: { policy: publish({}) } }),
    },
  ],
  unknown: [
    {
      title: "a role's target that is not known",
      change: () =>
        changeAll(byRole(FOREIGN_QUEUE, "sqs:SendMessage", FOREIGN_QUEUE)(), ONE, { set: { arn: UNKNOWN_VALUE } }),
      property: "arn",
    },
    {
      title: "a target that is not known",
      change: change(ONE, { arn: UNKNOWN_VALUE }),
      property: "arn",
    },
    {
      title: "a policy that is not known yet",
      change: change(TOPIC_POLICY, { policy: UNKNOWN_VALUE }),
      property: "arn",
    },
    {
      title: "a queue's policy that is not known yet",
      change: change(QUEUE_POLICY, { policy: UNKNOWN_VALUE }),
      property: "deadLetterConfig.arn",
    },
    {
      title: "a rule of another stack",
      change: (stack) =>
        without(onlyOne(stack), { type: RULE }).map((resource) =>
          resource.type === TARGET
            ? { ...changeAll([resource], ONE, { remove: ["deadLetterConfig"] })[0], propertyDependencies: {} }
            : resource,
        ) as readonly ResourceState[], // the one resource of the list
      property: "arn",
    },
  ],
  notApplicable: [
    {
      title: "a target that is a function",
      change: () => [
        ...emptyStack(),
        declared(TARGET, "function", { rule: "r", arn: "arn:aws:lambda:us-east-1:111122223333:function:f" }),
      ],
    },
  ],
});
