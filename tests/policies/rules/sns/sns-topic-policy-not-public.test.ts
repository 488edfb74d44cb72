import { snsTopicPolicyNotPublic } from "../../../../policies/rules/sns/sns-topic-policy-not-public";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, publicCases } from "../policy-documents";

const { fails, passes } = publicCases("policy");

describeResourceRule(snsTopicPolicyNotPublic, {
  fails,
  passes: [
    ...passes,
    documentCases("policy").passes(
      "everyone, bound by SNS's own key for the account",
      allow({ AWS: "*" }, { Condition: { StringEquals: { "AWS:SourceOwner": ACCOUNT } } }),
    ),
  ],
});
