import { iamResourcePolicyNotPublic } from "../../../../policies/rules/iam/iam-resource-policy-not-public";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, type StackCase, describeStackRule } from "../../rule-harness";
import type { WireMap } from "../../../../pulumi/stack-state";
import { emptyStack, without } from "../../state-changes";
import { ACCOUNT, allow, documentOf } from "../policy-documents";
import { declared } from "../stack-resources";
import { beside } from "./forbidden-permissions";

const PUBLIC = documentOf(allow("*"));
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

function open(type: string, properties: WireMap, property = "policy"): FailingStackCase {
  return {
    title: `a ${type.split(":").at(-1) ?? type} that is open to everyone`,
    change: beside([declared(type, "open", properties)]),
    findings: [
      {
        name: "open",
        property,
        message: "allows everyone in statement 1; name the principals or add a condition that binds them",
      },
    ],
  };
}

const bound = (title: string, Condition: WireMap): StackCase => ({
  title,
  change: beside([declared(QUEUE_POLICY, "p", { queueUrl: "q", policy: documentOf(allow("*", { Condition })) })]),
});

describeStackRule(iamResourcePolicyNotPublic, {
  fails: [
    open(QUEUE_POLICY, { queueUrl: "q", policy: PUBLIC }),
    open("aws:sqs/queue:Queue", { name: "q", policy: PUBLIC }),
    open("aws:kms/keyPolicy:KeyPolicy", { keyId: "k", policy: PUBLIC }),
    open("aws:kms/replicaKey:ReplicaKey", { policy: PUBLIC }),
    open("aws:kms/externalKey:ExternalKey", { policy: PUBLIC }),
    open("aws:kms/replicaExternalKey:ReplicaExternalKey", { policy: PUBLIC }),
    open("aws:sns/topic:Topic", { policy: PUBLIC }),
    open("aws:s3/accessPoint:AccessPoint", { policy: PUBLIC }),
    open("aws:s3control/accessPointPolicy:AccessPointPolicy", { policy: PUBLIC }),
    open(
      "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
      { details: { name: "mrap", policy: PUBLIC } },
      "details.policy",
    ),
    open("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", { policyDocument: PUBLIC }, "policyDocument"),
    open("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", { accessPolicy: PUBLIC }, "accessPolicy"),
    open("aws:secretsmanager/secretPolicy:SecretPolicy", { policy: PUBLIC }),
  ],
  passes: [
    bound("everyone of the organization", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
    bound("everyone from one topic", { ArnEquals: { "aws:SourceArn": `arn:aws:sns:us-east-1:${ACCOUNT}:alarms` } }),
    {
      title: "a queue without a policy",
      change: beside([declared("aws:sqs/queue:Queue", "q", { name: "q" })]),
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: beside([declared(QUEUE_POLICY, "p", { queueUrl: "q", policy: UNKNOWN_VALUE })]),
      property: "policy",
    },
  ],
  notApplicable: [
    {
      title: "a stack whose policies all have rules of their own",
      change: (stack) =>
        [
          "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
          "aws:sns/topic:Topic",
          "aws:sqs/queue:Queue",
          "aws:sqs/queuePolicy:QueuePolicy",
        ].reduce((rest, type) => without(rest, { type }), stack),
    },
    { title: "a stack that declares nothing", change: () => emptyStack() },
  ],
});
