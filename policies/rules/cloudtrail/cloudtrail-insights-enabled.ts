import { INSIGHT_TYPES } from "../../../facts/cloudtrail/limits";
import { UNKNOWN, at, isList } from "../../properties";
import { type Requirement, decide, found } from "../../requirements";
import { TRAIL } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { unlessOnlyData } from "./data-trails";

export const cloudtrailInsightsEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-insights-enabled",
  title: "CloudTrail trails have Insights on API call rates and error rates enabled",
  severity: "medium",
  property: "insightSelectors",
  rationale:
    "A stolen credential shows first in unusual rates of API calls or errors, long before anyone reads the log.",
  remediation: "Add insightSelectors with the insight types ApiCallRateInsight and ApiErrorRateInsight.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html",
  ],
  related: { prowler: ["cloudtrail_insights_exist"] },
  check: ({ properties }, { property }) => unlessOnlyData(properties, requireInsights(properties, property)),
});

const requireInsights: Requirement = (properties, property) =>
  decide(properties, property, (selectors) => {
    const types = isList(selectors) ? selectors.map((selector) => at(selector, "insightType")) : [];
    const missing = INSIGHT_TYPES.filter((type) => !types.includes(type));
    if (missing.length === 0) {
      return pass;
    }
    return types.includes(UNKNOWN)
      ? undecided(property)
      : fail(property, `${found(selectors)}; add ${missing.join(" and ")}`);
  });
