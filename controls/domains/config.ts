import { control } from "../control";
import { cis } from "../frameworks/cis-aws";

export const configControls = [
  control({
    id: "CONFIG-01",
    title: "Every governed region records its resource configuration",
    objective:
      "You can look up what existed, how it was configured and when it changed. The record also serves as an inventory.",
    provisions: ["ConfigRecorder", "AccountBaseline"],
    prevents: [
      "config-account-recorder-exists",
      "config-recorder-all-resource-types",
      "config-recorder-enabled",
      "config-recorder-started",
      "config-global-resource-types-recorded-once",
      "config-recorder-continuous",
      "config-recorder-role-allows-recording",
      "config-recorder-service-linked-role",
    ],
    detects: {
      checks: [
        "verify-config-recorder-as-declared",
        "verify-config-recorder-running",
        "verify-config-recorder-healthy",
        "verify-iam-service-linked-role-exists",
      ],
    },
    traces: [
      "config:StopConfigurationRecorder",
      "config:DeleteConfigurationRecorder",
      "config:PutConfigurationRecorder",
      "config:DeleteDeliveryChannel",
    ],
    responds: ["recorder-stopped", "ai-resources-recorded", "identities-recorded"],
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
      "AWS Config cannot record log groups, Bedrock agents or the invocation logging configuration.",
      "A resource inventory is not an inventory of AI systems. Tags or people have to say which resources form a system.",
    ],
  }),
  control({
    id: "CONFIG-02",
    title: "Configuration history is retained, encrypted and delivered",
    objective: "The history is kept for at least a year, and its copy in a bucket is encrypted and can be delivered.",
    provisions: ["ConfigRecorder", "EvidenceBucket", "CustomerManagedKey", "LogArchive"],
    prevents: [
      "config-item-retention-minimum",
      "config-delivery-channel-customer-managed-key",
      "config-delivery-bucket-without-object-lock",
      "config-delivery-bucket-retention",
      "config-delivery-bucket-allows-delivery",
      "config-delivery-key-allows-encryption",
    ],
    detects: {
      checks: [
        "verify-config-delivery-channel-as-declared",
        "verify-config-delivery-healthy",
        "verify-config-retention-as-declared",
      ],
    },
    traces: ["config:PutDeliveryChannel", "config:DeleteRetentionConfiguration", "config:PutRetentionConfiguration"],
    responds: ["recorder-stopped", "retention-shortened"],
    clauses: {
      "nist-800-53": ["AU-11", "SC-28(1)", "SI-12"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["10.5.1"],
    },
    limits: ["The bucket cannot use Object Lock, so only access control and versioning protect the copy."],
  }),
  control({
    id: "CONFIG-03",
    title: "Drift from the baseline is detected",
    objective: "The rules that monitor the baseline exist, run and have valid parameters.",
    provisions: ["ConfigRules", "ConformancePack", "PeriodicChecks", "AccountBaseline"],
    prevents: [
      "config-account-required-rules-exist",
      "config-rule-parameters-valid",
      "config-guard-rule-valid",
      "config-account-baseline-rules-exist",
      "config-account-periodic-checks-exist",
    ],
    detects: {
      checks: [
        "verify-config-rule-as-declared",
        "verify-config-rule-active",
        "verify-lambda-function-as-declared",
        "verify-lambda-permission-as-declared",
      ],
    },
    traces: ["config:DeleteConfigRule", "config:PutConfigRule", "config:DeleteConformancePack"],
    responds: ["recorder-stopped"],
    clauses: {
      "eu-ai-act": ["26(5)"],
      "iso-42001": ["A.6.2.6"],
      "nist-ai-rmf": ["GOVERN 1.4", "MANAGE 4.1"],
      "nist-800-53": ["CA-7", "CM-6"],
      "soc-2": ["CC7.1"],
      "pci-dss": ["10.3.4"],
    },
    limits: [
      "Not every managed rule exists in every region. Nothing replaces a missing rule.",
      "The rules of a conformance pack are in its template, which the policies on rules do not read.",
      "A rule that a Lambda function answers finds what its code looks for, which no policy reads.",
      "No alert on AWS Config findings is set up yet, so they reach people only if the account routes them.",
    ],
  }),
  control({
    id: "CONFIG-04",
    title: "A stack update cannot remove the recorder",
    objective: "Ending the history takes a deliberate step that is visible in review.",
    provisions: ["ConfigRecorder"],
    prevents: ["config-recorder-protected", "config-recorder-status-protected", "config-delivery-channel-protected"],
    traces: ["config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder"],
    responds: ["recorder-stopped"],
    clauses: {
      "nist-800-53": ["AU-9", "CM-3"],
      "soc-2": ["CC8.1"],
    },
    limits: ["The protection applies to Pulumi only. The console and the API can still delete the recorder."],
  }),
  control({
    id: "CONFIG-05",
    title: "What is recorded in every region is seen in one place",
    objective:
      "One query finds a resource and what does not comply, in whichever region it is, and only named accounts may ask.",
    provisions: ["ConfigAggregator", "AggregationAuthorizations", "AccountBaseline"],
    prevents: ["config-account-aggregator-exists", "config-aggregator-all-regions"],
    detects: {
      checks: ["verify-config-aggregator-as-declared", "verify-config-aggregation-authorization-as-declared"],
    },
    traces: [
      "config:DeleteConfigurationAggregator",
      "config:DeleteAggregationAuthorization",
      "config:PutAggregationAuthorization",
    ],
    responds: ["recorder-stopped"],
    clauses: {
      "iso-42001": ["A.4.2"],
      "nist-ai-rmf": ["GOVERN 1.6"],
      "nist-800-53": ["CM-8", "SI-4"],
      "soc-2": ["CC7.1"],
    },
    limits: [
      "An aggregator shows what recorders record. It starts no recorder, in no account.",
      "An aggregator of the whole organization takes its management account, or a delegated administrator.",
      "Whether each source delivers to the aggregator is not checked.",
    ],
  }),
  control({
    id: "CONFIG-06",
    title: "What AWS Config finds is put right by a runbook that was tried first",
    objective:
      "A setting that was changed is restored by a documented step that shows what it would do before it does it, by a role that may do nothing else.",
    provisions: ["ConfigRemediation", "AccountBaseline"],
    prevents: ["config-account-remediations-exist", "config-remediation-not-automatic"],
    detects: {
      checks: ["verify-config-remediation-as-declared", "verify-ssm-document-as-declared"],
    },
    traces: [
      "config:DeleteRemediationConfiguration",
      "config:PutRemediationConfigurations",
      "config:PutRemediationExceptions",
    ],
    responds: ["evidence-tampered-with"],
    clauses: {
      "nist-800-53": ["CM-6"],
      "soc-2": ["CC7.1"],
    },
    limits: [
      "Only rules whose findings one safe call puts right have a remediation. Log file validation, the logging of model invocations, encryption and retention are left to people.",
      "The role that blocks public access to a bucket could also allow it: S3 has one action for both.",
      "A runbook that somebody changes is found when baseline verify runs, and nobody is alerted.",
      "AWS Config takes no remediation for a rule of a conformance pack, of an organization or of Security Hub.",
    ],
  }),
  control({
    id: "CONFIG-07",
    title: "Evidence is collected by the controls of a framework, where the account has AWS Audit Manager",
    objective:
      "An assessment collects what the account's services say of themselves, control by control, for whoever owns the audit.",
    provisions: ["AuditAssessment"],
    detects: { checks: ["verify-auditmanager-assessment-as-declared"] },
    traces: [],
    responds: ["recorder-stopped"],
    clauses: { "nist-800-53": ["CA-7"] },
    limits: [
      "AWS sets Audit Manager up for no new customer, so that it is left out unless the setting auditManager says otherwise; where it is not set up, `baseline preflight` says that AWS refuses it.",
      "No rule asks for it, because most accounts cannot have it.",
      "What is evidence of which control is for AWS's framework to say, which knows Bedrock and SageMaker and not this baseline.",
      "Nobody is alerted when an assessment is ended. It is found when `baseline verify` runs.",
    ],
  }),
] as const;
