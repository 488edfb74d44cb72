import { equals } from "../../requirements";
import { KEY } from "../../resources";
import { resourceRule } from "../../rule";

export const kmsKeyEnabled = resourceRule(KEY, {
  id: "kms-key-enabled",
  title: "KMS keys are enabled",
  severity: "high",
  property: "isEnabled",
  rationale:
    "While its key is disabled, evidence can be neither written nor read, and some services stop writing without an error.",
  remediation: "Set isEnabled to true, or leave it out.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"],
  related: { checkov: ["CKV_AWS_227"] },
  requires: equals(true, { byDefault: true }),
});
