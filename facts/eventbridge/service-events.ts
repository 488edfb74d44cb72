/** What services tell EventBridge of themselves, no call being behind it. */
import type { AlertSeverity } from "../alerting/severities";
import type { Source } from "../source";

const REFERENCE = "https://docs.aws.amazon.com/eventbridge/latest/ref";

export const SOURCES: readonly Source[] = [
  { page: `${REFERENCE}/events-ref-backup.html`, readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html",
    readOn: "2026-11-27",
    secondary: "the sample events, as a copy of the page has them",
  },
  { page: `${REFERENCE}/events-ref-bedrock.html`, readOn: "2026-11-26" },
  { page: `${REFERENCE}/events-ref-config.html`, readOn: "2026-11-26" },
  { page: `${REFERENCE}/events-ref-kms.html`, readOn: "2026-11-26" },
  { page: `${REFERENCE}/events-ref-trustedadvisor.html`, readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html",
    readOn: "2026-11-27",
    secondary: "the values of statuses, as public programs match them",
  },
  {
    page: "https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html",
    readOn: "2026-11-27",
    secondary: "the fields below detail, as public programs read them",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html",
    readOn: "2026-11-26",
    secondary: "the field that holds the compliance, as AWS's sample event has it",
  },
];

/** Events of one purpose, as one rule takes them in. */
export interface ServiceEvents {
  /** What a message says of the event. */
  readonly what: string;
  readonly severity: AlertSeverity;
  readonly source: string;
  readonly detailTypes: readonly string[];
  /** What the event has to have below `detail` as well. */
  readonly detail?: Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;
  /** JSON path of what the event is about. @default "$.resources[0]" */
  readonly resourcePath?: string;
  /** Sent in one region of a partition only, that of its global services. @default false */
  readonly isGlobal?: boolean;
}

export const SERVICE_EVENTS = {
  "key-loss": {
    what: "A key is deleted, or its material has expired",
    severity: "page",
    source: "aws.kms",
    detailTypes: ["KMS CMK Deletion", "KMS Imported Key Material Expiration"],
  },
  "non-compliance": {
    what: "AWS Config has found something that does not comply",
    severity: "ticket",
    source: "aws.config",
    detailTypes: ["Config Rules Compliance Change"],
    detail: { newEvaluationResult: { complianceType: ["NON_COMPLIANT"] } },
  },
  // Copies and restores are left out: the baseline's plans copy nothing, and whoever restores looks at it.
  "backup-jobs": {
    what: "A backup job has failed, has expired or was aborted",
    severity: "mail",
    source: "aws.backup",
    detailTypes: ["Backup Job State Change"],
    detail: { state: ["FAILED", "EXPIRED", "ABORTED"] },
    resourcePath: "$.detail.resourceArn",
  },
  "model-jobs": {
    what: "A job on models has changed its state",
    severity: "ticket",
    source: "aws.bedrock",
    detailTypes: ["Model Customization Job State Change", "Batch Inference Job State Change"],
  },
  "training-jobs": {
    what: "A training job has ended",
    severity: "ticket",
    source: "aws.sagemaker",
    detailTypes: ["SageMaker Training Job State Change"],
    detail: { TrainingJobStatus: ["Completed", "Failed", "Stopped"] },
  },
  "model-versions": {
    what: "A version of a model was approved or rejected",
    severity: "ticket",
    source: "aws.sagemaker",
    detailTypes: ["SageMaker Model Package State Change"],
    detail: { ModelApprovalStatus: ["Approved", "Rejected"] },
  },
  "model-endpoints": {
    what: "A model endpoint went into service, failed or is deleted",
    severity: "ticket",
    source: "aws.sagemaker",
    detailTypes: ["SageMaker Endpoint State Change"],
    detail: { EndpointStatus: ["IN_SERVICE", "FAILED", "DELETING"] },
  },
  // Without a support plan that has all checks, Trusted Advisor sends nothing.
  "trusted-advisor": {
    what: "Trusted Advisor recommends to act",
    severity: "ticket",
    source: "aws.trustedadvisor",
    detailTypes: ["Trusted Advisor Check Item Refresh Notification"],
    detail: { status: ["ERROR"] },
    resourcePath: "$.detail.resource_id",
    isGlobal: true,
  },
} as const satisfies Readonly<Record<string, ServiceEvents>>;

export type ServiceEventsId = keyof typeof SERVICE_EVENTS;

export const SERVICE_EVENTS_IDS = Object.keys(SERVICE_EVENTS) as readonly ServiceEventsId[]; // Object.keys loses the key types
