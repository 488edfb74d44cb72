import { serviceGrantsBoundRule } from "../../families/policy-grants";
import { TOPIC_POLICY } from "../../resources";

export const snsTopicPolicyServiceGrantsBound = serviceGrantsBoundRule(TOPIC_POLICY, {
  id: "sns-topic-policy-service-grants-bound",
  title: "SNS topic policies bind every service that they allow to a source",
  severity: "medium",
  property: "policy",
  rationale:
    "A service acts for every AWS customer. Without a condition on the source, another customer can make it send their " +
    "notifications to the topic.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"],
});
