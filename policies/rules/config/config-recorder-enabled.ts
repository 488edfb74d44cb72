import { equals } from "../../requirements";
import { RECORDER_STATUS } from "../../resources";
import { resourceRule } from "../../rule";

export const configRecorderEnabled = resourceRule(RECORDER_STATUS, {
  id: "config-recorder-enabled",
  title: "AWS Config recorders are enabled",
  severity: "high",
  property: "isEnabled",
  rationale: "A recorder that is configured but stopped records no change, and no AWS Config rule is evaluated.",
  remediation: "Set isEnabled to true.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  requires: equals(true),
});
