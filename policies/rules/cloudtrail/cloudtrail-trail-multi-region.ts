import { equals } from "../../requirements";
import { TRAIL } from "../../resources";
import { resourceRule } from "../../rule";

export const cloudtrailTrailMultiRegion = resourceRule(TRAIL, {
  id: "cloudtrail-trail-multi-region",
  title: "CloudTrail trails log every region",
  severity: "high",
  property: "isMultiRegionTrail",
  rationale: "Otherwise models can be invoked, and trails stopped, in a region that nobody watches.",
  remediation: "Set isMultiRegionTrail to true.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
  ],
  related: { checkov: ["CKV_AWS_67"] },
  requires: equals(true, { byDefault: false }),
});
