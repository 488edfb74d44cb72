import { equals } from "../../requirements";
import { INSTANCE_METADATA_DEFAULTS } from "../../resources";
import { resourceRule } from "../../rule";

export const ec2InstanceMetadataDefaultsImdsv2 = resourceRule(INSTANCE_METADATA_DEFAULTS, {
  id: "ec2-instance-metadata-defaults-imdsv2",
  title: "Defaults of EC2 instance metadata require IMDSv2",
  severity: "high",
  property: "httpTokens",
  rationale:
    "IMDSv1 answers any request that reaches it; IMDSv2 asks for a token first, which a server that is tricked into fetching a URL cannot get.",
  remediation: "Set httpTokens to required.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"],
  related: { prowler: ["ec2_instance_account_imdsv2_enabled"] },
  requires: equals("required", { byDefault: "no-preference" }),
});
