import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";

export const trailEncryptedWithCustomerKey = resourceRule({
  id: "trail-encrypted-with-customer-key",
  title: "A trail encrypts its log files with a customer key",
  severity: "high",
  type: "aws:cloudtrail/trail:Trail",
  property: "kmsKeyId",
  rationale: "Without a customer key nobody can say who may read the log files, nor see who did, nor withdraw it.",
  fix: "Set kmsKeyId to the ARN of a KMS key whose policy lets CloudTrail use it.",
  links: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
  ],
  covers: {
    prowler: ["cloudtrail_kms_encryption_enabled"],
    checkov: ["CKV_AWS_35"],
    securityHub: ["CloudTrail.2"],
    config: ["CLOUD_TRAIL_ENCRYPTION_ENABLED"],
  },
  judge: ({ properties }) => mustBeCustomerKey(properties, "kmsKeyId"),
});
