import { decide, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, isList, show } from "../../properties";
import { resourceRule } from "../../rule";

const INSIGHT_TYPES = ["ApiCallRateInsight", "ApiErrorRateInsight"] as const;

export const trailInsights = resourceRule({
  id: "trail-insights",
  title: "A trail looks for unusual rates of calls and of errors",
  severity: "medium",
  type: "aws:cloudtrail/trail:Trail",
  property: "insightSelectors",
  rationale: "A stolen credential shows first in the rate of calls or of refusals, long before anyone reads the log.",
  fix: "Add insightSelectors with the insight types ApiCallRateInsight and ApiErrorRateInsight.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html"],
  covers: { prowler: ["cloudtrail_insights_exist"] },
  judge: ({ properties }) =>
    decide(properties, "insightSelectors", (selectors) => {
      const types = isList(selectors) ? selectors.map((selector) => at(selector, "insightType")) : [];
      const missing = INSIGHT_TYPES.filter((type) => !types.includes(type));
      if (missing.length === 0) {
        return pass;
      }
      return types.includes(UNKNOWN)
        ? undecided("insightSelectors")
        : fail("insightSelectors", `is ${show(selectors)}; it must select ${missing.join(" and ")}`);
    }),
});
