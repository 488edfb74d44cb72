export { cloudwatchAlarmCanGoOff } from "./cloudwatch-alarm-can-go-off";
export { cloudwatchAlarmHasAction } from "./cloudwatch-alarm-has-action";
export { cloudwatchAlarmTopicAllowsPublishing } from "./cloudwatch-alarm-topic-allows-publishing";
