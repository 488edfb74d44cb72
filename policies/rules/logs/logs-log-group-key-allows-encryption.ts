import { principalSuffix } from "../../../facts/regions";
import { arnParts } from "../../iam/deliveries";
import { allowsKeyUse } from "../../iam/key-use";
import { KEY, LOG_GROUP } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";

/** What CloudWatch Logs does with a log group's key, always with the group's ARN as encryption context. */
const ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"];

export const logsLogGroupKeyAllowsEncryption = stackRule(LOG_GROUP, {
  id: "logs-log-group-key-allows-encryption",
  title: "The KMS keys of CloudWatch log groups allow CloudWatch Logs to encrypt events",
  severity: "high",
  property: "kmsKeyId",
  rationale:
    "With a key that it may not use, CloudWatch Logs does not create the log group, or drops its events once the " +
    "grant is gone.",
  remediation:
    "Allow logs.REGION.amazonaws.com to use the key, with kms:EncryptionContext:aws:logs:arn equal to the ARN of " +
    "the log group.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  checkEach: (group, { stack, property }) =>
    followed(stack, group, property, KEY, (key) => {
      const { arn } = group.properties;
      const parts = arnParts(arn);
      if (typeof arn !== "string" || parts === undefined) {
        return undecided(property);
      }
      return allowsKeyUse(stack, key, {
        property,
        service: `logs.${parts.region}.${principalSuffix(parts.partition)}`,
        requests: ACTIONS.map((action) => ({ action, context: { "kms:encryptioncontext:aws:logs:arn": arn } })),
      });
    }),
});
