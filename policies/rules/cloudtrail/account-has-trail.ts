import { type PropertyMap, UNKNOWN } from "../../properties";
import { ACCOUNT_BASELINE, stackRule } from "../../rule";
import { eachOf } from "../subjects";
import { type Truth, every, is, must, some } from "../truth";
import { readsAndWrites, selectionOf, whole } from "./event-selectors";

export const accountHasTrail = stackRule({
  id: "account-has-trail",
  title: "An account has a trail that records every region",
  severity: "critical",
  type: ACCOUNT_BASELINE,
  property: "trail",
  rationale: "Without a trail the account's history is lost after 90 days, and its data events at once.",
  fix: "Declare a trail with isMultiRegionTrail true that is logging and selects every management event.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html"],
  covers: {
    prowler: ["cloudtrail_multi_region_enabled"],
    securityHub: ["CloudTrail.1"],
    config: ["CLOUD_TRAIL_ENABLED", "MULTI_REGION_CLOUD_TRAIL_ENABLED"],
  },
  judge: (stack) => {
    const trails = stack.ofType("aws:cloudtrail/trail:Trail").map(({ properties }) => recordsAccount(properties));
    const found = trails.length === 0 ? "absent" : `none of the ${trails.length} declared`;
    const message = `is ${found}; it must be multi-region, logging and select every management event`;
    return eachOf(stack, ACCOUNT_BASELINE, () => must(some(trails), "trail", message));
  },
});

/** Absent properties are the provider's: one region, logging. */
function recordsAccount(trail: PropertyMap): Truth {
  const { selected, isPartlyUnknown } = selectionOf(trail);
  return every([
    is(trail.isMultiRegionTrail, true),
    is(trail.enableLogging ?? true, true),
    some([readsAndWrites(whole(selected, "Management")), isPartlyUnknown ? UNKNOWN : false]),
  ]);
}
