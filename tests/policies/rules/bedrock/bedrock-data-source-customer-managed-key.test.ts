import { bedrockDataSourceCustomerManagedKey } from "../../../../policies/rules/bedrock/bedrock-data-source-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const ENCRYPTION = "serverSideEncryptionConfiguration";
const KEY = "serverSideEncryptionConfiguration.kmsKeyArn";

describeResourceRule(bedrockDataSourceCustomerManagedKey, {
  example: { knowledgeBaseId: "KB", [ENCRYPTION]: { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k" } },
  fails: [
    {
      title: "a data source without a key",
      remove: [ENCRYPTION],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "an encryption without a key",
      set: { [ENCRYPTION]: {} },
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "an AWS managed key",
      set: { [KEY]: "alias/aws/bedrock" },
      message: 'is "alias/aws/bedrock", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [{ title: "a key that is not created yet", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [{ path: ENCRYPTION, property: KEY }],
});
