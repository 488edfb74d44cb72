import { deliveryChannelEncrypted } from "../../../../policies/rules/config/delivery-channel-encrypted";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "s3KmsKeyArn";

describeResourceRule(deliveryChannelEncrypted, {
  fails: [
    { title: "a channel without a key", remove: [KEY], message: "is absent; it must name a customer managed KMS key" },
    { title: "an empty key", set: { [KEY]: "" }, message: 'is ""; it must name a customer managed KMS key' },
    {
      title: "a key of AWS",
      set: { [KEY]: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message: 'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3"; it must name a customer managed KMS key',
    },
  ],
  passes: [{ title: "a key that is yet to be made", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [],
});
