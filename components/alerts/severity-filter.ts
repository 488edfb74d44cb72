/** Which messages of a topic of alerts a subscriber is sent, by their severity: a pure function. */
import {
  type AlertSeverity,
  DESCRIPTION_MEMBER,
  ID_MEMBER,
  severityInDescription,
  severityInId,
} from "../../facts/alerting/severities";

/**
 * A filter policy on the body of messages: of events, whose id begins with the severity, and of alarms, whose description ends
 * with it. Messages of others, which have neither, are not sent.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function severityFilter(severities: readonly AlertSeverity[]): object {
  return {
    $or: [
      { [ID_MEMBER]: severities.map((severity) => ({ prefix: severityInId(severity) })) },
      { [DESCRIPTION_MEMBER]: severities.map((severity) => ({ suffix: severityInDescription(severity) })) },
    ],
  };
}
