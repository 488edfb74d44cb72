import { type Judgement, fail, undecided } from "../../judgement";
import { UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import type { StackResource } from "../../stack";
import { retentionProblem } from "../logs/retention";
import { followed } from "../references";

const TRAIL = "aws:cloudtrail/trail:Trail";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const PROPERTY = "cloudWatchLogsGroupArn";

export const trailLogGroupRetained = stackRule({
  id: "trail-log-group-retained",
  title: "A trail's log group keeps its events for a year at least, encrypted",
  severity: "high",
  type: TRAIL,
  property: PROPERTY,
  rationale:
    "An intrusion is found after months, and auditors ask for a year; an application's retention is too short.",
  fix: "Give the trail a log group of its own with retentionInDays between the bounds and a kmsKeyId.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"],
  covers: {},
  config: {
    minimumDays: { type: "integer", minimum: 1, maximum: 3653, default: 365 },
    maximumDays: { type: "integer", minimum: 1, maximum: 3653, default: 3653 },
  },
  judge: (stack, { minimumDays, maximumDays }) => {
    const bounds = { minimum: minimumDays as number, maximum: maximumDays as number }; // by the schema
    return stack
      .ofType(TRAIL)
      .flatMap((trail) =>
        followed(stack, trail, PROPERTY, LOG_GROUP, (group) => [
          ...demand(trail, group, "retentionInDays", (days) => retentionProblem(days, bounds)),
          ...demand(trail, group, "kmsKeyId", (key) => (key ? undefined : "is absent; it must name a KMS key"), true),
        ]),
      );
  },
});

/** @param presenceSuffices whether a value that is not known yet answers the demand all the same. */
function demand(
  trail: StackResource,
  group: StackResource,
  property: string,
  problemOf: (value: unknown) => string | undefined,
  presenceSuffices = false,
): readonly Judgement[] {
  const value = at(group.properties, property);
  if (value === UNKNOWN) {
    return presenceSuffices ? [] : [undecided(PROPERTY, trail.urn)];
  }
  const problem = problemOf(value);
  return problem === undefined
    ? []
    : [fail(PROPERTY, `leads to ${group.name}, whose ${property} ${problem}`, trail.urn)];
}
