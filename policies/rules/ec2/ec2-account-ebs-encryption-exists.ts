import { ACCOUNT_BASELINE, EBS_ENCRYPTION_BY_DEFAULT } from "../../resources";
import { stackRule } from "../../rule";
import { everyRegionHas } from "../../stack/account-settings";

export const ec2AccountEbsEncryptionExists = stackRule(ACCOUNT_BASELINE, {
  id: "ec2-account-ebs-encryption-exists",
  title: "New EBS volumes are encrypted by default in every governed region",
  severity: "medium",
  property: "governedRegions",
  rationale:
    "Model weights, vector stores and caches of prompts lie on the volumes of training and inference hosts. Whether one is encrypted is else decided anew by whoever creates it.",
  remediation: "Declare RegionSettings in the region, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"],
  related: {
    prowler: ["ec2_ebs_default_encryption"],
    securityHub: ["EC2.7"],
    config: ["EC2_EBS_ENCRYPTION_BY_DEFAULT"],
  },
  checkEach: (baseline, { stack }) =>
    everyRegionHas(
      stack,
      baseline,
      "volumeEncryption",
      EBS_ENCRYPTION_BY_DEFAULT,
      "EncryptionByDefault of EBS volumes",
    ),
});
