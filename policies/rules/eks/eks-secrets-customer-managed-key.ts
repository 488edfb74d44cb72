import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { includes } from "../../requirements";
import { CLUSTER } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

const ENCRYPTED_RESOURCES = CLUSTER.path("encryptionConfig.resources");

export const eksSecretsCustomerManagedKey = resourceRule(CLUSTER, {
  id: "eks-secrets-customer-managed-key",
  title: "EKS clusters encrypt their secrets with a customer managed key",
  severity: "high",
  elsewhere: "evidence",
  property: "encryptionConfig.provider.keyArn",
  rationale:
    "Secrets hold the credentials of models and data. Without a customer managed key nobody can audit or revoke " +
    "their decryption.",
  remediation: 'Set encryptionConfig to { provider: { keyArn }, resources: ["secrets"] }.',
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html"],
  related: {
    prowler: ["eks_cluster_kms_cmk_encryption_in_secrets_enabled"],
    checkov: ["CKV_AWS_58"],
    config: ["EKS_CLUSTER_SECRETS_ENCRYPTED", "EKS_SECRETS_ENCRYPTED"],
  },
  check: ({ properties }, { property }) =>
    all(isCustomerManagedKey(properties, property), includes(["secrets"])(properties, ENCRYPTED_RESOURCES)),
});
