import { cloudtrailInsightsEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-insights-enabled";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";
import { ofType, selector } from "./selectors";

describeResourceRule(cloudtrailInsightsEnabled, {
  fails: [
    {
      title: "a trail without Insights",
      remove: ["insightSelectors"],
      message: "is not set; add ApiCallRateInsight and ApiErrorRateInsight",
    },
    {
      title: "a trail with an empty list of insight selectors",
      set: { insightSelectors: [] },
      message: "is []; add ApiCallRateInsight and ApiErrorRateInsight",
    },
    {
      title: "a trail without Insights on the API call rate",
      remove: ["insightSelectors.0"],
      message: 'is [{"insightType":"ApiErrorRateInsight"}]; add ApiCallRateInsight',
    },
    {
      title: "a trail without Insights on the API error rate",
      remove: ["insightSelectors.1"],
      message: 'is [{"insightType":"ApiCallRateInsight"}]; add ApiErrorRateInsight',
    },
  ],
  passes: [
    {
      title: "both insights beside one that is not known yet",
      set: { "insightSelectors.2": { insightType: UNKNOWN_VALUE } },
    },
  ],
  notApplicable: [
    {
      title: "a trail of data events only: Insights look at management events",
      remove: ["insightSelectors"],
      set: { advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Model"))] },
    },
  ],
  unknown: [
    "insightSelectors",
    { path: "insightSelectors.0", property: "insightSelectors" },
    { path: "insightSelectors.1.insightType", property: "insightSelectors" },
  ],
});
