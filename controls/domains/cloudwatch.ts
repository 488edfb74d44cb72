import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const alertControls = [
  control({
    id: "ALERT-01",
    title: "Notifications are confidential and come from trusted publishers",
    objective: "Topics are encrypted with a customer managed key, and the public can neither publish nor subscribe.",
    provisions: ["NotificationTopic", "CustomerManagedKey"],
    prevents: ["sns-topic-customer-managed-key", "sns-topic-policy-not-public", "sns-topic-policy-tls-only"],
    detects: { checks: ["verify-sns-topic-as-declared", "verify-sns-topic-policy-as-declared"] },
    traces: ["sns:SetTopicAttributes", "sns:DeleteTopic", "sns:Unsubscribe"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AC-3", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      ...cis("no-public-resource-policy"),
      "security-hub": ["SNS.1", "SNS.4"],
    },
    limits: ["The topic's encryption does not cover a notification once it is sent by email."],
  }),
  control({
    id: "ALERT-02",
    title: "Every alarm notifies someone",
    objective: "Every alarm has an action, and the action is enabled.",
    provisions: ["InvocationLogging"],
    prevents: [
      "cloudwatch-alarm-has-action",
      "cloudwatch-alarm-topic-allows-publishing",
      "cloudwatch-alarm-can-go-off",
      "cloudwatch-metric-filter-can-match",
    ],
    detects: {
      configRules: ["cloudwatch-alarm-action-enabled-check"],
      checks: [
        "verify-cloudwatch-alarm-as-declared",
        "verify-cloudwatch-alarm-has-data",
        "verify-sns-subscription-as-declared",
        "verify-sns-subscription-confirmed",
      ],
    },
    traces: ["monitoring:DisableAlarmActions", "sns:Unsubscribe"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-ai-rmf": ["GOVERN 4.3"],
      "nist-800-53": ["AU-5", "SI-4"],
      "soc-2": ["CC7.2"],
      "pci-dss": ["10.7.2"],
      "security-hub": ["CloudWatch.15", "CloudWatch.17"],
    },
    limits: ["No rule can tell whether the topic has a confirmed subscriber who reads the notifications."],
  }),
  control({
    id: "ALERT-03",
    title: "Somebody is told when evidence is taken away",
    objective: "Each call that undoes a control is sent to people within minutes, whether it succeeded or was refused.",
    provisions: ["AlertHub", "GovernanceEvents"],
    prevents: [
      "cloudwatch-account-tamper-alerts-exist",
      "cloudwatch-event-rule-can-match",
      "cloudwatch-event-rule-enabled",
    ],
    detects: {
      checks: [
        "verify-eventbridge-rule-as-declared",
        "verify-eventbridge-target-as-declared",
        "verify-sqs-queue-as-declared",
        "verify-sqs-queue-policy-as-declared",
      ],
    },
    traces: ["events:DeleteRule", "events:DisableRule", "events:PutRule", "events:RemoveTargets"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["26(5)"],
      "nist-ai-rmf": ["MANAGE 4.1"],
      "nist-800-53": ["AU-5", "SI-4"],
      "soc-2": ["CC7.2"],
      "pci-dss": ["10.7.2"],
    },
    limits: [
      "Nobody is told where alarmEmails and alertSubscribers are empty, or a subscription is not confirmed.",
      "EventBridge delivers an event once a trail of the region has logged it, and as best it can: what it could not deliver waits in a queue.",
      "An event of more than 256 KB is never delivered.",
    ],
  }),
] as const;
