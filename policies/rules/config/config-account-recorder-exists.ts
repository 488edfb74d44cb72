import { ACCOUNT_BASELINE, RECORDER } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";
import { isStarted } from "./config-recorder-started";

export const configAccountRecorderExists = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-recorder-exists",
  title: "Accounts have a started AWS Config recorder in every governed region",
  severity: "high",
  property: "governedRegions",
  rationale:
    "AWS Config is off by default and regional. A region without it has no history of what was changed, and when.",
  remediation: "Declare a recorder, its delivery channel and its status in the region, or do not govern the region.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  related: { prowler: ["config_recorder_all_regions_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "recorder", RECORDER, {
      what: "started recorder",
      meets: (recorder) => isStarted(stack, recorder),
    }),
});
