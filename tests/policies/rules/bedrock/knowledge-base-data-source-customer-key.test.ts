import { knowledgeBaseDataSourceCustomerKey } from "../../../../policies/rules/bedrock/knowledge-base-data-source-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const ENCRYPTION = "serverSideEncryptionConfiguration";
const KEY = "serverSideEncryptionConfiguration.kmsKeyArn";

describeResourceRule(knowledgeBaseDataSourceCustomerKey, {
  example: { knowledgeBaseId: "KB", [ENCRYPTION]: { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k" } },
  fails: [
    {
      title: "a data source without a key",
      remove: [ENCRYPTION],
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "an encryption without a key",
      set: { [ENCRYPTION]: {} },
      message: "is absent; it must name a customer managed KMS key",
    },
    {
      title: "a key of AWS",
      set: { [KEY]: "alias/aws/bedrock" },
      message: 'is "alias/aws/bedrock"; it must name a customer managed KMS key',
    },
  ],
  passes: [{ title: "a key that is yet to be made", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [{ path: ENCRYPTION, property: KEY }],
});
