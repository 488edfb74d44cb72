import { iamResourcePolicyServiceGrantsBound } from "../../../../policies/rules/iam/iam-resource-policy-service-grants-bound";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, type StackCase, describeStackRule } from "../../rule-harness";
import { ACCOUNT, allow, documentOf } from "../policy-documents";
import { declared } from "../stack-resources";
import { beside } from "./forbidden-permissions";

const SERVICE = { Service: "events.amazonaws.com" };
const OPEN = documentOf(allow(SERVICE, { Action: "sqs:SendMessage" }));
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

const unbound = (type: string, properties: WireMap): FailingStackCase => ({
  title: `a ${type.split(":").at(-1) ?? type} that a service may use for anyone`,
  change: beside([declared(type, "open", properties)]),
  findings: [
    {
      name: "open",
      property: "policy",
      message: "allows events.amazonaws.com without a condition in statement 1; add one that binds the source",
    },
  ],
});

const bound = (title: string, Condition: WireMap): StackCase => ({
  title,
  change: beside([
    declared(QUEUE_POLICY, "p", {
      queueUrl: "q",
      policy: documentOf(allow(SERVICE, { Action: "sqs:SendMessage", Condition })),
    }),
  ]),
});

describeStackRule(iamResourcePolicyServiceGrantsBound, {
  fails: [
    unbound(QUEUE_POLICY, { queueUrl: "q", policy: OPEN }),
    unbound("aws:sqs/queue:Queue", { name: "q", policy: OPEN }),
    unbound("aws:kms/keyPolicy:KeyPolicy", { keyId: "k", policy: OPEN }),
    unbound("aws:sns/topic:Topic", { policy: OPEN }),
    unbound("aws:s3/accessPoint:AccessPoint", { policy: OPEN }),
  ],
  passes: [
    bound("a service bound to a rule", {
      ArnEquals: { "aws:SourceArn": `arn:aws:events:us-east-1:${ACCOUNT}:rule/tamper` },
    }),
    bound("a service bound to the account", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: beside([declared(QUEUE_POLICY, "p", { queueUrl: "q", policy: UNKNOWN_VALUE })]),
      property: "policy",
    },
  ],
});
