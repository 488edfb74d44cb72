import { ACCOUNT_BASELINE, SNAPSHOT_BLOCK_PUBLIC_ACCESS } from "../../resources";
import { stackRule } from "../../rule";
import { everyRegionHas } from "../../stack/account-settings";

export const ec2AccountSnapshotSharingBlockExists = stackRule(ACCOUNT_BASELINE, {
  id: "ec2-account-snapshot-sharing-block-exists",
  title: "EBS snapshots cannot be public in any governed region",
  severity: "high",
  property: "governedRegions",
  rationale: "One call shares a snapshot, with the data and model weights on its volume, with every account of AWS.",
  remediation: "Declare RegionSettings in the region, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html"],
  related: { prowler: ["ec2_ebs_snapshot_account_block_public_access"], config: ["EBS_SNAPSHOT_BLOCK_PUBLIC_ACCESS"] },
  checkEach: (baseline, { stack }) =>
    everyRegionHas(stack, baseline, "snapshotSharingBlock", SNAPSHOT_BLOCK_PUBLIC_ACCESS, "SnapshotBlockPublicAccess"),
});
