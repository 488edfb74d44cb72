import { ACCOUNT_BASELINE, stackRule } from "../../rule";
import { everyGovernedRegion } from "../governed-regions";
import { eachOf } from "../subjects";
import { RECORDER } from "./recorder";
import { isStarted } from "./recorder-started";

export const accountHasRecorder = stackRule({
  id: "account-has-recorder",
  title: "An account records its resources in every region that it governs",
  severity: "high",
  type: ACCOUNT_BASELINE,
  property: "governedRegions",
  rationale: "AWS Config is off by default and regional: in a region without it nobody can say what was changed when.",
  fix: "Declare a recorder, its delivery channel and its status in the region, or do not govern the region.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  covers: { prowler: ["config_recorder_all_regions_enabled"] },
  judge: (stack) =>
    eachOf(stack, ACCOUNT_BASELINE, (baseline) =>
      everyGovernedRegion(stack, baseline, RECORDER, "started recorder", (recorder) => isStarted(stack, recorder)),
    ),
});
