/** Whether what carries evidence to its destination is let through: by a bucket's or a topic's policy, or as a role. */
import { type Judgements, all } from "../judgement";
import { type Value, UNKNOWN, at, isList } from "../properties";
import type { Stack, StackResource } from "../stack";
import { type Call, policiesAllow } from "./calls";
import { KEY, judgeKeyUse } from "./kms/key-use";
import { followed } from "./references";
import { type Truth, must } from "./truth";

export const ROLE = "aws:iam/role:Role";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const ROLE_POLICY_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const TOPIC = "aws:sns/topic:Topic";
const POLICY = "aws:iam/policy:Policy";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";

/** A service that calls, and what each of its calls carries. */
export interface Caller {
  readonly service: string;
  readonly context: Readonly<Record<string, string>>;
}

/** One action on one resource. */
export type Need = Pick<Call, "action" | "resource">;

/** What a resource that somebody refers to must let the caller do. */
export interface Asked {
  /** The property that leads to the resource. */
  readonly property: string;
  readonly target: StackResource;
  readonly policies: readonly (Value | undefined)[];
  readonly needs: readonly Need[];
}

/** The policies of the target must let the service make every call. */
export function mustLetIn({ property, target, policies, needs }: Asked, { service, context }: Caller): Judgements {
  const secure = { "aws:securetransport": "true", ...context };
  return all(
    ...needs.map((need) =>
      must(
        policiesAllow(policies, { ...need, service, context: secure }),
        property,
        `leads to ${target.name}, whose policy refuses ${need.action} to ${service} here; it must allow it`,
      ),
    ),
  );
}

/** The caller must be able to publish to every topic behind the property, with the topic's key where it has one. */
export function mustBeAbleToPublish(stack: Stack, from: StackResource, property: string, caller: Caller): Judgements {
  return followed(stack, from, property, TOPIC, (topic) => {
    const { arn } = topic.properties;
    const needs = [{ action: "sns:Publish", ...(typeof arn === "string" ? { resource: arn } : {}) }];
    const policies = stack.pointingAt(topic, TOPIC_POLICY, "arn").map(({ properties }) => properties["policy"]);
    return all(
      mustLetIn({ property, target: topic, policies, needs }, caller),
      at(topic.properties, "kmsMasterKeyId") === undefined
        ? []
        : followed(stack, topic, "kmsMasterKeyId", KEY, (key) =>
            judgeKeyUse(stack, key, {
              property,
              service: caller.service,
              requests: ["kms:GenerateDataKey", "kms:Decrypt"].map((action) => ({ action, context: caller.context })),
            }),
          ),
    );
  });
}

/** The caller must be able to assume the role. */
export function mustBeAssumable(property: string, role: StackResource, { service, context }: Caller): Judgements {
  return must(
    policiesAllow([role.properties["assumeRolePolicy"]], { action: "sts:AssumeRole", service, context }),
    property,
    `leads to ${role.name}, which ${service} may not assume here; it must be able to`,
  );
}

/** The role's permissions must let it do all that is needed. */
export function mustBePermitted(
  stack: Stack,
  property: string,
  role: StackResource,
  needs: readonly Need[],
): Judgements {
  const { policies, isWhole } = permissionsOf(stack, role);
  return all(
    ...needs.map((need) => {
      const allowed = policiesAllow(policies, { ...need, context: {} });
      return must(
        allowed === false && !isWhole ? UNKNOWN : allowed,
        property,
        `leads to ${role.name}, whose permissions lack ${need.action} on ${need.resource ?? "*"}; they must have it`,
      );
    }),
  );
}

/** A role's permissions, and whether they are all that the role has: what AWS or another stack wrote is not seen. */
function permissionsOf(
  stack: Stack,
  role: StackResource,
): { policies: readonly (Value | undefined)[]; isWhole: boolean } {
  const inline = at(role.properties, "inlinePolicies");
  const attached = stack
    .pointingAt(role, ROLE_POLICY_ATTACHMENT, "role")
    .map((attachment) => stack.behind(attachment, "policyArn", POLICY));
  const declared = attached.flatMap((reference) => (reference.found === "resources" ? reference.resources : []));
  const own = [...stack.pointingAt(role, ROLE_POLICY, "role"), ...declared];
  return {
    policies: [
      ...own.map(({ properties }) => properties["policy"]),
      ...(isList(inline) ? inline.map((policy) => at(policy, "policy")) : []),
    ],
    isWhole:
      attached.every(({ found }) => found === "resources") && at(role.properties, "managedPolicyArns") === undefined,
  };
}

/** Whether a policy of AWS with the name is attached to the role. */
export function hasAwsPolicy(stack: Stack, role: StackResource, name: string): Truth {
  const arns = [
    ...stack.pointingAt(role, ROLE_POLICY_ATTACHMENT, "role").map(({ properties }) => properties["policyArn"]),
    ...listOf(at(role.properties, "managedPolicyArns")),
  ];
  if (arns.some((arn) => typeof arn === "string" && arn.endsWith(`:aws:policy/${name}`))) {
    return true;
  }
  return arns.includes(UNKNOWN) ? UNKNOWN : false;
}

function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : value === undefined ? [] : [value];
}

/** The parts of an ARN that calls carry. */
export function arnParts(arn: Value | undefined): { partition: string; region: string; account: string } | undefined {
  const [, partition, , region, account] = typeof arn === "string" ? arn.split(":") : [];
  return partition === undefined || region === undefined || account === undefined
    ? undefined
    : { partition, region, account };
}
