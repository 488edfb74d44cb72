/** Which messages of a topic of alerts a subscriber is sent, by their severity: a pure function. */
import {
  type AlertSeverity,
  DESCRIPTION_MEMBER,
  SEVERITY_MEMBER,
  severityInDescription,
} from "../../facts/alerting/severities";

/**
 * A filter policy on the body of messages: of events, which have the severity as a member, and of alarms, whose description ends
 * with it. Messages of others, which have neither, are not sent.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function severityFilter(severities: readonly AlertSeverity[]): object {
  return {
    $or: [
      { [SEVERITY_MEMBER]: severities },
      { [DESCRIPTION_MEMBER]: severities.map((severity) => ({ suffix: severityInDescription(severity) })) },
    ],
  };
}
