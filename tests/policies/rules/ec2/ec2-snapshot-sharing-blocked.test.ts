import { ec2SnapshotSharingBlocked } from "../../../../policies/rules/ec2/ec2-snapshot-sharing-blocked";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(ec2SnapshotSharingBlocked, {
  fails: [
    {
      title: "a block of new sharing",
      set: { state: "block-new-sharing" },
      message: 'is "block-new-sharing"; set it to "block-all-sharing"',
    },
    {
      title: "a block switched off",
      set: { state: "unblocked" },
      message: 'is "unblocked"; set it to "block-all-sharing"',
    },
  ],
});
