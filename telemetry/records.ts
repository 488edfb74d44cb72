/** What is written of a call: attributes of a span, a log record, and the metadata that goes along with the request. Pure. */
import {
  CALL_EVENT,
  type ContractAttributeName,
  type RequestMetadataKey,
  SCHEMA_URL,
} from "../facts/telemetry/contract";
import { type CallContext, type ModelCall, checkCall, checkContext } from "./model-call";

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
export interface LogRecord {
  /** ISO 8601. */
  readonly timestamp: string;
  readonly eventName: typeof CALL_EVENT;
  /** 9 is information, 17 an error: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
  readonly severityNumber: 9 | 17;
  readonly traceId: string;
  readonly spanId: string;
  readonly schemaUrl: typeof SCHEMA_URL;
  readonly resource: { readonly "service.name": string };
  readonly attributes: Attributes;
}

/**
 * The log record of a call.
 *
 * @param at when the call ended
 * @throws {TelemetryError} if a field is missing or has no such form
 */
export function logRecord(call: ModelCall, at: Date): LogRecord {
  return {
    timestamp: at.toISOString(),
    eventName: CALL_EVENT,
    severityNumber: call.errorType === undefined ? 9 : 17,
    traceId: call.traceId,
    spanId: call.spanId,
    schemaUrl: SCHEMA_URL,
    resource: { "service.name": call.service },
    attributes: spanAttributes(call),
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
