import { DETECTOR_FEATURE_NAMES, type DetectorFeatureName } from "../../../facts/guardduty/features";
import { UNKNOWN, show } from "../../properties";
import { ACCOUNT_BASELINE, DETECTOR, DETECTOR_FEATURE } from "../../resources";
import { type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { adoptedOrDeclined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { Stack } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";

export const guarddutyAccountFeaturesEnabled = stackRule(ACCOUNT_BASELINE, {
  id: "guardduty-account-features-enabled",
  title: "AWS accounts have every feature of GuardDuty enabled, in every governed region",
  severity: "medium",
  // Not every region offers every feature.
  enforcementLevel: "advisory",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "By itself GuardDuty looks at management events and networks. Reads of training data, calls to clusters, calls of models, logins to " +
    "vector stores and what runs in containers it sees by its features alone.",
  remediation:
    "Leave features out of ThreatDetection and of the setting detection, or declare a DetectorFeature for each.",
  references: [
    "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html",
    "https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html",
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html",
  ],
  related: {
    prowler: [
      "guardduty_ai_protection_enabled",
      "guardduty_ec2_malware_protection_enabled",
      "guardduty_eks_audit_log_enabled",
      "guardduty_eks_runtime_monitoring_enabled",
      "guardduty_lambda_protection_enabled",
      "guardduty_rds_protection_enabled",
      "guardduty_runtime_monitoring_enabled",
      "guardduty_s3_protection_enabled",
    ],
  },
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(baseline, (region, place) => {
      const wanted = { name: "guardDuty", type: DETECTOR, region } as const;
      return adoptedOrDeclined(baseline, wanted, place.path) ?? hasFeatures(stack, region, place);
    }),
});

/** @param place the region's place in the list of the governed ones, as `inGovernedRegions` hands it on */
function hasFeatures(
  stack: Stack,
  region: string,
  { path, governed }: { readonly path: string; readonly governed: readonly unknown[] },
): Results {
  const isEnabled = (name: DetectorFeatureName): Truth =>
    some(
      stack.ofType(DETECTOR_FEATURE).map((feature) => {
        const isThere: Truth = isInGovernedRegion(stack, feature, region, governed);
        return every([isThere, is(feature.properties.name, name), is(feature.properties.status, "ENABLED")]);
      }),
    );
  const presence: readonly { readonly name: string; readonly isPresent: Truth }[] = DETECTOR_FEATURE_NAMES.map(
    (name) => ({ name, isPresent: isEnabled(name) }),
  );
  const missing = presence.filter(({ isPresent }) => isPresent === false).map(({ name }) => name);
  if (missing.length > 0) {
    return fail(path, `is ${show(region)}, where GuardDuty does without ${missing.join(", ")}; enable them`);
  }
  return presence.some(({ isPresent }) => isPresent === UNKNOWN) ? undecided(path) : pass;
}
