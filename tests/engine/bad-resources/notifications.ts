import { casesOf } from "./bad-resource";
import { boundServiceMay, everyoneMay, grant, serviceMay } from "./documents";

const topic = casesOf("topic", "aws:sns/topic:Topic");
const topicPolicy = casesOf("topic", "aws:sns/topicPolicy:TopicPolicy");
const queue = casesOf("queue", "aws:sqs/queue:Queue", { sqsManagedSseEnabled: true });
const queuePolicy = casesOf("queue", "aws:sqs/queuePolicy:QueuePolicy");
const alarm = casesOf("alarm", "aws:cloudwatch/metricAlarm:MetricAlarm");
const eventRule = casesOf("alarm", "aws:cloudwatch/eventRule:EventRule", {
  eventPattern: JSON.stringify({
    source: ["aws.cloudtrail"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: ["StopLogging"] },
  }),
});

const apiDestination = casesOf("alarm", "aws:cloudwatch/eventApiDestination:EventApiDestination", {
  connectionArn: "arn:aws:events:eu-central-1:111122223333:connection/siem/1234abcd-12ab-34cd-56ef-1234567890ab",
  invocationEndpoint: "https://ingest.example.com/v1/events",
  httpMethod: "POST",
});

export const badNotifications = [
  topic("sns-topic-customer-managed-key", { remove: ["kmsMasterKeyId"] }),
  topicPolicy("sns-topic-policy-not-public", { set: { policy: everyoneMay("sns:Publish") } }),
  topicPolicy("sns-topic-policy-tls-only", { set: { policy: grant("sns:Publish") } }),
  topicPolicy("sns-topic-policy-service-grants-bound", { set: { policy: serviceMay("sns:Publish") } }),
  topicPolicy("sns-topic-policy-service-grants-named", { set: { policy: boundServiceMay("sns:*") } }),
  queue("sqs-queue-encrypted", { set: { sqsManagedSseEnabled: false } }),
  queuePolicy("sqs-queue-policy-tls-only", { set: { policy: grant("sqs:SendMessage") } }),
  alarm("cloudwatch-alarm-has-action", { remove: ["alarmActions"] }),
  eventRule("cloudwatch-event-rule-can-match", { set: { eventPattern: '{"Source":["aws.cloudtrail"]}' } }),
  apiDestination("cloudwatch-api-destination-https", { set: { invocationEndpoint: "http://ingest.example.com" } }),
  eventRule("cloudwatch-event-rule-enabled", { set: { state: "DISABLED" } }),
];
