import { resourceRule } from "../../rule";
import { mustNameServices } from "../named-grants";
import { BUCKET_POLICY } from "./bucket";

export const bucketServiceGrantsNamed = resourceRule({
  id: "bucket-service-grants-named",
  title: "A bucket's policy names the services that it lets in, and what they may do",
  severity: "medium",
  type: BUCKET_POLICY,
  property: "policy",
  rationale:
    "A service that delivers logs has to write them; one that may do everything may also read and delete them.",
  fix: "Name the service as the principal and the actions that it needs, without a wildcard that takes in all of them.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  covers: {},
  judge: ({ properties }) => mustNameServices(properties, "policy"),
});
