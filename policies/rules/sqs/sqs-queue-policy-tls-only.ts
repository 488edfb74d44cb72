import { policyTlsOnlyRule } from "../../families/policy-tls-only";
import { QUEUE_POLICY } from "../../resources";

export const sqsQueuePolicyTlsOnly = policyTlsOnlyRule(QUEUE_POLICY, {
  id: "sqs-queue-policy-tls-only",
  title: "SQS queue policies deny requests without TLS",
  severity: "medium",
  elsewhere: "good-practice",
  property: "policy",
  rationale: "SQS still accepts plain HTTP, over which a message can be read and changed in transit.",
  remediation: 'Deny sqs:* to "*" on the queue when aws:SecureTransport is "false".',
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  ],
  denial: {
    inWords: "deny everyone sqs:* on the queue when aws:SecureTransport is false",
    action: "sqs:*",
    // SQS takes the ARN of no other queue in a queue's policy.
    protects: (resource) => [resource],
  },
});
