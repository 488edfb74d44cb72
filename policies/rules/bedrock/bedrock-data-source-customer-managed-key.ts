import { customerManagedKeyRule } from "../../families/customer-managed-key";
import { DATA_SOURCE } from "../../resources";

export const bedrockDataSourceCustomerManagedKey = customerManagedKeyRule(DATA_SOURCE, {
  id: "bedrock-data-source-customer-managed-key",
  title: "Bedrock data sources are encrypted with a customer managed key",
  severity: "high",
  elsewhere: "good-practice",
  property: "serverSideEncryptionConfiguration.kmsKeyArn",
  rationale:
    "Ingestion copies the documents of a knowledge base into Bedrock's own storage. Without a customer managed key " +
    "nobody can restrict, audit or revoke the right to read them.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html"],
  related: {
    prowler: ["bedrock_knowledge_base_encrypted_with_cmk"],
    securityHub: ["Bedrock.1"],
    config: ["BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED"],
  },
});
