import { type Value, UNKNOWN } from "../../properties";
import { LOG_GROUP, LOG_METRIC_FILTER, TRAIL } from "../../resources";
import {
  type Doubt,
  doubtOnEvent,
  doubtOnField,
  doubtOnSource,
  isOfSomeRecord,
} from "../../patterns/cloudtrail-records";
import { type Branch, branchesOf, contradictionIn } from "../../patterns/contradictions";
import {
  type Comparison,
  type Condition,
  comparisonText,
  isJsonPattern,
  parseFilterPattern,
  selectorText,
} from "../../patterns/filter-pattern";
import { type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";

export const cloudwatchMetricFilterCanMatch = stackRule(LOG_METRIC_FILTER, {
  id: "cloudwatch-metric-filter-can-match",
  title: "Metric filters have a pattern that log events of their group can match",
  severity: "high",
  property: "pattern",
  rationale:
    "A filter on $.eventname, on an event of another service, or on two values of one field at once never counts anything. Its alarm " +
    "stays quiet whatever happens, and looks like a control.",
  remediation:
    "Write fields and events of CloudTrail in its own letter case, each event with its own source, and || between alternatives.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
  ],
  checkEach: (filter, { stack, property }) => checkPattern(filter.properties.pattern, property, holdsOf(stack, filter)),
});

/** What the group that the filter stands on holds. */
type Held = "a trail's events" | "something else" | "unknown";

/** What a group of another stack holds is not known. */
function holdsOf(stack: Stack, filter: StackResource): Held {
  const group = stack.references(filter, LOG_METRIC_FILTER.path("logGroupName"), LOG_GROUP);
  if (group.found !== "resources") {
    return "unknown";
  }
  return group.resources.some((one) => stack.referencing(one, TRAIL, "cloudWatchLogsGroupArn").length > 0)
    ? "a trail's events"
    : "something else";
}

function checkPattern(pattern: Value | undefined, property: string, held: Held): Results {
  if (pattern === UNKNOWN) {
    return undecided(property);
  }
  if (typeof pattern !== "string" || !isJsonPattern(pattern)) {
    return pass; // terms are looked for in any text
  }
  let condition: Condition;
  try {
    condition = parseFilterPattern(pattern);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return undecided(property, `cannot be read as a pattern for JSON: ${problem}`);
  }
  const branches = branchesOf(condition);
  return branches === undefined
    ? undecided(property, "has more alternatives than can be compared; split it into several filters")
    : doubtsOn(branches, held === "a trail's events" || (held === "unknown" && isOfCloudTrail(branches))).map(
        ({ isCertain, message }) => (isCertain ? fail : undecided)(property, message),
      );
}

/** Whether a pattern speaks of calls to AWS, in whatever letters: then it is meant for a trail's events. */
function isOfCloudTrail(branches: readonly Branch[]): boolean {
  return branches
    .flat()
    .some(
      (comparison) =>
        comparison.kind === "value" &&
        /^\$\.event(?:name|source)$/i.test(selectorText(comparison.selector)) &&
        isOfSomeRecord(comparison.value.text),
    );
}

/** What is in doubt of a comparison by itself, and of those whose every branch is in doubt. */
function doubtsOn(branches: readonly Branch[], isOfTrail: boolean): readonly Doubt[] {
  const comparisons = [...new Set(branches.flat())];
  const doubts = new Map(branches.map((branch) => [branch, doubtOnBranch(branch, isOfTrail)] as const));
  const found = comparisons.flatMap((comparison): readonly (Doubt | undefined)[] => {
    const own = isOfTrail ? doubtOnComparison(comparison) : undefined;
    if (own !== undefined) {
      return [own];
    }
    const ofBranches = branches.filter((branch) => branch.includes(comparison)).map((branch) => doubts.get(branch));
    return ofBranches.includes(undefined)
      ? []
      : [ofBranches.find((doubt) => doubt?.isCertain === false) ?? ofBranches[0]];
  });
  const byMessage = new Map(found.filter((doubt) => doubt !== undefined).map((doubt) => [doubt.message, doubt]));
  return [...byMessage.values()];
}

function doubtOnComparison(comparison: Comparison): Doubt | undefined {
  const { selector } = comparison;
  const source = valueOf(comparison, "eventSource");
  return doubtOnField(selector, selectorText(selector)) ?? (source === undefined ? undefined : doubtOnSource(source));
}

function doubtOnBranch(branch: Branch, isOfTrail: boolean): Doubt | undefined {
  const contradiction = contradictionIn(branch);
  if (contradiction !== undefined) {
    const [one, other] = contradiction.map(comparisonText);
    return {
      isCertain: true,
      message: `requires ${one} and ${other} at once, which no event meets; join them with ||`,
    };
  }
  const [source] = branch.flatMap((comparison) => valueOf(comparison, "eventSource") ?? []);
  const [name] = branch.flatMap((comparison) => valueOf(comparison, "eventName") ?? []);
  return isOfTrail && name !== undefined ? doubtOnEvent(name, source === undefined ? undefined : [source]) : undefined;
}

/** The text that a field at the top is to equal. */
function valueOf(comparison: Comparison, field: string): string | undefined {
  return comparison.kind === "value" &&
    comparison.operator === "=" &&
    !comparison.value.isExpression &&
    selectorText(comparison.selector) === `$.${field}`
    ? comparison.value.text
    : undefined;
}
