/** The telemetry contract: what an application says of each of its calls of a model, so that its records and those of AWS can be joined. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/gen-ai-spans.md",
    readOn: "2026-11-26",
  },
  {
    page: "https://github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/aws-bedrock.md",
    readOn: "2026-11-26",
  },
  {
    page: "https://github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/gen-ai-events.md",
    readOn: "2026-11-26",
  },
  { page: "https://opentelemetry.io/docs/specs/otel/logs/data-model/", readOn: "2026-11-26" },
  { page: "https://www.w3.org/TR/trace-context/", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataFilters.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_GuardrailTrace.html",
    readOn: "2026-11-26",
  },
];

/**
 * The last version of OpenTelemetry's semantic conventions that holds those for generative AI, which have moved to a repository of their
 * own since. Their status is "Development": names may change in later versions.
 */
export const SEMANTIC_CONVENTIONS = "1.41.0";

/** By which a reader of the records knows what the names mean. */
export const SCHEMA_URL = `https://opentelemetry.io/schemas/${SEMANTIC_CONVENTIONS}`;

/** The name of the event that a log record of a call is. */
export const CALL_EVENT = "gen_ai.client.inference.operation.details";

/** When an attribute has to be there: with every call, with one that a guardrail checked, with one that failed, or where it is known. */
export type Requirement = "always" | "guarded" | "failed" | "known";

export interface ContractAttribute {
  readonly requirement: Requirement;
  readonly type: "string" | "integer" | "strings";
  /** Whether OpenTelemetry names it; the others are this project's. */
  readonly standard: boolean;
  readonly meaning: string;
}

/** The attributes of a call, by name. */
export const CONTRACT = {
  "gen_ai.operation.name": {
    requirement: "always",
    type: "string",
    standard: true,
    meaning: "What is done: `chat`, `embeddings`, `invoke_agent`",
  },
  "gen_ai.provider.name": {
    requirement: "always",
    type: "string",
    standard: true,
    meaning: "Who serves the model: `aws.bedrock`",
  },
  "gen_ai.request.model": {
    requirement: "always",
    type: "string",
    standard: true,
    meaning: "The model, or the inference profile, that is asked",
  },
  "gen_ai.conversation.id": {
    requirement: "always",
    type: "string",
    standard: true,
    meaning: "The session, thread or job that the call belongs to",
  },
  "aws.request_id": {
    requirement: "always",
    type: "string",
    standard: true,
    meaning: "AWS's id of the request: `requestId` of Bedrock's invocation log, `requestID` of CloudTrail",
  },
  "aws.bedrock.guardrail.id": {
    requirement: "guarded",
    type: "string",
    standard: true,
    meaning: "The guardrail that checked the call",
  },
  "ai_governance.guardrail.version": {
    requirement: "guarded",
    type: "string",
    standard: false,
    meaning: "The guardrail's version: a number, or `DRAFT`",
  },
  "ai_governance.guardrail.trace_id": {
    requirement: "guarded",
    type: "string",
    standard: false,
    meaning:
      "Where the guardrail's assessment is found: the request id of the call, or of `ApplyGuardrail` where that was called apart, or the `traceId` of an agent's guardrail trace",
  },
  "ai_governance.guardrail.action": {
    requirement: "guarded",
    type: "string",
    standard: false,
    meaning: "`intervened` or `none`",
  },
  "error.type": {
    requirement: "failed",
    type: "string",
    standard: true,
    meaning: "The error's code, where the call failed",
  },
  "gen_ai.response.model": {
    requirement: "known",
    type: "string",
    standard: true,
    meaning: "The model that answered",
  },
  "gen_ai.response.finish_reasons": {
    requirement: "known",
    type: "strings",
    standard: true,
    meaning: "Why the model stopped",
  },
  "gen_ai.usage.input_tokens": {
    requirement: "known",
    type: "integer",
    standard: true,
    meaning: "Tokens sent",
  },
  "gen_ai.usage.output_tokens": {
    requirement: "known",
    type: "integer",
    standard: true,
    meaning: "Tokens got back",
  },
} as const satisfies Readonly<Record<string, ContractAttribute>>;

export type ContractAttributeName = keyof typeof CONTRACT;

/**
 * What is sent along with the request, so that Bedrock writes it into its own invocation log: key -> what it holds. Keys have no dots,
 * because query languages read those as paths.
 */
export const REQUEST_METADATA = {
  service_name: "The application, as `service.name` says it",
  conversation_id: "`gen_ai.conversation.id`",
  trace_id: "The trace, in W3C's form",
  span_id: "The span of the call, in W3C's form",
} as const;

export type RequestMetadataKey = keyof typeof REQUEST_METADATA;

/** What Bedrock lets be filtered by: 1 to 256 of these characters, in no more than 16 entries. */
export const METADATA_VALUE = /^[a-zA-Z0-9\s._:/=+$@-]{1,256}$/;
