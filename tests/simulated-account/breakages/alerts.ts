/** Breakages of alarms, rules and topics. */
import { type Breakage, type Clients } from "./breakage";
import { ALERT_TOPIC, widened } from "./names";

const ALARM = "baseline-eu-central-1-invocations-log-delivery-failure";
const DELIVERIES = "arn:aws:sns:eu-central-1:111122223333:baseline-trail-deliveries";
const KMS_RULE = "baseline-eu-central-1-events-kms";
const UNDELIVERED = "baseline-eu-central-1-alerts-undelivered";

async function changedAlarm(
  { cloudwatch }: Clients,
  change: { readonly Threshold?: number; readonly ActionsEnabled?: boolean },
): Promise<() => Promise<unknown>> {
  const { MetricAlarms = [] } = await cloudwatch.describeAlarms({ AlarmNames: [ALARM] });
  const [alarm] = MetricAlarms;
  const put = (more: object) =>
    cloudwatch.putMetricAlarm({
      AlarmName: ALARM,
      AlarmDescription: alarm?.AlarmDescription,
      AlarmActions: alarm?.AlarmActions,
      ComparisonOperator: alarm?.ComparisonOperator,
      EvaluationPeriods: alarm?.EvaluationPeriods,
      MetricName: alarm?.MetricName,
      Namespace: alarm?.Namespace,
      Period: alarm?.Period,
      Statistic: alarm?.Statistic,
      Threshold: alarm?.Threshold,
      TreatMissingData: alarm?.TreatMissingData,
      ActionsEnabled: true,
      ...more,
    });
  await put(change);
  return () => put({});
}

