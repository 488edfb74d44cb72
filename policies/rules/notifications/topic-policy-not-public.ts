import { resourceRule } from "../../rule";
import { CALLER_KEYS, mustNotBePublic } from "../grants";
import { SOURCE_OWNER, TOPIC_POLICY } from "./topic-policy";

export const topicPolicyNotPublic = resourceRule({
  id: "topic-policy-not-public",
  title: "A topic's policy lets in nobody from everywhere",
  severity: "high",
  type: TOPIC_POLICY,
  property: "policy",
  rationale: "Whoever may subscribe reads what was logged where, and whoever may publish can raise false alarms.",
  fix: "Name the principals, or bind the statement by a condition such as aws:SourceAccount or aws:PrincipalOrgID.",
  links: ["https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"],
  covers: {
    prowler: ["sns_topics_not_publicly_accessible"],
    checkov: ["CKV_AWS_169"],
    config: ["SNS_TOPIC_NO_PUBLIC_ACCESS"],
  },
  judge: ({ properties }) => mustNotBePublic(properties, "policy", [...CALLER_KEYS, SOURCE_OWNER]),
});
