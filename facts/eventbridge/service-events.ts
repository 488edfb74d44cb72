/** What services tell EventBridge of themselves, no call being behind it. */
import type { AlertSeverity } from "../alerting/severities";
import type { Source } from "../source";

const REFERENCE = "https://docs.aws.amazon.com/eventbridge/latest/ref";

export const SOURCES: readonly Source[] = [
  { page: `${REFERENCE}/events-ref-bedrock.html`, readOn: "2026-11-26" },
  { page: `${REFERENCE}/events-ref-config.html`, readOn: "2026-11-26" },
  { page: `${REFERENCE}/events-ref-kms.html`, readOn: "2026-11-26" },
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
  readonly detail?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
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
  "model-jobs": {
    what: "A job on models has changed its state",
    severity: "ticket",
    source: "aws.bedrock",
    detailTypes: ["Model Customization Job State Change", "Batch Inference Job State Change"],
  },
} as const satisfies Readonly<Record<string, ServiceEvents>>;

export type ServiceEventsId = keyof typeof SERVICE_EVENTS;

export const SERVICE_EVENTS_IDS = Object.keys(SERVICE_EVENTS) as readonly ServiceEventsId[]; // Object.keys loses the key types
