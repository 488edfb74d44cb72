import { DEFAULT_SCANS } from "../../../facts/inspector/resource-types";
import { isList } from "../../properties";
import { ACCOUNT_BASELINE, INSPECTOR } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";
import { every, is, some } from "../../truth";

export const inspectorAccountScansExist = stackRule(ACCOUNT_BASELINE, {
  id: "inspector-account-scans-exist",
  title: "AWS accounts have instances, images and functions scanned in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A model server, a training job and an agent's tool are images and functions with hundreds of packages. A vulnerability in one of " +
    "them becomes known after it was deployed, and only a scan that goes on finds it.",
  remediation:
    "Declare VulnerabilityScanning in each governed region, or let the setting detection adopt the Inspector that the region has.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html",
    "https://docs.aws.amazon.com/inspector/latest/user/what-is-inspector.html",
  ],
  related: { prowler: ["inspector2_is_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "inspector", INSPECTOR, {
      what: `Amazon Inspector that scans ${DEFAULT_SCANS.join(", ")}`,
      meets: ({ properties: { resourceTypes } }) =>
        every(
          DEFAULT_SCANS.map((scan) =>
            isList(resourceTypes) ? some(resourceTypes.map((one) => is(one, scan))) : is(resourceTypes, scan),
          ),
        ),
    }),
});
