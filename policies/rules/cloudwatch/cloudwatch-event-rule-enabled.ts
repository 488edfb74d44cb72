import { EVENT_NAMES } from "../../../facts/cloudtrail/event-names";
import { STATE_WITH_READS } from "../../../facts/eventbridge/events";
import { type Alternative, readableEventPattern } from "../../patterns/event-pattern";
import { eventSourcesOf, isOfCloudTrail } from "../../patterns/eventbridge-events";
import { UNKNOWN } from "../../properties";
import { equals } from "../../requirements";
import { EVENT_RULE } from "../../resources";
import { all, notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";

const PATTERN = EVENT_RULE.path("eventPattern");
const IS_ENABLED = EVENT_RULE.path("isEnabled");

const hasEnabledState = equals(["ENABLED", STATE_WITH_READS], { byDefault: "ENABLED" });
const isNotSwitchedOff = equals(true, { byDefault: true });

export const cloudwatchEventRuleEnabled = resourceRule(EVENT_RULE, {
  id: "cloudwatch-event-rule-enabled",
  title: "EventBridge rules on calls to the services that collect evidence are enabled",
  severity: "medium",
  property: "state",
  rationale:
    "A rule that is disabled matches nothing: the trail is stopped or the key is scheduled for deletion, and nobody hears of it.",
  remediation: "Leave state and isEnabled out, or set state to ENABLED.",
  references: ["https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html"],
  check: ({ properties }, { property }) => {
    const { eventPattern: pattern } = properties;
    const enabled = all(hasEnabledState(properties, property), isNotSwitchedOff(properties, IS_ENABLED));
    if (pattern === UNKNOWN) {
      return enabled.every(({ status }) => status === "pass") ? enabled : undecided(PATTERN);
    }
    return isOnEvidence(readableEventPattern(pattern) ?? [])
      ? enabled
      : notApplicable("the rule is not on calls to a service that collects evidence");
  },
});

function isOnEvidence(alternatives: readonly Alternative[]): boolean {
  return alternatives.some(
    (alternative) =>
      isOfCloudTrail(alternative) &&
      eventSourcesOf(alternative)?.some((source) => Object.hasOwn(EVENT_NAMES, source)) === true,
  );
}
