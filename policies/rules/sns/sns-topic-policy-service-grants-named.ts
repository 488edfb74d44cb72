import { serviceGrantsNamedRule } from "../../families/policy-grants";
import { TOPIC_POLICY } from "../../resources";

export const snsTopicPolicyServiceGrantsNamed = serviceGrantsNamedRule(TOPIC_POLICY, {
  id: "sns-topic-policy-service-grants-named",
  title: "SNS topic policies name the services that they allow, and their actions",
  severity: "medium",
  property: "policy",
  rationale:
    "A service that sends notifications needs to publish. With every action it can also subscribe other endpoints.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"],
});
