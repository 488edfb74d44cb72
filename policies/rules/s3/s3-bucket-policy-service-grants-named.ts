import { serviceGrantsNamedRule } from "../../families/policy-grants";
import { BUCKET_POLICY } from "../../resources";

export const s3BucketPolicyServiceGrantsNamed = serviceGrantsNamedRule(BUCKET_POLICY, {
  id: "s3-bucket-policy-service-grants-named",
  title: "S3 bucket policies name the services that they allow, and their actions",
  severity: "medium",
  property: "policy",
  rationale: "A service that delivers logs needs to write them. With every action it can also read and delete them.",
});
