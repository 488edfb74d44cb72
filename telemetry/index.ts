/** What an application writes of its calls of models, and of what became of them. */
export {
  type CallContext,
  type GuardrailCheck,
  type ModelCall,
  type OperationName,
  TelemetryError,
  type TraceContext,
  traceContextOf,
} from "./model-call";
export {
  type AttributeValue,
  type Attributes,
  type LogRecord,
  logRecord,
  requestMetadata,
  type SignalRecord,
  signalRecord,
  spanAttributes,
  type TelemetryRecord,
} from "./records";
export { type CountedRecord, type EmbeddedMetrics, withMetrics } from "./metrics";
export { type Signal, type SignalDetails } from "./signal";
export { contractProblems } from "./contract-problems";
export { CALL_EVENT, CONTRACT, REQUEST_METADATA, SCHEMA_URL } from "../facts/telemetry/contract";
export { APPLICATION_METRICS, APPLICATION_NAMESPACE, SIGNALS } from "../facts/telemetry/signals";
