import { serviceGrantsBoundRule } from "../../families/policy-grants";
import { BUCKET_POLICY } from "../../resources";

export const s3BucketPolicyServiceGrantsBound = serviceGrantsBoundRule(BUCKET_POLICY, {
  id: "s3-bucket-policy-service-grants-bound",
  title: "S3 bucket policies bind the services that they allow by a condition on the source",
  severity: "high",
  property: "policy",
  rationale:
    "A service acts for every AWS customer. Without a condition another customer can have it deliver forged logs " +
    "into the evidence.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  ],
});
