import { eksSecretsCustomerManagedKey } from "../../../../policies/rules/eks/eks-secrets-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "encryptionConfig.provider.keyArn";
const RESOURCES = "encryptionConfig.resources";
const NO_KEY = "is not set; set it to the ARN of a customer managed key";

describeResourceRule(eksSecretsCustomerManagedKey, {
  example: {
    name: "inference",
    encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/k" }, resources: ["secrets"] },
  },
  fails: [
    { title: "an encryption without a key", remove: ["encryptionConfig.provider"], message: NO_KEY },
    {
      title: "an empty key",
      set: { [KEY]: "" },
      message: 'is ""; set it to the ARN of a customer managed key',
    },
    {
      title: "an encryption of nothing",
      set: { [RESOURCES]: [] },
      property: RESOURCES,
      message: "is []; add secrets",
    },
  ],
  passes: [{ title: "a key that is not created yet", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [RESOURCES, { path: "encryptionConfig.provider", property: KEY }],
});
