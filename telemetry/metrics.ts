/** What CloudWatch is to count of a record: CloudWatch's embedded metric format. Pure. */
import {
  APPLICATION_DIMENSION,
  APPLICATION_METRICS,
  APPLICATION_NAMESPACE,
  type ApplicationMetricId,
  DENIAL,
  SIGNAL_ATTRIBUTE,
  type SignalName,
} from "../facts/telemetry/signals";
import type { TelemetryRecord } from "./records";

/** A record from which CloudWatch Logs takes metrics as it arrives, in whatever log group. */
export type CountedRecord = TelemetryRecord & EmbeddedMetrics;

/**
 * What is added to a record: what is counted, the counts by their names, and the application.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export interface EmbeddedMetrics {
  readonly _aws: {
    /** Milliseconds since 1970. */
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: "Count" }[];
    }[];
  };
  readonly [member: string]: unknown;
}

/**
 * The record with what CloudWatch is to count of it: of all applications together, and of each. A call that succeeded, and that no guardrail
 * stopped, counts nothing and stays as it is. CloudWatch charges each metric of each application.
 */
export function withMetrics(record: TelemetryRecord): TelemetryRecord | CountedRecord {
  const names = METRIC_IDS.filter((metric) => COUNTS[metric](record)).map((metric) => APPLICATION_METRICS[metric].name);
  return names.length === 0
    ? record
    : {
        _aws: {
          Timestamp: Date.parse(record.timestamp),
          CloudWatchMetrics: [
            {
              Namespace: APPLICATION_NAMESPACE,
              Dimensions: [[], [APPLICATION_DIMENSION]],
              Metrics: names.map((Name) => ({ Name, Unit: "Count" })),
            },
          ],
        },
        [APPLICATION_DIMENSION]: record.resource["service.name"],
        ...Object.fromEntries(names.map((name) => [name, 1])),
        ...record,
      };
}

const METRIC_IDS = Object.keys(APPLICATION_METRICS) as readonly ApplicationMetricId[]; // Object.keys loses the key types

/** Which records each metric counts. */
const COUNTS: Readonly<Record<ApplicationMetricId, (record: TelemetryRecord) => boolean>> = {
  deniedCalls: ({ attributes }) => DENIAL.test(String(attributes["error.type"])),
  toolFailures: (record) => isFailed(record, "execute_tool"),
  retrievalFailures: (record) => isFailed(record, "retrieval"),
  blockedCalls: ({ attributes }) => attributes["ai_governance.guardrail.action"] === "intervened",
  escalations: (record) => isSignal(record, "escalation"),
  lowQualityFeedback: (record) => isSignal(record, "low_quality_feedback"),
  highRiskOutputs: (record) => isSignal(record, "high_risk_output"),
  unexpectedActions: (record) => isSignal(record, "unexpected_action"),
};

function isFailed({ attributes }: TelemetryRecord, operation: string): boolean {
  return attributes["error.type"] !== undefined && attributes["gen_ai.operation.name"] === operation;
}

function isSignal({ attributes }: TelemetryRecord, kind: SignalName): boolean {
  return attributes[SIGNAL_ATTRIBUTE] === kind;
}
