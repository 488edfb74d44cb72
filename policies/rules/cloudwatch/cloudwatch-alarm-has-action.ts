import { isList } from "../../properties";
import { type Requirement, decide, equals, found } from "../../requirements";
import { METRIC_ALARM } from "../../resources";
import { all, claiming, fail, pass } from "../../result";
import { resourceRule } from "../../rule";

const ACTIONS_ENABLED = METRIC_ALARM.path("actionsEnabled");

const OF_ACTIONS = {
  prowler: ["cloudwatch_alarm_actions_alarm_state_configured"],
  config: ["CLOUDWATCH_ALARM_ACTION_CHECK"],
} as const;

const OF_ENABLING = {
  prowler: ["cloudwatch_alarm_actions_enabled"],
  checkov: ["CKV_AWS_319"],
  config: ["CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK"],
} as const;

export const cloudwatchAlarmHasAction = resourceRule(METRIC_ALARM, {
  id: "cloudwatch-alarm-has-action",
  title: "CloudWatch alarms have an action",
  severity: "high",
  property: "alarmActions",
  rationale: "An alarm without an action changes state in the console and notifies nobody.",
  remediation: "Set alarmActions to the ARN of an SNS topic, and leave actionsEnabled out or set it to true.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"],
  related: {
    prowler: [...OF_ACTIONS.prowler, ...OF_ENABLING.prowler],
    checkov: OF_ENABLING.checkov,
    config: [...OF_ACTIONS.config, ...OF_ENABLING.config],
  },
  check: ({ properties }, { property }) =>
    all(
      claiming(OF_ACTIONS, hasAction(properties, property)),
      claiming(OF_ENABLING, equals(true, { byDefault: true })(properties, ACTIONS_ENABLED)),
    ),
});

/** Which action it is may be unknown; that there is one is known all the same. */
const hasAction: Requirement = (properties, path) =>
  decide(properties, path, (actions) =>
    isList(actions) && actions.some((action) => action !== "")
      ? pass
      : fail(path, `${found(actions)}; set it to at least one action, such as the ARN of an SNS topic`),
  );