export const alertBreakages: readonly Breakage[] = [
  {
    what: "an alarm is deleted",
    control: "INVOKE-06",
    act: async (aws) => {
      const restore = await changedAlarm(aws, { Threshold: 1 });
      await aws.cloudwatch.deleteAlarms({ AlarmNames: [ALARM] });
      return restore;
    },
    says: [
      "verify-cloudwatch-alarm-as-declared",
      ALARM,
      "",
      `is missing in the account; the stack declares it (${ALARM} in eu-central-1)`,
    ],
  },
  {
    what: "an alarm tells nobody",
    control: "ALERT-02",
    act: (aws) => changedAlarm(aws, { ActionsEnabled: false }),
    says: [
      "verify-cloudwatch-alarm-as-declared",
      ALARM,
      "actionsEnabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "an alarm tolerates lost records",
    control: "ALERT-02",
    act: (aws) => changedAlarm(aws, { Threshold: 1000 }),
    says: ["verify-cloudwatch-alarm-as-declared", ALARM, "threshold", "is 1000 in the account; the stack declares 1"],
  },
  {
    what: "an alarm has no data",
    control: "ALERT-02",
    act: async ({ cloudwatch }) => {
      const set = (StateValue: "INSUFFICIENT_DATA" | "OK", StateReason: string) =>
        cloudwatch.setAlarmState({ AlarmName: ALARM, StateValue, StateReason });
      await set("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation");
      return () => set("OK", "within the threshold");
    },
    says: [
      "verify-cloudwatch-alarm-has-data",
      ALARM,
      "StateValue",
      "is INSUFFICIENT_DATA (Unchecked: Initial alarm creation): the alarm decides nothing",
    ],
  },
  {
    what: "a topic's policy lets everyone in",
    control: "ALERT-01",
    act: async ({ sns }) => {
      const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn: ALERT_TOPIC });
      const set = (AttributeValue: string | undefined) =>
        sns.setTopicAttributes({ TopicArn: ALERT_TOPIC, AttributeName: "Policy", AttributeValue });
      await set(widened(Attributes["Policy"]));
      return () => set(Attributes["Policy"]);
    },
    says: [
      "verify-sns-topic-policy-as-declared",
      "baseline-eu-central-1-alerts-topic-policy",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "a topic has another key",
    control: "ALERT-01",
    act: async ({ sns }) => {
      const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn: ALERT_TOPIC });
      const set = (AttributeValue: string | undefined) =>
        sns.setTopicAttributes({ TopicArn: ALERT_TOPIC, AttributeName: "KmsMasterKeyId", AttributeValue });
      await set("alias/aws/sns");
      return () => set(Attributes["KmsMasterKeyId"]);
    },
    says: [
      "verify-sns-topic-as-declared",
      "baseline-eu-central-1-alerts-topic",
      "kmsMasterKeyId",
      /^is alias\/aws\/sns in the account; the stack declares arn:aws:kms:/,
    ],
  },
  {
    what: "a subscription is sent fewer messages",
    control: "ALERT-02",
    act: async ({ sns }) => {
      const { Subscriptions = [] } = await sns.listSubscriptionsByTopic({ TopicArn: DELIVERIES });
      const SubscriptionArn = Subscriptions.find(({ Protocol }) => Protocol === "sqs")?.SubscriptionArn;
      const set = (AttributeValue: string) =>
        sns.setSubscriptionAttributes({ SubscriptionArn, AttributeName: "FilterPolicy", AttributeValue });
      await set(JSON.stringify({ kind: ["digest"] }));
      return () => set("{}");
    },
    says: [
      "verify-sns-subscription-as-declared",
      "baseline-trail-topic-sqs-arn:aws:sqs:eu-central-1:111122223333:trail-deliveries",
      "filterPolicy",
      /^is \{"kind":\["digest"\]\} in the account/,
    ],
  },
  {
    what: "a rule on the calls that take keys away is disabled",
    control: "ALERT-03",
    act: async ({ events }) => {
      await events.disableRule({ Name: KMS_RULE });
      return () => events.enableRule({ Name: KMS_RULE });
    },
    says: [
      "verify-eventbridge-rule-as-declared",
      KMS_RULE,
      "state",
      "is DISABLED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "a rule is narrowed to the calls of one person",
    control: "ALERT-03",
    act: async ({ events }) => {
      const { EventPattern = "", Description } = await events.describeRule({ Name: KMS_RULE });
      const wide = JSON.parse(EventPattern) as { detail: object }; // of this project's own rule
      const narrowed = { ...wide, detail: { ...wide.detail, userIdentity: { userName: ["anna"] } } };
      const put = (pattern: string) => events.putRule({ Name: KMS_RULE, Description, EventPattern: pattern });
      await put(JSON.stringify(narrowed));
      return () => put(EventPattern);
    },
    says: [
      "verify-eventbridge-rule-as-declared",
      KMS_RULE,
      "eventPattern.detail.userIdentity",
      /^is .*anna.* in the account; the stack declares none$/,
    ],
  },
  {
    what: "a rule sends events to nobody",
    control: "ALERT-03",
    act: async ({ events }) => {
      const { Targets = [] } = await events.listTargetsByRule({ Rule: KMS_RULE });
      await events.removeTargets({ Rule: KMS_RULE, Ids: ["alert"] });
      return () => events.putTargets({ Rule: KMS_RULE, Targets });
    },
    says: [
      "verify-eventbridge-target-as-declared",
      `${KMS_RULE}-alert`,
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "undelivered events are dropped after a minute",
    control: "ALERT-03",
    act: async ({ sqs }) => {
      const { QueueUrl } = await sqs.getQueueUrl({ QueueName: UNDELIVERED });
      const set = (MessageRetentionPeriod: string) =>
        sqs.setQueueAttributes({ QueueUrl, Attributes: { MessageRetentionPeriod } });
      await set("60");
      return () => set("1209600");
    },
    says: [
      "verify-sqs-queue-as-declared",
      UNDELIVERED,
      "messageRetentionSeconds",
      "is 60 in the account; the stack declares 1209600",
    ],
  },
  {
    what: "a queue's policy lets everyone in",
    control: "ALERT-03",
    act: async ({ sqs }) => {
      const { QueueUrl } = await sqs.getQueueUrl({ QueueName: UNDELIVERED });
      const { Attributes = {} } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["Policy"] });
      const set = (Policy: string | undefined) =>
        sqs.setQueueAttributes({ QueueUrl, Attributes: { Policy: Policy ?? "" } });
      await set(widened(Attributes.Policy));
      return () => set(Attributes.Policy);
    },
    says: [
      "verify-sqs-queue-policy-as-declared",
      `${UNDELIVERED}-policy`,
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
];
