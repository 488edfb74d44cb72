import { resourceRule } from "../../rule";
import { SOURCE_KEYS, mustBindServices } from "../grants";
import { SOURCE_OWNER, TOPIC_POLICY } from "./topic-policy";

export const topicServiceGrantsBound = resourceRule({
  id: "topic-service-grants-bound",
  title: "A topic's policy binds every service that it lets in",
  severity: "medium",
  type: TOPIC_POLICY,
  property: "policy",
  rationale:
    "A service acts for every customer of AWS: unbound, it can be made to send somebody else's notices to the topic.",
  fix: "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement.",
  links: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
  ],
  covers: {},
  judge: ({ properties }) => mustBindServices(properties, "policy", { keys: [...SOURCE_KEYS, SOURCE_OWNER] }),
});
