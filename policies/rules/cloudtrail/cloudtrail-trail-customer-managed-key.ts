import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { TRAIL } from "../../resources";

export const cloudtrailTrailCustomerManagedKey = customerManagedKeyRule(TRAIL, {
  id: "cloudtrail-trail-customer-managed-key",
  title: "CloudTrail trails encrypt their log files with a customer managed key",
  severity: "high",
  property: "kmsKeyId",
  rationale: "Without a customer managed key nobody can restrict, audit or revoke the right to read the log files.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
  ],
  related: {
    prowler: ["cloudtrail_kms_encryption_enabled"],
    checkov: ["CKV_AWS_35"],
    securityHub: ["CloudTrail.2"],
    config: ["CLOUD_TRAIL_ENCRYPTION_ENABLED"],
  },
});
