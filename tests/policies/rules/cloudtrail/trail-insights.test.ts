import { trailInsights } from "../../../../policies/rules/cloudtrail/trail-insights";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailInsights, {
  fails: [
    {
      title: "a trail without insights",
      remove: ["insightSelectors"],
      message: "is absent; it must select ApiCallRateInsight and ApiErrorRateInsight",
    },
    {
      title: "a trail with an empty list of insights",
      set: { insightSelectors: [] },
      message: "is []; it must select ApiCallRateInsight and ApiErrorRateInsight",
    },
    {
      title: "a trail without the rate of calls",
      remove: ["insightSelectors.0"],
      message: 'is [{"insightType":"ApiErrorRateInsight"}]; it must select ApiCallRateInsight',
    },
    {
      title: "a trail without the rate of errors",
      remove: ["insightSelectors.1"],
      message: 'is [{"insightType":"ApiCallRateInsight"}]; it must select ApiErrorRateInsight',
    },
  ],
  passes: [
    {
      title: "both insights beside one that is not known yet",
      set: { "insightSelectors.2": { insightType: UNKNOWN_VALUE } },
    },
  ],
  unknown: [
    "insightSelectors",
    { path: "insightSelectors.0", property: "insightSelectors" },
    { path: "insightSelectors.1.insightType", property: "insightSelectors" },
  ],
});
