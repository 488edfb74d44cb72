import { snsTopicPolicyServiceGrantsBound } from "../../../../policies/rules/sns/sns-topic-policy-service-grants-bound";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, serviceCases } from "../policy-documents";

const { fails, passes } = serviceCases("policy");

describeResourceRule(snsTopicPolicyServiceGrantsBound, {
  fails,
  passes: [
    ...passes,
    documentCases("policy").passes(
      "a service bound by SNS's own key for the account",
      allow({ Service: "cloudwatch.amazonaws.com" }, { Condition: { StringEquals: { "AWS:SourceOwner": ACCOUNT } } }),
    ),
  ],
});
