import { arnParts } from "../../iam/deliveries";
import { allowsKeyUse } from "../../iam/key-use";
import { KEY, TRAIL } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";

export const cloudtrailKeyAllowsEncryption = stackRule(TRAIL, {
  id: "cloudtrail-key-allows-encryption",
  title: "The KMS keys of CloudTrail trails allow CloudTrail to encrypt log files",
  severity: "high",
  property: "kmsKeyId",
  rationale: "When CloudTrail may not use the key, it stops delivering, without an error that the program would see.",
  remediation:
    "Allow cloudtrail.amazonaws.com kms:GenerateDataKey* and kms:DescribeKey in the key policy, bound to the trail's ARN.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"],
  checkEach: (trail, { stack, property }) =>
    followed(stack, trail, property, KEY, (key) => {
      const { arn } = trail.properties;
      const account = arnParts(arn)?.account;
      if (typeof arn !== "string" || account === undefined) {
        return undecided(property);
      }
      const source = { "aws:sourcearn": arn, "aws:sourceaccount": account };
      return allowsKeyUse(stack, key, {
        property,
        service: "cloudtrail.amazonaws.com",
        requests: [
          { action: "kms:GenerateDataKey", context: { ...source, "kms:encryptioncontext:aws:cloudtrail:arn": arn } },
          { action: "kms:DescribeKey", context: source },
        ],
      });
    }),
});
