import { resourceRule } from "../../rule";
import { mustNameServices } from "../named-grants";

export const keyServiceGrantsNamed = resourceRule({
  id: "key-service-grants-named",
  title: "A key's policy names the services that it lets in, and what they may do",
  severity: "medium",
  type: "aws:kms/key:Key",
  property: "policy",
  rationale:
    "A service that may do everything with a key may also disable it, and whatever service is not named may come.",
  fix: "Name the service as the principal and the actions that it needs, without a wildcard that takes in all of them.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html"],
  covers: {},
  judge: ({ properties }) => mustNameServices(properties, "policy"),
});
