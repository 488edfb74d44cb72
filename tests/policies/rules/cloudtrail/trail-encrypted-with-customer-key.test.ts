import { trailEncryptedWithCustomerKey } from "../../../../policies/rules/cloudtrail/trail-encrypted-with-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailEncryptedWithCustomerKey, {
  fails: [
    {
      title: "a trail without a key",
      remove: ["kmsKeyId"],
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "a trail with an empty key",
      set: { kmsKeyId: "" },
      message: 'is ""; it must name a customer managed KMS key',
    },
    {
      title: "a trail with a key that AWS manages",
      set: { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message: 'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3"; it must name a customer managed KMS key',
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { kmsKeyId: UNKNOWN_VALUE } },
    { title: "a customer's alias", set: { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/awstrail" } },
  ],
  unknown: [],
});
