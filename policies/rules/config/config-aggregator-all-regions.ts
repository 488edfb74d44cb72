import { UNKNOWN, at } from "../../properties";
import { equals } from "../../requirements";
import { CONFIGURATION_AGGREGATOR } from "../../resources";
import { all, undecided } from "../../result";
import { resourceRule } from "../../rule";

const SOURCES = ["accountAggregationSource", "organizationAggregationSource"] as const;
const isOfAllRegions = equals(true, { byDefault: false });

export const configAggregatorAllRegions = resourceRule(CONFIGURATION_AGGREGATOR, {
  id: "config-aggregator-all-regions",
  title: "AWS Config aggregators take in all regions",
  severity: "low",
  enforcementLevel: "advisory",
  property: "accountAggregationSource",
  rationale:
    "What is made in a region that nobody uses is missed where only the usual ones are looked at. Regions that AWS opens later are " +
    "taken in only by allRegions.",
  remediation: "Set allRegions to true, and leave regions out.",
  references: ["https://docs.aws.amazon.com/config/latest/APIReference/API_AccountAggregationSource.html"],
  related: { checkov: ["CKV_AWS_121"] },
  check: ({ properties }, { property }) => {
    const given = SOURCES.filter((source) => at(properties, source) !== undefined);
    return given.some((source) => at(properties, source) === UNKNOWN)
      ? undecided(property)
      : all(
          ...given.map((source) => isOfAllRegions(properties, CONFIGURATION_AGGREGATOR.path(`${source}.allRegions`))),
        );
  },
});
