import { protectedRule } from "../../families/protected";
import { LOG_GROUP } from "../../resources";

export const logsLogGroupProtected = protectedRule(LOG_GROUP, {
  id: "logs-log-group-protected",
  title: "CloudWatch log groups are protected against deletion",
  severity: "low",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  rationale: "One destroy, or one renamed resource, would delete the events with the log group.",
});
