import { equals } from "../../requirements";
import { IMAGE_BLOCK_PUBLIC_ACCESS } from "../../resources";
import { resourceRule } from "../../rule";

export const ec2ImageSharingBlocked = resourceRule(IMAGE_BLOCK_PUBLIC_ACCESS, {
  id: "ec2-image-sharing-blocked",
  title: "The block of public AMIs is on",
  severity: "medium",
  property: "state",
  rationale: "The resource can also switch the block off, for the whole account in the region.",
  remediation: "Set state to block-new-sharing.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html"],
  related: { prowler: ["ec2_ami_account_block_public_access"] },
  requires: equals("block-new-sharing"),
});
