import { protectedRule } from "../../families/protected";
import { RECORDER_STATUS } from "../../resources";

export const configRecorderStatusProtected = protectedRule(RECORDER_STATUS, {
  id: "config-recorder-status-protected",
  title: "AWS Config recorder statuses are protected against deletion",
  severity: "medium",
  rationale: "Deleting the status stops the recorder, just as deleting the recorder does.",
});
