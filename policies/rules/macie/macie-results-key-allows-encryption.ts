import { allowsKeyUse } from "../../iam/key-use";
import { CLASSIFICATION_EXPORT, KEY } from "../../resources";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import { deliveredByMacie } from "./results-delivery";

export const macieResultsKeyAllowsEncryption = stackRule(CLASSIFICATION_EXPORT, {
  id: "macie-results-key-allows-encryption",
  title: "The KMS key of Macie's results allows Macie to encrypt",
  severity: "medium",
  property: CLASSIFICATION_EXPORT.path("s3Destination.kmsKeyArn"),
  rationale: "Macie encrypts results by the key's policy alone. Without it nothing is delivered.",
  remediation:
    "Allow macie.amazonaws.com kms:GenerateDataKey and kms:Encrypt in the key policy, bound to the account's jobs and settings.",
  references: ["https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html"],
  checkEach: (results, { stack, property }) =>
    followed(stack, results, property, KEY, (key) =>
      deliveredByMacie(stack, results, property, ({ service, context }) =>
        allowsKeyUse(stack, key, {
          property,
          service,
          requests: ["kms:GenerateDataKey", "kms:Encrypt"].map((action) => ({ action, context })),
        }),
      ),
    ),
});
