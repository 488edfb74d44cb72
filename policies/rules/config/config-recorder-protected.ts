import { protectedRule } from "../../families/protected";
import { RECORDER } from "../../resources";

export const configRecorderProtected = protectedRule(RECORDER, {
  id: "config-recorder-protected",
  title: "AWS Config recorders are protected against deletion",
  severity: "medium",
  rationale: "Once the recorder is deleted, the region's history ends and no AWS Config rule is evaluated.",
  references: ["https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationRecorder.html"],
});
