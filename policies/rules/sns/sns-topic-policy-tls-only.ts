import { policyTlsOnlyRule } from "../../families/policy-tls-only";
import { TOPIC_POLICY } from "../../resources";

export const snsTopicPolicyTlsOnly = policyTlsOnlyRule(TOPIC_POLICY, {
  id: "sns-topic-policy-tls-only",
  title: "SNS topic policies deny publishing without TLS",
  severity: "medium",
  elsewhere: "good-practice",
  property: "policy",
  rationale: "SNS still accepts plain HTTP, over which a notification can be read and changed in transit.",
  remediation: 'Deny sns:Publish to "*" on the topic when aws:SecureTransport is "false".',
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"],
  denial: {
    inWords: "deny everyone sns:Publish on the topic when aws:SecureTransport is false",
    action: "sns:Publish",
    // SNS takes the ARN of no other topic in a topic's policy.
    protects: (resource) => [resource],
  },
});
