import { equals } from "../../requirements";
import { EBS_ENCRYPTION_BY_DEFAULT } from "../../resources";
import { resourceRule } from "../../rule";

export const ec2EbsEncryptionEnabled = resourceRule(EBS_ENCRYPTION_BY_DEFAULT, {
  id: "ec2-ebs-encryption-enabled",
  title: "Encryption of EBS volumes by default is on",
  severity: "medium",
  property: "enabled",
  rationale: "The resource can also switch the default off, for the whole account in the region.",
  remediation: "Set enabled to true, or leave it out.",
  references: ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"],
  related: {
    prowler: ["ec2_ebs_default_encryption"],
    checkov: ["CKV_AWS_106"],
    securityHub: ["EC2.7"],
    config: ["EC2_EBS_ENCRYPTION_BY_DEFAULT"],
  },
  requires: equals(true, { byDefault: true }),
});
