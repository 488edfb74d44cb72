import { serviceGrantsBoundRule } from "../../families/policy-grants";
import { KEY } from "../../resources";

export const kmsKeyPolicyServiceGrantsBound = serviceGrantsBoundRule(KEY, {
  id: "kms-key-policy-service-grants-bound",
  title: "KMS key policies bind the services that they allow by a condition",
  severity: "high",
  property: "policy",
  kind: "key-policy",
  rationale:
    "A service acts for every AWS customer. Without a condition it can be made to use the key for another customer's resource.",
  remediation:
    "Add a condition on aws:SourceArn or aws:SourceAccount, or on the kms:EncryptionContext that the service sends. For the " +
    "key of an SNS topic, CloudTrail and EventBridge are not known to send any: write StringEqualsIfExists, on aws:SourceArn " +
    "for CloudTrail and on kms:EncryptionContext:aws:sns:topicArn for EventBridge.",
  references: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services",
  ],
});
