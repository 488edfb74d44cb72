import { type Unknown, UNKNOWN, at } from "../../properties";
import { oneOf, resourceType } from "../../resource-type";
import { fail, notApplicable, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { type Stack, type StackResource, isGiven } from "../../stack/stack";
import type { Truth } from "../../truth";

/** Token of a type that replaces the whole policy of its target -> the reference to the target, and the target's type. */
const TARGETS: Readonly<Record<string, readonly [property: string, target: string]>> = {
  "aws:kms/keyPolicy:KeyPolicy": ["keyId", "aws:kms/key:Key"],
  "aws:s3control/accessPointPolicy:AccessPointPolicy": ["accessPointArn", "aws:s3/accessPoint:AccessPoint"],
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": ["tableBucketArn", "aws:s3tables/tableBucket:TableBucket"],
  "aws:secretsmanager/secretPolicy:SecretPolicy": ["secretArn", "aws:secretsmanager/secret:Secret"],
  "aws:sns/topicPolicy:TopicPolicy": ["arn", "aws:sns/topic:Topic"],
  "aws:sqs/queuePolicy:QueuePolicy": ["queueUrl", "aws:sqs/queue:Queue"],
};

export const iamResourcePolicyDeclaredOnce = stackRule(oneOf(Object.keys(TARGETS)), {
  id: "iam-resource-policy-declared-once",
  title: "Topics, queues, keys, secrets and access points have one policy",
  severity: "high",
  property: "permissions",
  rationale:
    "A resource has one policy. Where a program declares two, each replaces the other, and which one stands is decided by the order of " +
    "an update: a refusal in the one is gone when the other comes last.",
  remediation: "Put the statements into one resource.",
  references: [
    "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
    "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  ],
  checkEach: (policy, { stack }) => {
    const [property = "", target = ""] = TARGETS[policy.type] ?? [];
    const own = targetsOf(stack, policy, property, target);
    const inline = own === UNKNOWN ? undefined : own.map((urn) => stack.withUrn(urn)).find(hasPolicyOfItsOwn);
    if (inline !== undefined) {
      return fail(property, `is for ${inline.name}, which has a policy of its own; declare one policy`);
    }
    const others = stack
      .ofToken(policy.type)
      .filter(({ urn }) => urn !== policy.urn)
      .map((other) => ({ other, shared: sharesTarget(own, targetsOf(stack, other, property, target)) }));
    if (others.length === 0) {
      return notApplicable(`the stack has no other resource of the type ${policy.type}`);
    }
    const certain = others.filter(({ shared }) => shared === true);
    if (certain.length > 0) {
      const names = certain.map(({ other: { name } }) => name).join(", ");
      return fail(property, `is that of ${names} as well; declare one policy`);
    }
    return others.some(({ shared }) => shared === UNKNOWN) ? undecided(property) : pass;
  },
});

/** Whether the program gave the resource a policy inline; what stands there is shown in the same property. */
function hasPolicyOfItsOwn(target: StackResource | undefined): boolean {
  const value = at(target?.properties, "policy");
  return target !== undefined && isGiven(target, "policy") && value !== undefined && value !== "";
}

/** The resources that the policy is for, or what the reference says where they are of another stack. */
function targetsOf(stack: Stack, policy: StackResource, property: string, target: string): readonly string[] | Unknown {
  const reference = stack.references(policy, property, resourceType(target));
  if (reference.found === "resources") {
    return reference.resources.map(({ urn }) => urn);
  }
  const value = at(policy.properties, property);
  return typeof value === "string" ? [value] : UNKNOWN;
}

function sharesTarget(one: readonly string[] | Unknown, other: readonly string[] | Unknown): Truth {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : one.some((target) => other.includes(target));
}
