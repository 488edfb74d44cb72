import { iamResourcePolicyDeclaredOnce } from "../../../../policies/rules/iam/iam-resource-policy-declared-once";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import { declared, urnOf } from "../stack-resources";
import { beside } from "./forbidden-permissions";

const TOPIC_ARN = "arn:aws:sns:eu-central-1:111122223333:of-another-stack";

const twice = (type: string, property: string, target: string): FailingStackCase => ({
  title: `two of ${type} for one target`,
  change: beside([declared(type, "first", { [property]: target }), declared(type, "second", { [property]: target })]),
  findings: [
    { name: "first", property, message: "is that of second as well; declare one policy" },
    { name: "second", property, message: "is that of first as well; declare one policy" },
  ],
});

const topicPolicy = (name: string, arn: string) => declared("aws:sns/topicPolicy:TopicPolicy", name, { arn });

/** A topic of the stack, with a policy that the program gave, and not one that the provider shows. */
const topic = (policy: string, given: readonly string[] = ["policy"]) =>
  declared(
    "aws:sns/topic:Topic",
    "alerts",
    { arn: TOPIC_ARN, policy },
    { propertyDependencies: Object.fromEntries(given.map((property) => [property, []])) },
  );

describeStackRule(iamResourcePolicyDeclaredOnce, {
  fails: [
    twice("aws:sns/topicPolicy:TopicPolicy", "arn", TOPIC_ARN),
    twice("aws:sqs/queuePolicy:QueuePolicy", "queueUrl", "https://sqs.eu-central-1.amazonaws.com/111122223333/q"),
    twice("aws:kms/keyPolicy:KeyPolicy", "keyId", "1234abcd-12ab-34cd-56ef-1234567890ab"),
    twice(
      "aws:secretsmanager/secretPolicy:SecretPolicy",
      "secretArn",
      "arn:aws:secretsmanager:eu-central-1:1:secret:s",
    ),
    twice(
      "aws:s3control/accessPointPolicy:AccessPointPolicy",
      "accessPointArn",
      "arn:aws:s3:eu-central-1:1:accesspoint/a",
    ),
    twice(
      "aws:s3tables/tableBucketPolicy:TableBucketPolicy",
      "tableBucketArn",
      "arn:aws:s3tables:eu-central-1:1:bucket/b",
    ),
    {
      title: "two policies of a topic of this stack, one by its ARN and one by a dependency",
      change: beside([
        declared("aws:sns/topic:Topic", "alerts", { arn: UNKNOWN_VALUE }),
        declared(
          "aws:sns/topicPolicy:TopicPolicy",
          "first",
          { arn: UNKNOWN_VALUE },
          of("aws:sns/topic:Topic", "alerts"),
        ),
        declared(
          "aws:sns/topicPolicy:TopicPolicy",
          "second",
          { arn: UNKNOWN_VALUE },
          of("aws:sns/topic:Topic", "alerts"),
        ),
      ]),
      findings: [
        { name: "first", property: "arn", message: "is that of second as well; declare one policy" },
        { name: "second", property: "arn", message: "is that of first as well; declare one policy" },
      ],
    },
    {
      title: "a policy of a topic that has one of its own",
      change: beside([topic("{}"), topicPolicy("apart", TOPIC_ARN)]),
      findings: [
        { name: "apart", property: "arn", message: "is for alerts, which has a policy of its own; declare one policy" },
      ],
    },
    {
      title: "the only policy of its type, for a key that has one of its own",
      change: () => [
        declared(
          "aws:kms/key:Key",
          "key",
          { keyId: "k", policy: UNKNOWN_VALUE },
          { propertyDependencies: { policy: [] } },
        ),
        declared("aws:kms/keyPolicy:KeyPolicy", "apart", { keyId: "k" }),
      ],
      findings: [
        { name: "apart", property: "keyId", message: "is for key, which has a policy of its own; declare one policy" },
      ],
    },
  ],
  passes: [
    {
      title: "a policy that the provider shows on the topic as well",
      change: beside([topic("{}", []), topicPolicy("apart", TOPIC_ARN)]),
    },
    {
      title: "a policy of a topic whose own is empty",
      change: beside([topic(""), topicPolicy("apart", TOPIC_ARN)]),
    },
    {
      title: "policies of two topics",
      change: beside([topicPolicy("a", TOPIC_ARN), topicPolicy("b", `${TOPIC_ARN}-2`)]),
    },
  ],
  unknown: [
    {
      title: "policies of topics that are not known",
      change: beside([topicPolicy("a", UNKNOWN_VALUE), topicPolicy("b", TOPIC_ARN)]),
      property: "arn",
    },
  ],
  notApplicable: [
    {
      title: "the only policy of its type, whatever it is for",
      change: (stack) => [
        ...stack.filter(({ type }) => !iamResourcePolicyDeclaredOnce.types.includes(type)),
        topicPolicy("only", UNKNOWN_VALUE),
      ],
    },
    {
      title: "a stack without such policies",
      change: (stack) => stack.filter(({ type }) => !iamResourcePolicyDeclaredOnce.types.includes(type)),
    },
  ],
});

function of(type: string, name: string) {
  return { propertyDependencies: { arn: [urnOf(type, name)] } };
}
