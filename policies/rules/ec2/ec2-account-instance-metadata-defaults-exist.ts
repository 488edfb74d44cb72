import { ACCOUNT_BASELINE, INSTANCE_METADATA_DEFAULTS } from "../../resources";
import { stackRule } from "../../rule";
import { everyRegionHas } from "../../stack/account-settings";

export const ec2AccountInstanceMetadataDefaultsExist = stackRule(ACCOUNT_BASELINE, {
  id: "ec2-account-instance-metadata-defaults-exist",
  title: "New EC2 instances require IMDSv2 by default in every governed region",
  severity: "high",
  property: "governedRegions",
  rationale:
    "By IMDSv1 a server that can be made to fetch a URL hands out the credentials of its instance's role, and with them whatever models and data the role may use.",
  remediation: "Declare RegionSettings in the region, or leave the setting out for a reason that every report shows.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"],
  related: { prowler: ["ec2_instance_account_imdsv2_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyRegionHas(stack, baseline, "instanceMetadata", INSTANCE_METADATA_DEFAULTS, "InstanceMetadataDefaults"),
});
