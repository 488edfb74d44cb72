import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { DELIVERY_CHANNEL } from "../../resources";

export const configDeliveryChannelCustomerManagedKey = customerManagedKeyRule(DELIVERY_CHANNEL, {
  id: "config-delivery-channel-customer-managed-key",
  title: "AWS Config delivery channels encrypt what they deliver with a customer managed key",
  severity: "medium",
  property: "s3KmsKeyArn",
  rationale:
    "Configuration history shows an intruder how the account is built. Without access to the key, a copy of it is useless.",
  remediation: "Set s3KmsKeyArn to the ARN of a customer managed key in the bucket's region.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html"],
});
