import { topicCustomerKey } from "../../../../policies/rules/notifications/topic-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const DEMAND = "it must name a customer managed KMS key";

describeResourceRule(topicCustomerKey, {
  fails: [
    { title: "a topic without a key", remove: ["kmsMasterKeyId"], message: `is absent; ${DEMAND}` },
    { title: "a topic with an empty key", set: { kmsMasterKeyId: "" }, message: `is ""; ${DEMAND}` },
    {
      title: "a topic with the key that AWS keeps for SNS",
      set: { kmsMasterKeyId: "alias/aws/sns" },
      message: `is "alias/aws/sns"; ${DEMAND}`,
    },
    {
      title: "the same key by its ARN",
      set: { kmsMasterKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/aws/sns" },
      message: `is "arn:aws:kms:eu-central-1:111122223333:alias/aws/sns"; ${DEMAND}`,
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { kmsMasterKeyId: UNKNOWN_VALUE } },
    { title: "a key by the customer's alias", set: { kmsMasterKeyId: "alias/notices" } },
  ],
  // Which key it is may be unknown; that there is one is known all the same.
  unknown: [],
});
