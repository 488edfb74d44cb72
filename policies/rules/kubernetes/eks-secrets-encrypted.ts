import { all, mustHoldAll } from "../../judgement";
import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";
import { CLUSTER } from "./cluster";

export const eksSecretsEncrypted = resourceRule({
  id: "eks-secrets-encrypted",
  title: "An EKS cluster encrypts its secrets with a customer key",
  severity: "high",
  type: CLUSTER,
  property: "encryptionConfig.provider.keyArn",
  rationale:
    "Secrets hold the credentials of models and data; under a key of AWS nobody can audit or withdraw their decryption.",
  fix: 'Set encryptionConfig to { provider: { keyArn }, resources: ["secrets"] }.',
  links: ["https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html"],
  covers: {
    prowler: ["eks_cluster_kms_cmk_encryption_in_secrets_enabled"],
    checkov: ["CKV_AWS_58"],
    config: ["EKS_CLUSTER_SECRETS_ENCRYPTED", "EKS_SECRETS_ENCRYPTED"],
  },
  judge: ({ properties }) =>
    all(
      mustBeCustomerKey(properties, "encryptionConfig.provider.keyArn"),
      mustHoldAll(properties, "encryptionConfig.resources", ["secrets"]),
    ),
});
