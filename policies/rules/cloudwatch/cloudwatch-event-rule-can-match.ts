import { STATE_WITH_READS } from "../../../facts/eventbridge/events";
import type { Doubt } from "../../patterns/cloudtrail-records";
import { type Alternative, parseEventPattern } from "../../patterns/event-pattern";
import { doubtsOn, doubtsOnEvents, doubtsOnReads } from "../../patterns/eventbridge-events";
import { type Value, UNKNOWN, show } from "../../properties";
import { EVENT_RULE } from "../../resources";
import { type Result, type Results, all, fail, notApplicable, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { is } from "../../truth";

const STATE = EVENT_RULE.path("state");

export const cloudwatchEventRuleCanMatch = resourceRule(EVENT_RULE, {
  id: "cloudwatch-event-rule-can-match",
  title: "EventBridge rules have a pattern that events can match",
  severity: "high",
  property: "eventPattern",
  rationale:
    "A rule on detail.eventname, on a call of another service, or on calls that only read in a state that leaves them out is never " +
    "triggered. It looks like a control, and notifies nobody.",
  remediation:
    `Write fields and events in AWS's own letter case, each event with its own source, every value in a list, and set state to ` +
    `${STATE_WITH_READS} for calls that only read.`,
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html",
    "https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
  ],
  check: ({ properties: { eventPattern: pattern, state } }, { property }) => {
    if (pattern === undefined || pattern === "") {
      return notApplicable("the rule has a schedule in place of a pattern");
    }
    if (pattern === UNKNOWN) {
      return undecided(property);
    }
    try {
      return checkAlternatives(parsed(pattern), state, property);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return fail(property, `cannot match: ${problem}`);
    }
  },
});

function parsed(pattern: Exclude<Value, typeof UNKNOWN>): readonly Alternative[] {
  if (typeof pattern !== "string") {
    throw new Error(`it is ${show(pattern)}; set it to a JSON text`);
  }
  return parseEventPattern(pattern);
}

function checkAlternatives(alternatives: readonly Alternative[], state: Value | undefined, property: string): Results {
  const reads = doubtsOn(alternatives, doubtsOnReads);
  const takesReads = is(state, STATE_WITH_READS);
  return all(
    doubtsOn(alternatives, doubtsOnEvents).map((doubt) => resultOf(doubt, property)),
    takesReads === UNKNOWN ? (reads.length === 0 ? pass : undecided(STATE)) : [],
    takesReads === false ? reads.map((doubt) => resultOf(doubt, STATE)) : [],
  );
}

function resultOf({ isCertain, message }: Doubt, property: string): Result {
  return (isCertain ? fail : undecided)(property, message);
}
