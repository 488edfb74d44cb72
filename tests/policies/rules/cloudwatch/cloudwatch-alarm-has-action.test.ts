import { cloudwatchAlarmHasAction } from "../../../../policies/rules/cloudwatch/cloudwatch-alarm-has-action";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const WANTED = "set it to at least one action, such as the ARN of an SNS topic";
const OF_ACTIONS = {
  prowler: ["cloudwatch_alarm_actions_alarm_state_configured"],
  config: ["CLOUDWATCH_ALARM_ACTION_CHECK"],
};
const OF_ENABLING = {
  prowler: ["cloudwatch_alarm_actions_enabled"],
  checkov: ["CKV_AWS_319"],
  config: ["CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK"],
};

describeResourceRule(cloudwatchAlarmHasAction, {
  fails: [
    {
      title: "an alarm without actions",
      remove: ["alarmActions"],
      message: `is not set; ${WANTED}`,
      related: OF_ACTIONS,
    },
    {
      title: "an alarm with an empty list of actions",
      set: { alarmActions: [] },
      message: `is []; ${WANTED}`,
      related: OF_ACTIONS,
    },
    {
      title: "an alarm with an empty action",
      set: { alarmActions: [""] },
      message: `is [""]; ${WANTED}`,
      related: OF_ACTIONS,
    },
    {
      title: "an alarm whose actions are disabled",
      set: { actionsEnabled: false },
      property: "actionsEnabled",
      message: "is false; set it to true",
      related: OF_ENABLING,
    },
    {
      title: "an alarm with an action for the OK state only",
      set: { okActions: ["arn:aws:sns:eu-central-1:111122223333:notices"] },
      remove: ["alarmActions"],
      message: `is not set; ${WANTED}`,
      related: OF_ACTIONS,
    },
  ],
  passes: [
    { title: "an alarm that enables its actions", set: { actionsEnabled: true } },
    { title: "an action that is not known yet", set: { alarmActions: [UNKNOWN_VALUE] } },
  ],
  unknown: ["alarmActions", "actionsEnabled"],
});
