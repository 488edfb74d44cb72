/** What an alarm says, which is all that CloudWatch sends of ours: what happened, what answers it, and at the end how urgent it is. */
import { type AlertSeverity, severityInDescription } from "../../facts/alerting/severities";
import { runbookText } from "../../runbooks/alerts";
import type { RunbookId } from "../../runbooks/catalogue";

/** @param what a sentence without its full stop */
export function alarmDescription(what: string, severity: AlertSeverity, runbook: RunbookId): string {
  return `${what}. ${runbookText(runbook)} ${severityInDescription(severity)}`;
}
