import { resourceRule } from "../../rule";
import { mustBindServices } from "../grants";
import { BUCKET_POLICY } from "./bucket";

export const bucketServiceGrantsBound = resourceRule({
  id: "bucket-service-grants-bound",
  title: "A bucket's policy binds every service that it lets in",
  severity: "high",
  type: BUCKET_POLICY,
  property: "policy",
  rationale:
    "A service acts for every customer of AWS: unbound, it can be made to deliver somebody else's forged logs into the evidence.",
  fix: "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement.",
  links: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  ],
  covers: {},
  judge: ({ properties }) => mustBindServices(properties, "policy"),
});
