/** What an application writes of its calls of models. */
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
  spanAttributes,
} from "./records";
export { contractProblems } from "./contract-problems";
export { CALL_EVENT, CONTRACT, REQUEST_METADATA, SCHEMA_URL } from "../facts/telemetry/contract";
