import { resourceRule } from "../../rule";
import { mustNameServices } from "../named-grants";
import { TOPIC_POLICY } from "./topic-policy";

export const topicServiceGrantsNamed = resourceRule({
  id: "topic-service-grants-named",
  title: "A topic's policy names the services that it lets in, and what they may do",
  severity: "medium",
  type: TOPIC_POLICY,
  property: "policy",
  rationale: "A service that gives notice has to publish; one that may do everything may also subscribe somebody else.",
  fix: "Name the service as the principal and the actions that it needs, without a wildcard that takes in all of them.",
  links: ["https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"],
  covers: {},
  judge: ({ properties }) => mustNameServices(properties, "policy"),
});
