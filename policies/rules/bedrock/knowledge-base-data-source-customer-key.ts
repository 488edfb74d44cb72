import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";

export const knowledgeBaseDataSourceCustomerKey = resourceRule({
  id: "knowledge-base-data-source-customer-key",
  title: "A knowledge base's data source is encrypted with a customer key",
  severity: "high",
  type: "aws:bedrock/agentDataSource:AgentDataSource",
  property: "serverSideEncryptionConfiguration.kmsKeyArn",
  rationale:
    "Ingestion copies the documents into storage of Bedrock; under a key of AWS nobody can restrict, audit or withdraw the " +
    "right to read them.",
  fix: "Set serverSideEncryptionConfiguration.kmsKeyArn to the ARN of a customer managed KMS key.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html"],
  covers: {
    prowler: ["bedrock_knowledge_base_encrypted_with_cmk"],
    securityHub: ["Bedrock.1"],
    config: ["BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED"],
  },
  judge: ({ properties }) => mustBeCustomerKey(properties, "serverSideEncryptionConfiguration.kmsKeyArn"),
});
