import { trailMultiRegion } from "../../../../policies/rules/cloudtrail/trail-multi-region";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailMultiRegion, {
  fails: [
    { title: "a trail of one region", set: { isMultiRegionTrail: false }, message: "is false; it must be true" },
    {
      title: "a trail that leaves its regions to the provider",
      remove: ["isMultiRegionTrail"],
      message: "is absent, which the provider takes as false; it must be true",
    },
  ],
});
