export { cloudwatchAlarmHasAction } from "./cloudwatch-alarm-has-action";
export { cloudwatchAlarmTopicAllowsPublishing } from "./cloudwatch-alarm-topic-allows-publishing";
