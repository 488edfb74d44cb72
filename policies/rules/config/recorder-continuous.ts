import { all, decide, mustBe, pass } from "../../judgement";
import { resourceRule } from "../../rule";
import { RECORDER } from "./recorder";

const FREQUENCY = "recordingMode.recordingFrequency";
const OVERRIDE = "recordingMode.recordingModeOverride";

export const recorderContinuous = resourceRule({
  id: "recorder-continuous",
  title: "A recorder records every change when it happens",
  severity: "medium",
  type: RECORDER,
  property: FREQUENCY,
  rationale:
    "A change that is made and undone between two daily records has never happened, as far as the history tells.",
  fix: "Set recordingMode.recordingFrequency to CONTINUOUS, or leave recordingMode out, and override it for no type.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources-recording-frequency.html"],
  covers: {},
  judge: ({ properties }) =>
    all(
      mustBe(properties, FREQUENCY, "CONTINUOUS", { absent: "CONTINUOUS" }),
      decide(properties, OVERRIDE, (override) =>
        override === undefined ? pass : mustBe(properties, `${OVERRIDE}.recordingFrequency`, "CONTINUOUS"),
      ),
    ),
});
