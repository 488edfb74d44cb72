import { UNKNOWN, at, isList, show } from "../../properties";
import { found } from "../../requirements";
import { ACCOUNT_BASELINE, CONFIGURATION_AGGREGATOR } from "../../resources";
import { fail, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import { adoptedOrDeclined, declined } from "../../stack/account-modes";
import type { StackResourceOf } from "../../stack/stack";
import { type Truth, every, is, must, some } from "../../truth";

export const configAccountAggregatorExists = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-aggregator-exists",
  title: "Accounts that record several regions have an AWS Config aggregator of all of them",
  severity: "low",
  property: "governedRegions",
  rationale:
    "AWS Config records each region by itself. Whoever looks for a resource, or for what does not comply, has to ask every region, " +
    "and leaves one out.",
  remediation: "Declare a ConfigAggregator, or an aggregator of all regions of the account or of its organization.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"],
  checkEach: (baseline, { stack, property }) => {
    const { governedRegions: governed } = baseline.properties;
    if (governed === UNKNOWN) {
      return undecided(property);
    }
    if (!isList(governed) || governed.length === 0) {
      return fail(property, `${found(governed)}; set it to at least one region`);
    }
    if (governed.length === 1) {
      return notApplicable(NOT_SEVERAL);
    }
    const elsewhere = adoptedOrDeclined(baseline, { name: "aggregator", type: CONFIGURATION_AGGREGATOR }, property);
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const recorded = governed.filter(
      (region) =>
        typeof region !== "string" || declined(baseline, { name: "recorder", region }, property) === undefined,
    );
    return recorded.length < 2
      ? notApplicable(NOT_SEVERAL)
      : must(
          some(stack.ofType(CONFIGURATION_AGGREGATOR).map((aggregator) => covers(aggregator, recorded))),
          property,
          `are ${show(governed)}, which no aggregator brings together; declare one of all regions`,
        );
  },
});

const NOT_SEVERAL = "no more than one governed region is recorded";

type Aggregator = StackResourceOf<typeof CONFIGURATION_AGGREGATOR>;

/** Whether one of the aggregator's sources takes in all of the regions. */
function covers({ properties }: Aggregator, regions: readonly unknown[]): Truth {
  return some(
    (["accountAggregationSource", "organizationAggregationSource"] as const).map((source) => {
      const named = at(properties, `${source}.regions`);
      const isNamed = (region: unknown): Truth =>
        isList(named) && named.includes(region as string)
          ? true
          : named === UNKNOWN || region === UNKNOWN || (isList(named) && named.includes(UNKNOWN))
            ? UNKNOWN
            : false;
      return some([is(at(properties, `${source}.allRegions`), true), every(regions.map(isNamed))]);
    }),
  );
}
