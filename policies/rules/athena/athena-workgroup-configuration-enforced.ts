import { WORKGROUP } from "../../resources";
import { equals } from "../../requirements";
import { resourceRule } from "../../rule";

export const athenaWorkgroupConfigurationEnforced = resourceRule(WORKGROUP, {
  id: "athena-workgroup-configuration-enforced",
  title: "Athena workgroups enforce their configuration",
  severity: "medium",
  elsewhere: "evidence",
  property: "configuration.enforceWorkgroupConfiguration",
  rationale:
    "Where a workgroup leaves the choice to its users, each query may name another bucket for its results, without encryption.",
  remediation: "Leave enforceWorkgroupConfiguration out, or set it to true.",
  references: ["https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"],
  related: { checkov: ["CKV_AWS_82"], prowler: ["athena_workgroup_enforce_configuration"] },
  requires: equals(true, { byDefault: true }),
});
