import { cloudtrailTrailMultiRegion } from "../../../../policies/rules/cloudtrail/cloudtrail-trail-multi-region";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailTrailMultiRegion, {
  fails: [
    { title: "a single-Region trail", set: { isMultiRegionTrail: false }, message: "is false; set it to true" },
    {
      title: "a trail that relies on the default",
      remove: ["isMultiRegionTrail"],
      message: "is not set and defaults to false; set it to true",
    },
  ],
});
