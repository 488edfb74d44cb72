import { decide, equals } from "../../requirements";
import { RECORDER } from "../../resources";
import { all, pass } from "../../result";
import { resourceRule } from "../../rule";

const CONTINUOUS = "CONTINUOUS";
const OVERRIDE = RECORDER.path("recordingMode.recordingModeOverride");

export const configRecorderContinuous = resourceRule(RECORDER, {
  id: "config-recorder-continuous",
  title: "AWS Config recorders record changes continuously",
  severity: "medium",
  property: "recordingMode.recordingFrequency",
  rationale: "With daily recording, a change that is made and reverted within a day leaves no trace in the history.",
  remediation:
    "Set recordingMode.recordingFrequency to CONTINUOUS, or leave recordingMode out, and override it for no type.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources-recording-frequency.html"],
  check: ({ properties }, { property }) =>
    all(
      equals(CONTINUOUS, { byDefault: CONTINUOUS })(properties, property),
      decide(properties, OVERRIDE, (override) =>
        override === undefined ? pass : equals(CONTINUOUS)(properties, RECORDER.path(`${OVERRIDE}.recordingFrequency`)),
      ),
    ),
});
