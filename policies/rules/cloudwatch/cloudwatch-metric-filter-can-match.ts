import { RECORD_FIELDS } from "../../../facts/cloudtrail/record-fields";
import { EVIDENCE_CALLS } from "../../events/evidence-calls";
import { type Condition, conditionsOf, parseJsonPattern } from "../../events/filter-pattern";
import { contradictionIn } from "../../events/satisfiable";
import { misspelled } from "../../events/spelling";
import { UNKNOWN } from "../../properties";
import { LOG_METRIC_FILTER } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const PATTERN = LOG_METRIC_FILTER.path("pattern");

export const cloudwatchMetricFilterCanMatch = resourceRule(LOG_METRIC_FILTER, {
  id: "cloudwatch-metric-filter-can-match",
  title: "Metric filters match events that a log group can get",
  severity: "high",
  property: PATTERN,
  rationale:
    "CloudWatch Logs takes any pattern. One that contradicts itself, or names a field or a call of CloudTrail in other letters, counts " +
    "nothing, and the alarm on its metric stays quiet whatever happens.",
  remediation: "Join with || what no event has together, and write fields and calls as CloudTrail records them.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
  ],
  check: ({ properties: { pattern } }) => {
    if (pattern === UNKNOWN) {
      return undecided(PATTERN);
    }
    const parsed = typeof pattern === "string" ? parseJsonPattern(pattern) : undefined;
    if (parsed === undefined) {
      return pass; // terms, or a form that CloudWatch Logs itself refuses
    }
    const conditions = conditionsOf(parsed);
    const pair = contradictionIn(parsed);
    return all(
      pair === undefined
        ? pass
        : fail(PATTERN, `matches nothing: no event has ${inWords(pair[0])} and ${inWords(pair[1])}; correct it`),
      ...(isAboutCloudTrail(conditions) ? conditions.map(spelled) : []),
    );
  },
});

/** Whether the pattern has a word of CloudTrail's own, in whatever letters: an application's log may have a field `eventname`. */
function isAboutCloudTrail(conditions: readonly Condition[]): boolean {
  const calls = EVIDENCE_CALLS.map((call) => call.toLowerCase());
  return conditions.some(
    ({ selector, value }) =>
      /^[\w-]+\.amazonaws\.com$/.test(value) ||
      calls.includes(value.toLowerCase()) ||
      ["eventName", "eventSource", "userIdentity", "sourceIPAddress"].includes(topOf(selector)),
  );
}

function spelled({ selector, value, isExpression }: Condition): Results {
  const field = misspelled(topOf(selector), RECORD_FIELDS);
  const call = isExpression || !/\.eventName$/i.test(selector) ? undefined : misspelled(value, EVIDENCE_CALLS);
  return all(
    field === undefined
      ? pass
      : fail(PATTERN, `asks for ${selector}, which no record of CloudTrail has; the field is $.${field}`),
    call === undefined ? pass : fail(PATTERN, `asks for the call ${value}, which CloudTrail records as ${call}`),
  );
}

/** `$.userIdentity.type` -> `userIdentity`. */
function topOf(selector: string): string {
  return /^\$\.?(?<top>[^.[]*)/.exec(selector)?.groups?.["top"] ?? "";
}

function inWords({ selector, operator, value }: Condition): string {
  return [selector, operator, value].filter((part) => part !== "").join(" ");
}
