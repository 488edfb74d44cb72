import { EXTERNAL_ANALYZERS } from "../../../facts/accessanalyzer/limits";
import { ACCOUNT_BASELINE, ANALYZER } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";
import { is, some } from "../../truth";

export const accessanalyzerAccountAnalyzerExists = stackRule(ACCOUNT_BASELINE, {
  id: "accessanalyzer-account-analyzer-exists",
  title: "AWS accounts have an analyzer of external access in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A bucket with training data, a key or a role that another account may use is found by nobody who reads one policy at a time. " +
    "IAM Access Analyzer proves for each resource who from outside may reach it.",
  remediation:
    "Declare an AccessAnalysis in each governed region, or let the setting detection adopt the analyzer that the region has.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-28",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
  ],
  related: { prowler: ["accessanalyzer_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "accessAnalyzer", ANALYZER, {
      what: "analyzer of external access",
      meets: ({ properties: { type } }) => some(EXTERNAL_ANALYZERS.map((external) => is(type ?? "ACCOUNT", external))),
    }),
});
