import { ec2AccountSnapshotSharingBlockExists } from "../../../../policies/rules/ec2/ec2-account-snapshot-sharing-block-exists";
import { describeRegionSetting } from "./region-setting";

describeRegionSetting(ec2AccountSnapshotSharingBlockExists, {
  type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  name: "baseline-us-east-1-settings-snapshot-sharing-block",
  capability: "snapshotSharingBlock",
  words: "a block of public EBS snapshots",
  what: "SnapshotBlockPublicAccess",
});
