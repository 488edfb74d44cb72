import { LEAST_SCAN_LIMIT } from "../../../facts/athena/limits";
import { WORKGROUP } from "../../resources";
import { isWithin } from "../../requirements";
import { resourceRule } from "../../rule";

export const athenaWorkgroupScanLimited = resourceRule(WORKGROUP, {
  id: "athena-workgroup-scan-limited",
  title: "Athena workgroups limit how much a query reads",
  severity: "low",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  property: "configuration.bytesScannedCutoffPerQuery",
  rationale: "Athena charges for what a query reads. One that forgets its dates reads all that was ever kept.",
  remediation: "Set bytesScannedCutoffPerQuery to the bytes that a query needs at most.",
  references: ["https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html"],
  requires: isWithin({ minimum: LEAST_SCAN_LIMIT }),
});
