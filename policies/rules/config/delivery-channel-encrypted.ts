import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";
import { DELIVERY_CHANNEL } from "./recorder";

export const deliveryChannelEncrypted = resourceRule({
  id: "delivery-channel-encrypted",
  title: "A delivery channel encrypts what it delivers with a customer key",
  severity: "medium",
  type: DELIVERY_CHANNEL,
  property: "s3KmsKeyArn",
  rationale:
    "Configuration history tells an intruder how the account is built; without the key a copy of it is of no use.",
  fix: "Set s3KmsKeyArn to the ARN of a customer managed KMS key in the bucket's region.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html"],
  covers: {},
  judge: ({ properties }) => mustBeCustomerKey(properties, "s3KmsKeyArn"),
});
