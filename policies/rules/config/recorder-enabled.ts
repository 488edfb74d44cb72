import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { RECORDER_STATUS } from "./recorder";

export const recorderEnabled = resourceRule({
  id: "recorder-enabled",
  title: "A recorder is switched on",
  severity: "high",
  type: RECORDER_STATUS,
  property: "isEnabled",
  rationale: "A recorder that is configured and stopped records no change, and no rule of AWS Config is evaluated.",
  fix: "Set isEnabled to true.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "isEnabled", true),
});
