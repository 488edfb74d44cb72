import { ACCOUNT_BASELINE, IMAGE_BLOCK_PUBLIC_ACCESS } from "../../resources";
import { stackRule } from "../../rule";
import { everyRegionHas } from "../../stack/account-settings";

export const ec2AccountImageSharingBlockExists = stackRule(ACCOUNT_BASELINE, {
  id: "ec2-account-image-sharing-block-exists",
  title: "No further AMI can be made public in any governed region",
  severity: "medium",
  property: "governedRegions",
  rationale: "An image of an inference host holds its model, its code and whatever secrets were left on its disk.",
  remediation: "Declare RegionSettings in the region, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html"],
  related: { prowler: ["ec2_ami_account_block_public_access"] },
  checkEach: (baseline, { stack }) =>
    everyRegionHas(stack, baseline, "imageSharingBlock", IMAGE_BLOCK_PUBLIC_ACCESS, "ImageBlockPublicAccess"),
});
