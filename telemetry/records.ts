/** What is written of a call: attributes of a span, a log record, and the metadata that goes along with the request. Pure. */
import {
  CALL_EVENT,
  type ContractAttributeName,
  type RequestMetadataKey,
  SCHEMA_URL,
} from "../facts/telemetry/contract";
import { SIGNALS, SIGNAL_ATTRIBUTE, type SignalName } from "../facts/telemetry/signals";
import { type CallContext, type ModelCall, checkCall, checkContext } from "./model-call";
import { type Signal, type SignalDetails, checkSignal } from "./signal";

export type AttributeValue = string | number | readonly string[];

/** The contract's attributes, as `span.setAttributes` takes them. */
export type Attributes = Readonly<Partial<Record<ContractAttributeName, AttributeValue>>>;

/**
 * The attributes of the span of a call.
 *
 * @throws {TelemetryError} if a field is missing or has no such form
 */
export function spanAttributes(call: ModelCall): Attributes {
  checkCall(call);
  const { operation, provider = "aws.bedrock", model, conversationId, requestId, guardrail, errorType } = call;
  const { responseModel, finishReasons, inputTokens, outputTokens } = call;
  const attributes: Readonly<Record<ContractAttributeName, AttributeValue | undefined>> = {
    "gen_ai.operation.name": operation,
    "gen_ai.provider.name": provider,
    "gen_ai.request.model": model,
    "gen_ai.conversation.id": conversationId,
    "aws.request_id": requestId,
    "aws.bedrock.guardrail.id": guardrail?.id,
    "ai_governance.guardrail.version": guardrail?.version,
    "ai_governance.guardrail.trace_id": guardrail && (guardrail.traceId ?? requestId),
    "ai_governance.guardrail.action": guardrail?.action,
    "error.type": errorType,
    "gen_ai.response.model": responseModel,
    "gen_ai.response.finish_reasons": finishReasons,
    "gen_ai.usage.input_tokens": inputTokens,
    "gen_ai.usage.output_tokens": outputTokens,
  };
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

/** A log record in the fields of OpenTelemetry's log data model. As JSON it is one line. */
export interface TelemetryRecord {
  /** ISO 8601. */
  readonly timestamp: string;
  readonly eventName: string;
  /** 9 is information, 13 a warning, 17 an error: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
  readonly severityNumber: 9 | 13 | 17;
  readonly traceId: string;
  readonly spanId: string;
  readonly schemaUrl: typeof SCHEMA_URL;
  readonly resource: { readonly "service.name": string };
  readonly attributes: Readonly<Record<string, AttributeValue | undefined>>;
}

/** That of a call. */
export interface LogRecord extends TelemetryRecord {
  readonly eventName: typeof CALL_EVENT;
  readonly severityNumber: 9 | 17;
  readonly attributes: Attributes;
}

/** That of a signal. */
export interface SignalRecord extends TelemetryRecord {
  readonly eventName: (typeof SIGNALS)[SignalName]["event"];
  readonly severityNumber: 13;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The log record of a call.
 *
 * @param at when the call ended
 * @throws {TelemetryError} if a field is missing or has no such form
 */
export function logRecord(call: ModelCall, at: Date): LogRecord {
  return {
    ...fieldsOf(call, at),
    eventName: CALL_EVENT,
    severityNumber: call.errorType === undefined ? 9 : 17,
    attributes: spanAttributes(call),
  };
}

/**
 * The log record of a signal.
 *
 * @param at when it happened
 * @throws {TelemetryError} if a field is missing or has no such form
 */
export function signalRecord(signal: Signal, at: Date): SignalRecord {
  checkSignal(signal);
  const { details, conversationId, requestId } = signal;
  return {
    ...fieldsOf(signal, at),
    eventName: SIGNALS[details.kind].event,
    severityNumber: 13,
    attributes: {
      [SIGNAL_ATTRIBUTE]: details.kind,
      "gen_ai.conversation.id": conversationId,
      ...(requestId === undefined ? {} : { "aws.request_id": requestId }),
      ...attributesOf(details),
    },
  };
}

function attributesOf(details: SignalDetails): Readonly<Record<string, string>> {
  switch (details.kind) {
    case "escalation":
      return { "ai_governance.escalation.reason": details.reason };
    case "low_quality_feedback":
    case "high_risk_output":
      return { "gen_ai.evaluation.name": details.evaluation, "gen_ai.evaluation.score.label": details.label };
    case "unexpected_action":
      return { "gen_ai.tool.name": details.action };
  }
}

/** The fields that every record has. */
function fieldsOf(
  { traceId, spanId, service }: CallContext,
  at: Date,
): Pick<TelemetryRecord, "timestamp" | "traceId" | "spanId" | "schemaUrl" | "resource"> {
  return {
    timestamp: at.toISOString(),
    traceId,
    spanId,
    schemaUrl: SCHEMA_URL,
    resource: { "service.name": service },
  };
}

/**
 * What to send along with the request: `requestMetadata` of Converse, or as JSON the header `X-Amzn-Bedrock-Request-Metadata` of
 * InvokeModel. Bedrock writes it into its invocation log, which the application cannot leave out. The endpoint bedrock-mantle takes none.
 *
 * @throws {TelemetryError} if a field is missing or has no such form
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html
 */
export function requestMetadata(context: CallContext): Record<RequestMetadataKey, string> {
  checkContext(context);
  const { service, conversationId, traceId, spanId } = context;
  return { service_name: service, conversation_id: conversationId, trace_id: traceId, span_id: spanId };
}
