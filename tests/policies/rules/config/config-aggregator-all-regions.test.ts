import { configAggregatorAllRegions } from "../../../../policies/rules/config/config-aggregator-all-regions";
import { describeResourceRule } from "../../rule-harness";

const ACCOUNT = "accountAggregationSource.allRegions";
const ORGANIZATION = "organizationAggregationSource";

describeResourceRule(configAggregatorAllRegions, {
  fails: [
    {
      title: "an aggregator of all regions but those that come",
      set: { [ACCOUNT]: false },
      property: ACCOUNT,
      message: "is false; set it to true",
    },
    {
      title: "an aggregator that names its regions",
      remove: [ACCOUNT],
      property: ACCOUNT,
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "an aggregator of an organization that names its regions",
      remove: ["accountAggregationSource"],
      set: { [ORGANIZATION]: { roleArn: "arn:aws:iam::111122223333:role/r", regions: ["eu-central-1"] } },
      property: `${ORGANIZATION}.allRegions`,
      message: "is not set and defaults to false; set it to true",
    },
  ],
  passes: [
    {
      title: "an aggregator of all regions of an organization",
      remove: ["accountAggregationSource"],
      set: { [ORGANIZATION]: { roleArn: "arn:aws:iam::111122223333:role/r", allRegions: true } },
    },
  ],
  unknown: [ACCOUNT, "accountAggregationSource", { path: ORGANIZATION, property: "accountAggregationSource" }],
});
