import { policyNotPublicRule } from "../../families/policy-grants";
import { TOPIC_POLICY } from "../../resources";

export const snsTopicPolicyNotPublic = policyNotPublicRule(TOPIC_POLICY, {
  id: "sns-topic-policy-not-public",
  title: "SNS topic policies do not allow public access",
  severity: "high",
  property: "policy",
  rationale: "Anyone who can subscribe reads what was logged where, and anyone who can publish can raise false alarms.",
  remediation:
    "Name the principals, or add a condition such as aws:SourceAccount or aws:PrincipalOrgID to the statement.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"],
  related: {
    prowler: ["sns_topics_not_publicly_accessible"],
    checkov: ["CKV_AWS_169"],
    config: ["SNS_TOPIC_NO_PUBLIC_ACCESS"],
  },
});
