import { TRAIL } from "../../resources";
import { notApplicable } from "../../result";
import { stackRule } from "../../rule";
import { must, not, some } from "../../truth";
import { hasOtherTrail, logsOnlyData } from "./data-trails";
import { selectionOf } from "./event-selectors";

export const cloudtrailDataTrailHasManagementTrail = stackRule(TRAIL, {
  id: "cloudtrail-data-trail-has-management-trail",
  title: "CloudTrail trails of data events only stand beside a trail that logs management events",
  severity: "critical",
  property: "advancedEventSelectors",
  rationale:
    "Model invocations are management events, and so is every change to guardrails, keys and trails. A trail that selects " +
    "only data events logs none of them, so another trail of the same accounts and regions has to.",
  remediation:
    "Select management events too, or declare a second multi-Region trail that is logging, covers the same accounts and " +
    "selects them.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
  ],
  related: { prowler: ["cloudtrail_multi_region_enabled_logging_management_events"] },
  checkEach: (trail, { stack }) => {
    const { properties } = trail;
    const onlyData = logsOnlyData(properties);
    if (onlyData === false) {
      return notApplicable(`${trail.name} does not log data events only`);
    }
    return must(
      some([not(onlyData), hasOtherTrail(stack, trail)]),
      selectionOf(properties).property,
      "selects data events only, and no other trail logs the management events of the same accounts and regions; select " +
        "management events, or declare a trail that does",
    );
  },
});
