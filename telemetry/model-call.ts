/** A call of a model, as the application knows it, and what of it is refused. */
import { METADATA_VALUE } from "../facts/telemetry/contract";

/** Where in a trace a call stands, in W3C's form. */
export interface TraceContext {
  /** 32 hexadecimal digits in lower case, not all zero. */
  readonly traceId: string;
  /** 16 hexadecimal digits in lower case, not all zero. */
  readonly spanId: string;
}

/** What is known before the call. */
export interface CallContext extends TraceContext {
  /** The application: OpenTelemetry's `service.name`. */
  readonly service: string;
  /** The session, thread or job. 1 to 256 letters, digits, spaces and `._:/=+$@-`. */
  readonly conversationId: string;
}

/** What a guardrail made of a call. */
export interface GuardrailCheck {
  readonly id: string;
  /** A number from 1, or `DRAFT`. */
  readonly version: string;
  readonly action: "intervened" | "none";
  /**
   * The request id of `ApplyGuardrail`, where that was called apart, or the `traceId` of an agent's guardrail trace.
   *
   * @default the request id of the call, whose answer holds the assessment
   */
  readonly traceId?: string;
}

/** The operations that OpenTelemetry names, or another. */
export type OperationName =
  | "chat"
  | "embeddings"
  | "execute_tool"
  | "generate_content"
  | "invoke_agent"
  | "retrieval"
  | "text_completion"
  | (string & {}); // keeps the names in what editors propose

/** A call that was answered, or refused. */
export interface ModelCall extends CallContext {
  readonly operation: OperationName;
  /** @default "aws.bedrock" */
  readonly provider?: string;
  /** Id or ARN of the model or inference profile. */
  readonly model: string;
  /** AWS's id of the request: `$metadata.requestId` of the SDK's answer. */
  readonly requestId: string;
  /** @default - no guardrail checked the call */
  readonly guardrail?: GuardrailCheck;
  /** The error's code, such as `ThrottlingException`. @default - the call succeeded */
  readonly errorType?: string;
  /** @default - not known */
  readonly responseModel?: string;
  /** @default - not known */
  readonly finishReasons?: readonly string[];
  /** @default - not known */
  readonly inputTokens?: number;
  /** @default - not known */
  readonly outputTokens?: number;
}

/** A field that cannot be written. The message says which, the value got, the values allowed and how to fix it. */
export class TelemetryError extends Error {
  constructor(field: string, got: unknown, allowed: string, fix: string) {
    super(`${field} is ${got === undefined ? "not given" : JSON.stringify(got)}. Allowed: ${allowed}. ${fix}`);
    this.name = "TelemetryError";
  }
}

interface Form {
  readonly pattern: RegExp;
  readonly allowed: string;
  readonly fix: string;
}

export const TRACE_ID = /^(?!0+$)[0-9a-f]{32}$/;
export const SPAN_ID = /^(?!0+$)[0-9a-f]{16}$/;
export const GUARDRAIL_VERSION = /^([1-9][0-9]{0,7}|DRAFT)$/;

const METADATA: Form = {
  // What is nothing but spaces joins nothing.
  pattern: new RegExp(`^(?=.*\\S)${METADATA_VALUE.source.slice(1)}`, "s"),
  allowed: "1 to 256 letters, digits, spaces and ._:/=+$@-, not spaces alone",
  fix: "Bedrock takes no others in a request's metadata; write an id that has none.",
};
const TEXT: Form = { pattern: /\S/, allowed: "a text that is not empty", fix: "Without it no record can be joined." };

const CONTEXT_FORMS: Readonly<Record<keyof CallContext, Form>> = {
  service: METADATA,
  conversationId: METADATA,
  traceId: {
    pattern: TRACE_ID,
    allowed: "32 hexadecimal digits in lower case, not all zero",
    fix: "Take it from the span that is active, or by traceContextOf from the header traceparent.",
  },
  spanId: {
    pattern: SPAN_ID,
    allowed: "16 hexadecimal digits in lower case, not all zero",
    fix: "Take it from the span that is active, or by traceContextOf from the header traceparent.",
  },
};

/** @throws {TelemetryError} */
export function checkContext(context: CallContext): void {
  for (const [field, form] of Object.entries(CONTEXT_FORMS)) {
    check(field, context[field as keyof CallContext], form); // a key of the table
  }
}

/** @throws {TelemetryError} */
export function checkCall(call: ModelCall): void {
  checkContext(call);
  const { operation, provider, model, requestId, guardrail, errorType, responseModel } = call;
  Object.entries({ operation, model, requestId }).forEach(([field, value]) => checkText(field, value));
  Object.entries({ provider, errorType, responseModel }).forEach(([field, value]) => checkGiven(field, value));
  Object.entries({ inputTokens: call.inputTokens, outputTokens: call.outputTokens }).forEach(([field, value]) => {
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
      throw new TelemetryError(field, value, "a whole number, at least 0", "Leave it out where it is not known.");
    }
  });
  if (guardrail !== undefined) {
    checkText("guardrail.id", guardrail.id);
    check("guardrail.version", guardrail.version, {
      pattern: GUARDRAIL_VERSION,
      allowed: "a number from 1 to 99999999, or DRAFT",
      fix: "Give the version that the call names.",
    });
    checkGiven("guardrail.traceId", guardrail.traceId);
  }
}

function check(field: string, value: unknown, { pattern, allowed, fix }: Form): void {
  if (typeof value !== "string" || !pattern.test(value)) {
    throw new TelemetryError(field, value, allowed, fix);
  }
}

/** @throws {TelemetryError} if it is not a text, or an empty one */
export function checkText(field: string, value: unknown): void {
  check(field, value, TEXT);
}

/** @throws {TelemetryError} if it is given and not a text, or an empty one */
export function checkGiven(field: string, value: unknown): void {
  if (value !== undefined) {
    checkText(field, value);
  }
}

/**
 * The trace of a W3C `traceparent` header.
 *
 * @throws {TelemetryError} if it is none
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceContextOf(traceparent: string): TraceContext {
  // A later version may have more fields after these; "ff" is none.
  const {
    traceId = "",
    spanId = "",
    more = "",
  } = /^(?!ff)[0-9a-f]{2}-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-[0-9a-f]{2}(?<more>-.*)?$/.exec(traceparent)
    ?.groups ?? {};
  if (!TRACE_ID.test(traceId) || !SPAN_ID.test(spanId) || (traceparent.startsWith("00-") && more !== "")) {
    throw new TelemetryError(
      "traceparent",
      traceparent,
      "VERSION-TRACE-SPAN-FLAGS in hexadecimal digits, such as 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      "Start a trace where a request comes without one.",
    );
  }
  return { traceId, spanId };
}
