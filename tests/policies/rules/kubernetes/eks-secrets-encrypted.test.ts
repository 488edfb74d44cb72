import { eksSecretsEncrypted } from "../../../../policies/rules/kubernetes/eks-secrets-encrypted";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "encryptionConfig.provider.keyArn";
const RESOURCES = "encryptionConfig.resources";
const NO_KEY = "is absent; it must name a customer managed KMS key";

describeResourceRule(eksSecretsEncrypted, {
  example: {
    name: "inference",
    encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/k" }, resources: ["secrets"] },
  },
  fails: [
    { title: "an encryption without a key", remove: ["encryptionConfig.provider"], message: NO_KEY },
    {
      title: "an empty key",
      set: { [KEY]: "" },
      message: 'is ""; it must name a customer managed KMS key',
    },
    {
      title: "an encryption of nothing",
      set: { [RESOURCES]: [] },
      property: RESOURCES,
      message: "is []; it lacks secrets",
    },
  ],
  passes: [{ title: "a key that is yet to be made", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [RESOURCES, { path: "encryptionConfig.provider", property: KEY }],
});
