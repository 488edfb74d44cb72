import { ec2AccountEbsEncryptionExists } from "../../../../policies/rules/ec2/ec2-account-ebs-encryption-exists";
import { describeRegionSetting } from "./region-setting";

describeRegionSetting(ec2AccountEbsEncryptionExists, {
  type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  name: "baseline-us-east-1-settings-volume-encryption",
  capability: "volumeEncryption",
  words: "encryption of new EBS volumes",
  what: "EncryptionByDefault of EBS volumes",
});
