import { ec2AccountImageSharingBlockExists } from "../../../../policies/rules/ec2/ec2-account-image-sharing-block-exists";
import { describeRegionSetting } from "./region-setting";

describeRegionSetting(ec2AccountImageSharingBlockExists, {
  type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  name: "baseline-us-east-1-settings-image-sharing-block",
  capability: "imageSharingBlock",
  words: "a block of public AMIs",
  what: "ImageBlockPublicAccess",
});
