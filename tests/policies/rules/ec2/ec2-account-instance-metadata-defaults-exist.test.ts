import { ec2AccountInstanceMetadataDefaultsExist } from "../../../../policies/rules/ec2/ec2-account-instance-metadata-defaults-exist";
import { describeRegionSetting } from "./region-setting";

describeRegionSetting(ec2AccountInstanceMetadataDefaultsExist, {
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  name: "baseline-us-east-1-settings-instance-metadata",
  capability: "instanceMetadata",
  words: "IMDSv2 as the default of new instances",
  what: "InstanceMetadataDefaults",
});
