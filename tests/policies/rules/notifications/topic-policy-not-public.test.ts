import { topicPolicyNotPublic } from "../../../../policies/rules/notifications/topic-policy-not-public";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, publicCases } from "../policy-documents";

const { fails, passes } = publicCases("policy");

describeResourceRule(topicPolicyNotPublic, {
  fails,
  passes: [
    ...passes,
    documentCases("policy").passes(
      "everyone, bound by SNS's own key for the account",
      allow({ AWS: "*" }, { Condition: { StringEquals: { "AWS:SourceOwner": ACCOUNT } } }),
    ),
  ],
});
