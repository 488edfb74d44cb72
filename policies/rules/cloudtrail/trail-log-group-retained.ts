import { all } from "../../judgement";
import { stackRule } from "../../rule";
import { LOG_GROUP, hasKey, isRetained, retentionMessage } from "../log-group";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { must } from "../truth";

const TRAIL = "aws:cloudtrail/trail:Trail";
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
    return eachOf(stack, TRAIL, (trail) =>
      followed(stack, trail, PROPERTY, LOG_GROUP, ({ properties }) =>
        all(
          must(isRetained(properties, bounds), PROPERTY, retentionMessage(properties, bounds)),
          must(hasKey(properties), PROPERTY, "names a log group without a kmsKeyId; it must have one"),
        ),
      ),
    );
  },
});
