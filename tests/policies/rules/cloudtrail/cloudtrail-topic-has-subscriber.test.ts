import { cloudtrailTopicHasSubscriber } from "../../../../policies/rules/cloudtrail/cloudtrail-topic-has-subscriber";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared } from "../stack-resources";

const TRAIL = { type: "aws:cloudtrail/trail:Trail", name: "baseline-trail" };
const TOPIC = { type: "aws:sns/topic:Topic", name: "baseline-trail-topic" };
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const OF_THE_TRAIL = {
  type: SUBSCRIPTION,
  name: "baseline-trail-topic-sqs-arn:aws:sqs:eu-central-1:111122223333:trail-deliveries",
};
const UNHEARD = [
  {
    name: TRAIL.name,
    message: `references the topic ${TOPIC.name}, to which nobody subscribes; declare a subscription`,
  },
] as const;

/** Without the subscription of the trail's topic; the alarms' topics have one each. */
const unheard = (stack: readonly ResourceState[]) => withoutNamed(stack, OF_THE_TRAIL.name);

describeStackRule(cloudtrailTopicHasSubscriber, {
  fails: [
    { title: "a topic to which nobody subscribes, beside topics of others", change: unheard, findings: UNHEARD },
    {
      title: "a stack without any subscription",
      change: (stack) => without(stack, { type: SUBSCRIPTION }),
      findings: UNHEARD,
    },
    {
      title: "a subscription to a topic of another stack",
      change: (stack) => [
        ...unheard(stack),
        declared(SUBSCRIPTION, "elsewhere", { topic: "arn:aws:sns:eu-central-1:444455556666:other" }),
      ],
      findings: UNHEARD,
    },
  ],
  passes: [
    {
      title: "a subscription that names the topic's ARN",
      change: (stack) => [
        ...unheard(stack),
        declared(SUBSCRIPTION, "by-arn", { topic: "arn:aws:sns:eu-central-1:111122223333:baseline-trail-deliveries" }),
      ],
    },
  ],
  unknown: [
    {
      title: "which topic a subscription is to",
      change: (stack) => [...unheard(stack), declared(SUBSCRIPTION, "unknown", { topic: UNKNOWN_VALUE })],
      property: "snsTopicName",
    },
    {
      title: "which topic the trail tells",
      change: (stack) =>
        changeAll(stack, TRAIL, { set: { snsTopicName: UNKNOWN_VALUE } }).map((resource) =>
          resource.type === TRAIL.type ? { ...resource, propertyDependencies: {}, dependencies: [] } : resource,
        ),
      property: "snsTopicName",
    },
    {
      title: "a topic of another stack",
      change: (stack) => without(stack, TOPIC),
      property: "snsTopicName",
      message: "references what this stack does not declare, which cannot be checked here",
    },
  ],
  notApplicable: [
    { title: "a trail without a topic", change: (stack) => changeAll(stack, TRAIL, { remove: ["snsTopicName"] }) },
  ],
});

/** The name of a subscription holds an ARN, whose colons part the names of a URN too. */
function withoutNamed(stack: readonly ResourceState[], name: string): readonly ResourceState[] {
  return stack.filter(({ urn }) => !urn.endsWith(`::${name}`));
}
