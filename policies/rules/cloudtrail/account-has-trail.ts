import { type Judgement, fail, pass, undecided } from "../../judgement";
import { type PropertyMap, UNKNOWN } from "../../properties";
import { ACCOUNT_BASELINE, stackRule } from "../../rule";
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
    const answers = stack.ofType("aws:cloudtrail/trail:Trail").map(({ properties }) => recordsAccount(properties));
    const judgeBaseline = (urn: string): Judgement => {
      if (answers.includes(true)) {
        return pass;
      }
      return answers.includes(UNKNOWN)
        ? undecided("trail", urn)
        : fail(
            "trail",
            `is ${shortOf(answers.length)}; it must be multi-region, logging and select every management event`,
            urn,
          );
    };
    return stack.ofType(ACCOUNT_BASELINE).map(({ urn }) => judgeBaseline(urn));
  },
});

function shortOf(trails: number): string {
  return trails === 0 ? "absent" : `none of the ${trails} declared`;
}

/** Absent properties are the provider's: one region, logging. */
function recordsAccount(trail: PropertyMap): boolean | typeof UNKNOWN {
  const { isMultiRegionTrail: everyRegion = false, enableLogging: logging = true } = trail;
  const { selected, isPartlyUnknown } = selectionOf(trail);
  const selects = readsAndWrites(whole(selected, "Management")) || (isPartlyUnknown ? UNKNOWN : false);
  const answers = [everyRegion, logging, selects];
  return answers.includes(false) ? false : answers.includes(UNKNOWN) ? UNKNOWN : true;
}
