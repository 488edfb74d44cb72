import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const configControls = [
  control({
    id: "CONFIG-01",
    title: "Every governed region records how its resources are configured",
    objective:
      "What existed, how it was configured and when it changed can be looked up; the record is an inventory too.",
    provisions: ["ConfigRecorder", "AccountBaseline"],
    prevents: [
      "account-has-recorder",
      "recorder-records-everything",
      "recorder-enabled",
      "recorder-started",
      "global-types-recorded-once",
      "recorder-continuous",
      "recorder-role-usable",
    ],
    traces: [
      "config:StopConfigurationRecorder",
      "config:DeleteConfigurationRecorder",
      "config:PutConfigurationRecorder",
      "config:DeleteDeliveryChannel",
    ],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["12(2)(a)"],
      "iso-42001": ["A.4.2", "A.4.5"],
      "nist-ai-rmf": ["GOVERN 1.6", "MANAGE 4.1"],
      "nist-800-53": ["CM-3", "CM-6", "CM-8"],
      "soc-2": ["CC7.1", "CC8.1"],
      "pci-dss": ["10.2.1.7"],
      ...cis("config-in-all-regions"),
      "security-hub": ["Config.1"],
    },
    limits: [
      "Log groups, Bedrock agents and the configuration of invocation logging are not recordable.",
      "An inventory of resources is not yet one of AI systems: which resources form a system, tags or people must say.",
    ],
  }),
  control({
    id: "CONFIG-02",
    title: "Configuration history is kept, encrypted and deliverable",
    objective: "The history is kept for at least a year, and its copy in a bucket is encrypted and really arrives.",
    provisions: ["ConfigRecorder", "EvidenceBucket", "CustomerKey"],
    prevents: ["config-retention-bounded", "delivery-channel-encrypted", "delivery-bucket-without-object-lock"],
    traces: ["config:PutDeliveryChannel", "config:DeleteRetentionConfiguration", "config:PutRetentionConfiguration"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-11", "SC-28(1)", "SI-12"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["10.5.1"],
    },
    limits: ["The bucket cannot have Object Lock, so its copy is protected by access rights and versions only."],
  }),
  control({
    id: "CONFIG-03",
    title: "Drift from the baseline is detected",
    objective: "The rules that watch the baseline exist, run and have parameters that mean what they should.",
    provisions: ["ConfigRules", "AccountBaseline"],
    prevents: [
      "account-has-config-rules",
      "config-rule-parameters-legal",
      "config-guard-rule-runs",
      "account-has-all-config-rules",
    ],
    traces: ["config:DeleteConfigRule", "config:PutConfigRule"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["26(5)"],
      "iso-42001": ["A.6.2.6"],
      "nist-ai-rmf": ["GOVERN 1.4", "MANAGE 4.1"],
      "nist-800-53": ["CA-7", "CM-6"],
      "soc-2": ["CC7.1"],
      "pci-dss": ["10.3.4"],
    },
    limits: [
      "Not every managed rule exists in every region; where one is missing, nothing takes its place.",
      "A finding of Config reaches people only through what the account does with it; no alert is set up here yet.",
    ],
  }),
  control({
    id: "CONFIG-04",
    title: "The recorder cannot be removed by an update of the stack",
    objective: "Ending the history takes a deliberate step that a review sees.",
    provisions: ["ConfigRecorder"],
    prevents: ["recorder-protected", "recorder-status-protected", "delivery-channel-protected"],
    traces: ["config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-9", "CM-3"],
      "soc-2": ["CC8.1"],
    },
    limits: [
      "The protection is Pulumi's and binds Pulumi only; the console and the API can still delete the recorder.",
    ],
  }),
] as const;
