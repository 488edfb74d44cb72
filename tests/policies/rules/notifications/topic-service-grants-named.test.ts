import { topicServiceGrantsNamed } from "../../../../policies/rules/notifications/topic-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(topicServiceGrantsNamed, namedCases("policy", "sns:Publish"));
