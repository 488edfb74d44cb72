import { cloudtrailTrailCustomerManagedKey } from "../../../../policies/rules/cloudtrail/cloudtrail-trail-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailTrailCustomerManagedKey, {
  fails: [
    {
      title: "a trail without a key",
      remove: ["kmsKeyId"],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "a trail with an empty key",
      set: { kmsKeyId: "" },
      message: 'is ""; set it to the ARN of a customer managed key',
    },
    {
      title: "a trail with an AWS managed key",
      set: { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" },
      message:
        'is "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { kmsKeyId: UNKNOWN_VALUE } },
    {
      title: "an alias of a customer managed key",
      set: { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/awstrail" },
    },
  ],
  unknown: [],
});
