import { casesOf } from "./bad-resource";
import { boundServiceMay, everyoneMay, grant, serviceMay } from "./documents";

const topic = casesOf("topic", "aws:sns/topic:Topic");
const topicPolicy = casesOf("topic", "aws:sns/topicPolicy:TopicPolicy");
const alarm = casesOf("alarm", "aws:cloudwatch/metricAlarm:MetricAlarm");

export const badNotifications = [
  topic("topic-customer-key", { remove: ["kmsMasterKeyId"] }),
  topicPolicy("topic-policy-not-public", { set: { policy: everyoneMay("sns:Publish") } }),
  topicPolicy("topic-policy-tls-only", { set: { policy: grant("sns:Publish") } }),
  topicPolicy("topic-service-grants-bound", { set: { policy: serviceMay("sns:Publish") } }),
  topicPolicy("topic-service-grants-named", { set: { policy: boundServiceMay("sns:*") } }),
  alarm("alarm-has-action", { remove: ["alarmActions"] }),
];
