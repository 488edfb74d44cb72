import { type Judgements, all, decide, fail, mustBe, pass } from "../../judgement";
import { type PropertyMap, isList, show } from "../../properties";
import { resourceRule } from "../../rule";

export const alarmHasAction = resourceRule({
  id: "alarm-has-action",
  title: "An alarm tells somebody",
  severity: "high",
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  property: "alarmActions",
  rationale: "An alarm without an action changes its colour in a console that nobody looks at.",
  fix: "Set alarmActions to the ARN of a topic, and leave actionsEnabled out or set it to true.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"],
  covers: {
    prowler: ["cloudwatch_alarm_actions_alarm_state_configured", "cloudwatch_alarm_actions_enabled"],
    checkov: ["CKV_AWS_319"],
    config: ["CLOUDWATCH_ALARM_ACTION_CHECK", "CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK"],
  },
  judge: ({ properties }) =>
    all(mustHaveAction(properties, "alarmActions"), mustBe(properties, "actionsEnabled", true, { absent: true })),
});

/** Which action it is may be unknown; that there is one is known all the same. */
function mustHaveAction(properties: PropertyMap, path: string): Judgements {
  return decide(properties, path, (actions) =>
    isList(actions) && actions.some((action) => action !== "")
      ? pass
      : fail(path, `is ${show(actions)}; it must hold at least one action`),
  );
}
