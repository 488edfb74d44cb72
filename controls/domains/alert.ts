import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const alertControls = [
  control({
    id: "ALERT-01",
    title: "Notices are confidential and come from whom they seem to",
    objective: "Topics are encrypted with a customer key, and the public can neither publish nor subscribe.",
    provisions: ["NotificationTopic", "CustomerKey"],
    prevents: ["topic-customer-key", "topic-policy-not-public", "topic-policy-tls-only"],
    traces: ["sns:SetTopicAttributes", "sns:DeleteTopic", "sns:Unsubscribe"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AC-3", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      ...cis("no-public-resource-policy"),
      "security-hub": ["SNS.1", "SNS.4"],
    },
    limits: ["A notice that has left by e-mail is no longer encrypted by the topic."],
  }),
  control({
    id: "ALERT-02",
    title: "An alarm that goes off reaches somebody",
    objective: "Every alarm has an action, and the action is switched on.",
    provisions: ["InvocationLogging"],
    prevents: ["alarm-has-action", "alarm-topic-usable"],
    detects: { configRules: ["cloudwatch-alarm-action-enabled-check"] },
    traces: ["monitoring:DisableAlarmActions", "sns:Unsubscribe"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-ai-rmf": ["GOVERN 4.3"],
      "nist-800-53": ["AU-5", "SI-4"],
      "soc-2": ["CC7.2"],
      "pci-dss": ["10.7.2"],
      "security-hub": ["CloudWatch.15", "CloudWatch.17"],
    },
    limits: ["Whether the topic has a confirmed subscriber who reads is not known to any rule."],
  }),
] as const;
