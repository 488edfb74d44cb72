import { equals } from "../../requirements";
import { SNAPSHOT_BLOCK_PUBLIC_ACCESS } from "../../resources";
import { resourceRule } from "../../rule";

export const ec2SnapshotSharingBlocked = resourceRule(SNAPSHOT_BLOCK_PUBLIC_ACCESS, {
  id: "ec2-snapshot-sharing-blocked",
  title: "The block of public EBS snapshots covers those that are public already",
  severity: "high",
  property: "state",
  rationale: "A block of new sharing leaves the snapshots that are public already open to every account of AWS.",
  remediation: "Set state to block-all-sharing.",
  references: ["https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html"],
  related: { prowler: ["ec2_ebs_snapshot_account_block_public_access"], config: ["EBS_SNAPSHOT_BLOCK_PUBLIC_ACCESS"] },
  requires: equals("block-all-sharing"),
});
