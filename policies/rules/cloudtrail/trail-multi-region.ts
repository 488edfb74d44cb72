import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailMultiRegion = resourceRule({
  id: "trail-multi-region",
  title: "A trail records every region",
  severity: "high",
  type: "aws:cloudtrail/trail:Trail",
  property: "isMultiRegionTrail",
  rationale: "Models can be called, and trails stopped, in a region that nobody watches.",
  fix: "Set isMultiRegionTrail to true.",
  links: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
  ],
  covers: { checkov: ["CKV_AWS_67"] },
  judge: ({ properties }) => mustBe(properties, "isMultiRegionTrail", true, { absent: false }),
});
