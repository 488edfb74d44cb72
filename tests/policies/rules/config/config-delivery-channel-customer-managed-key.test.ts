import { configDeliveryChannelCustomerManagedKey } from "../../../../policies/rules/config/config-delivery-channel-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "s3KmsKeyArn";

describeResourceRule(configDeliveryChannelCustomerManagedKey, {
  fails: [
    {
      title: "a channel without a key",
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    { title: "an empty key", set: { [KEY]: "" }, message: 'is ""; set it to the ARN of a customer managed key' },
    {
      title: "an AWS managed key",
      set: { [KEY]: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message:
        'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [{ title: "a key that is yet to be created", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [],
});
