/** How urgent an alert is, and where its message says so. */

import type { Source } from "../source";

const SNS = "https://docs.aws.amazon.com/sns/latest/dg";

export const SOURCES: readonly Source[] = [
  { page: `${SNS}/sns-message-filtering-scope.html`, readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html", readOn: "2026-11-27" },
  {
    page: `${SNS}/string-value-matching.html`,
    readOn: "2026-11-26",
    secondary: "the operators, as SNS's release notes have them",
  },
  {
    page: `${SNS}/and-or-logic.html`,
    readOn: "2026-11-26",
    secondary: "the operator $or, as SNS's release notes have it",
  },
];

/** From the most to the least urgent: somebody is woken, somebody reads it today, somebody works on it this week. */
export const ALERT_SEVERITIES = ["page", "mail", "ticket"] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** The member of an event's message by which subscribers are chosen: it stands at the top, where every operator of a filter reads it. */
export const ID_MEMBER = "id";

/** How that of a severity begins; the event's own id follows. */
export function severityInId(severity: AlertSeverity): string {
  return `${severity}:`;
}

/** The member of an alarm's message that holds the alarm's description: CloudWatch sends no other text of ours. */
export const DESCRIPTION_MEMBER = "AlarmDescription";

/** How an alarm's description ends. */
export function severityInDescription(severity: AlertSeverity): string {
  return `Severity: ${severity}.`;
}
