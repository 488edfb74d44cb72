import { ec2ImageSharingBlocked } from "../../../../policies/rules/ec2/ec2-image-sharing-blocked";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(ec2ImageSharingBlocked, {
  fails: [
    {
      title: "a block switched off",
      set: { state: "unblocked" },
      message: 'is "unblocked"; set it to "block-new-sharing"',
    },
  ],
});
