export { cloudwatchAccountTamperAlertsExist } from "./cloudwatch-account-tamper-alerts-exist";
export { cloudwatchAlarmCanGoOff } from "./cloudwatch-alarm-can-go-off";
export { cloudwatchAlarmHasAction } from "./cloudwatch-alarm-has-action";
export { cloudwatchAlarmTopicAllowsPublishing } from "./cloudwatch-alarm-topic-allows-publishing";
export { cloudwatchEventRuleCanMatch } from "./cloudwatch-event-rule-can-match";
export { cloudwatchEventRuleEnabled } from "./cloudwatch-event-rule-enabled";
export { cloudwatchMetricFilterCanMatch } from "./cloudwatch-metric-filter-can-match";
