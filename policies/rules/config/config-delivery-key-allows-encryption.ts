import { allowsKeyUse } from "../../iam/key-use";
import { DELIVERY_CHANNEL, KEY } from "../../resources";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import { deliveredByService } from "./delivery-by-service";

export const configDeliveryKeyAllowsEncryption = stackRule(DELIVERY_CHANNEL, {
  id: "config-delivery-key-allows-encryption",
  title: "The KMS keys of AWS Config delivery channels allow AWS Config to encrypt",
  severity: "high",
  property: "s3KmsKeyArn",
  rationale:
    "With the service-linked role the key policy is all that lets AWS Config use the key. Without it nothing is delivered.",
  remediation:
    "Allow config.amazonaws.com kms:GenerateDataKey and kms:Decrypt in the key policy, bound to the account.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html"],
  checkEach: (channel, { stack, property }) =>
    followed(stack, channel, property, KEY, (key) =>
      deliveredByService(stack, channel, property, ({ service, context }) =>
        allowsKeyUse(stack, key, {
          property,
          service,
          requests: [
            { action: "kms:GenerateDataKey", context },
            { action: "kms:Decrypt", context },
          ],
        }),
      ),
    ),
});
