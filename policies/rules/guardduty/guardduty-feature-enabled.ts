import { equals } from "../../requirements";
import { DETECTOR_FEATURE } from "../../resources";
import { resourceRule } from "../../rule";

export const guarddutyFeatureEnabled = resourceRule(DETECTOR_FEATURE, {
  id: "guardduty-feature-enabled",
  title: "The features of GuardDuty that a program declares are enabled",
  severity: "medium",
  property: "status",
  rationale:
    "GuardDuty looks at objects, clusters, functions and calls of models only while the feature is enabled. To declare one as disabled " +
    "switches it off in a detector that had it.",
  remediation: "Set status to ENABLED; to leave a feature as GuardDuty has it, do not declare it.",
  references: [
    "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html",
  ],
  requires: equals("ENABLED"),
});
