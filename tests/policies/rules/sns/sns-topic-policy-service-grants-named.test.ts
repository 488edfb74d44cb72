import { snsTopicPolicyServiceGrantsNamed } from "../../../../policies/rules/sns/sns-topic-policy-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(snsTopicPolicyServiceGrantsNamed, namedCases("policy", "sns:Publish"));
