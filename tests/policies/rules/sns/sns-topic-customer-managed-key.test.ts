import { snsTopicCustomerManagedKey } from "../../../../policies/rules/sns/sns-topic-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const WANTED = "set it to the ARN of a customer managed key";

describeResourceRule(snsTopicCustomerManagedKey, {
  fails: [
    { title: "a topic without a key", remove: ["kmsMasterKeyId"], message: `is not set; ${WANTED}` },
    { title: "a topic with an empty key", set: { kmsMasterKeyId: "" }, message: `is ""; ${WANTED}` },
    {
      title: "a topic with the AWS managed key for SNS",
      set: { kmsMasterKeyId: "alias/aws/sns" },
      message: `is "alias/aws/sns", an AWS managed key; ${WANTED}`,
    },
    {
      title: "the same key by its ARN",
      set: { kmsMasterKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/aws/sns" },
      message: `is "arn:aws:kms:eu-central-1:111122223333:alias/aws/sns", an AWS managed key; ${WANTED}`,
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { kmsMasterKeyId: UNKNOWN_VALUE } },
    { title: "an alias of a customer managed key", set: { kmsMasterKeyId: "alias/notices" } },
  ],
  // Which key it is may be unknown; that there is one is known all the same.
  unknown: [],
});
