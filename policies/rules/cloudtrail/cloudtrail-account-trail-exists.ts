import { UNKNOWN } from "../../properties";
import { ACCOUNT_BASELINE, TRAIL } from "../../resources";
import { stackRule } from "../../rule";
import { adoptedOrDeclined } from "../../stack/account-modes";
import { type Truth, every, must, some } from "../../truth";
import { type TrailProperties, logsEveryRegion, readsAndWrites, selectionOf, unfiltered } from "./event-selectors";

export const cloudtrailAccountTrailExists = stackRule(ACCOUNT_BASELINE, {
  id: "cloudtrail-account-trail-exists",
  title: "Accounts have a CloudTrail trail that logs every region",
  severity: "critical",
  property: "trail",
  rationale: "Without a trail, management events are gone after 90 days, and data events are never logged.",
  remediation:
    "Declare a trail that has isMultiRegionTrail set to true, is logging and selects every management event.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html"],
  related: {
    prowler: ["cloudtrail_multi_region_enabled"],
    securityHub: ["CloudTrail.1"],
    config: ["CLOUD_TRAIL_ENABLED", "MULTI_REGION_CLOUD_TRAIL_ENABLED"],
  },
  checkEach: (baseline, { stack, property }) => {
    const elsewhere = adoptedOrDeclined(baseline, { name: "trail", type: TRAIL }, property);
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const trails = stack.ofType(TRAIL).map(({ properties }) => logsAccount(properties));
    const found = trails.length === 0 ? "is not declared" : `is none of the trails declared (${trails.length})`;
    const wanted = "declare a multi-Region trail that is logging and selects every management event";
    return must(some(trails), property, `${found}; ${wanted}`);
  },
});

function logsAccount(trail: TrailProperties): Truth {
  const { selected, isPartlyUnknown } = selectionOf(trail);
  return every([
    logsEveryRegion(trail),
    some([readsAndWrites(unfiltered(selected, "Management")), isPartlyUnknown ? UNKNOWN : false]),
  ]);
}
