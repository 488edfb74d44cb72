/** Whether what carries evidence to its destination is let through: by a bucket's or a topic's policy, or as a role. */
import { type Value, UNKNOWN, at, isList } from "../properties";
import {
  KEY,
  POLICY,
  QUEUE,
  QUEUE_POLICY,
  ROLE_POLICY,
  ROLE_POLICY_ATTACHMENT,
  type ROLE,
  TOPIC,
  TOPIC_POLICY,
} from "../resources";
import { type Results, all } from "../result";
import { followed } from "../stack/references";
import type { Stack, StackResource, StackResourceOf } from "../stack/stack";
import { type Truth, must } from "../truth";
import { type Call, type CallContext, policiesAllow } from "./calls";
import { allowsKeyUse } from "./key-use";

type Role = StackResourceOf<typeof ROLE>;

/** A service that calls, and what each of its calls carries. */
export interface Caller {
  readonly service: string;
  readonly context: CallContext;
  /** What its calls to keys carry. @default - the same */
  readonly keyContext?: CallContext;
}

/** One action on one resource. */
export type Need = Pick<Call, "action" | "resource">;

/** What a resource that somebody references must let the caller do. */
export interface Delivery {
  /** The property that references the resource. */
  readonly property: string;
  readonly target: StackResource;
  readonly policies: readonly (Value | undefined)[];
  readonly needs: readonly Need[];
}

/** The policies of the target must let the service make every call. */
export function mustLetIn({ property, target, policies, needs }: Delivery, { service, context }: Caller): Results {
  const secure = { "aws:securetransport": "true", ...context };
  return all(
    ...needs.map((need) =>
      must(
        policiesAllow(policies, { ...need, service, context: secure }),
        property,
        `references the ${kindOf(target)} ${target.name}, whose policy does not allow ${service} ${need.action} here; allow it`,
      ),
    ),
  );
}

/** `aws:sns/topic:Topic` is a topic. */
function kindOf({ type }: StackResource): string {
  return (type.split(":").at(-1) ?? type).toLowerCase();
}

/** The caller must be able to publish to every topic behind the property, with the topic's key where it has one. */
export function mustBeAbleToPublish(stack: Stack, from: StackResource, property: string, caller: Caller): Results {
  return followed(stack, from, property, TOPIC, (topic) => {
    const { arn } = topic.properties;
    const needs = [{ action: "sns:Publish", ...(typeof arn === "string" ? { resource: arn } : {}) }];
    const policies = stack.referencing(topic, TOPIC_POLICY, "arn").map(({ properties }) => properties.policy);
    return all(
      mustLetIn({ property, target: topic, policies, needs }, caller),
      mustBeAbleToEncrypt(stack, topic, property, caller),
    );
  });
}

/** The caller must be able to send messages to every queue behind the property, with the queue's key where it has one. */
export function mustBeAbleToSend(stack: Stack, from: StackResource, property: string, caller: Caller): Results {
  return followed(stack, from, property, QUEUE, (queue) => {
    const { arn, policy } = queue.properties;
    const needs = [{ action: "sqs:SendMessage", ...(typeof arn === "string" ? { resource: arn } : {}) }];
    const apart = stack.referencing(queue, QUEUE_POLICY, "queueUrl").map(({ properties }) => properties.policy);
    return all(
      mustLetIn(
        { property, target: queue, policies: policy === undefined ? apart : [policy, ...apart], needs },
        caller,
      ),
      mustBeAbleToEncrypt(stack, queue, property, caller),
    );
  });
}

/** With the customer managed key of a topic or queue, where it has one. */
function mustBeAbleToEncrypt(
  stack: Stack,
  target: StackResourceOf<typeof TOPIC> | StackResourceOf<typeof QUEUE>,
  property: string,
  { service, context, keyContext = context }: Caller,
): Results {
  return at(target.properties, "kmsMasterKeyId") === undefined
    ? []
    : followed(stack, target, "kmsMasterKeyId", KEY, (key) =>
        allowsKeyUse(stack, key, {
          property,
          service,
          requests: ["kms:GenerateDataKey", "kms:Decrypt"].map((action) => ({ action, context: keyContext })),
        }),
      );
}

/** The caller must be able to assume the role. */
export function mustBeAssumable(property: string, role: Role, { service, context }: Caller): Results {
  return must(
    policiesAllow([role.properties.assumeRolePolicy], { action: "sts:AssumeRole", service, context }),
    property,
    `references the role ${role.name}, which ${service} may not assume here; allow it in the trust policy`,
  );
}

/** The role's permissions must let it do all that is needed. */
export function mustBePermitted(
  stack: Stack,
  property: string,
  role: Role,
  needs: readonly (Need & Partial<Pick<Call, "context">>)[],
): Results {
  const { policies, isWhole } = permissionsOf(stack, role);
  return all(
    ...needs.map((need) => {
      const allowed = policiesAllow(policies, { context: {}, ...need });
      return must(
        allowed === false && !isWhole ? UNKNOWN : allowed,
        property,
        `references the role ${role.name}, whose policies do not allow ${need.action} on ${need.resource ?? "*"}; allow it`,
      );
    }),
  );
}

/** A role's permissions, and whether they are all that the role has: what AWS or another stack wrote is not seen. */
function permissionsOf(stack: Stack, role: Role): { policies: readonly (Value | undefined)[]; isWhole: boolean } {
  const inline = at(role.properties, "inlinePolicies");
  const attached = stack
    .referencing(role, ROLE_POLICY_ATTACHMENT, "role")
    .map((attachment) => stack.references(attachment, "policyArn", POLICY));
  const declared = attached.flatMap((reference) => (reference.found === "resources" ? reference.resources : []));
  const own = [...stack.referencing(role, ROLE_POLICY, "role"), ...declared];
  return {
    policies: [
      ...own.map(({ properties }) => properties.policy),
      ...(isList(inline) ? inline.map((policy) => at(policy, "policy")) : []),
    ],
    isWhole:
      attached.every(({ found }) => found === "resources") && at(role.properties, "managedPolicyArns") === undefined,
  };
}

/** Whether a policy of AWS with the name is attached to the role. */
export function hasAwsPolicy(stack: Stack, role: Role, name: string): Truth {
  const arns = [
    ...stack.referencing(role, ROLE_POLICY_ATTACHMENT, "role").map(({ properties }) => properties.policyArn),
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
