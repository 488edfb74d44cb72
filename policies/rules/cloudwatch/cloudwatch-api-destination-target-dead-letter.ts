import { UNKNOWN } from "../../properties";
import { isSet } from "../../requirements";
import { EVENT_TARGET } from "../../resources";
import { notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";

const hasQueue = isSet("the ARN of an SQS queue that keeps what could not be delivered");

export const cloudwatchApiDestinationTargetDeadLetter = resourceRule(EVENT_TARGET, {
  id: "cloudwatch-api-destination-target-dead-letter",
  title: "EventBridge targets that are API destinations have a dead-letter queue",
  severity: "medium",
  // What an application loses is its owner's business; what holds evidence is sent on from where it stays.
  enforcementLevel: "advisory",
  property: EVENT_TARGET.path("deadLetterConfig.arn"),
  rationale:
    "EventBridge tries for a day to reach an endpoint, 185 times at most, and not at all after most answers that refuse. Then the event is dropped, and nobody can send it again.",
  remediation:
    "Set deadLetterConfig.arn to an SQS queue of the rule's region and account whose policy lets EventBridge send.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html",
  ],
  check: ({ properties }, { property }) => {
    const { arn } = properties;
    const hasOne = hasQueue(properties, property);
    if (arn === UNKNOWN) {
      // Whatever the target is, it has a queue.
      return [hasOne].flat().every(({ status }) => status === "pass") ? hasOne : undecided(EVENT_TARGET.path("arn"));
    }
    return typeof arn === "string" && /^arn:[^:]+:events:[^:]*:[^:]*:api-destination\//.test(arn)
      ? hasOne
      : notApplicable("the target is no API destination");
  },
});
