/** The page on the telemetry contract for applications. */
import {
  CONTRACT,
  type ContractAttribute,
  REQUEST_METADATA,
  type Requirement,
  SEMANTIC_CONVENTIONS,
} from "../../facts/telemetry/contract";
import {
  APPLICATION_DIMENSION,
  APPLICATION_METRICS,
  APPLICATION_NAMESPACE,
  type ApplicationMetric,
  SIGNALS,
  type SignalKind,
} from "../../facts/telemetry/signals";
import { code, list, page, table } from "./markdown";

const REQUIREMENTS: Readonly<Record<Requirement, string>> = {
  always: "always",
  guarded: "where a guardrail checked the call",
  failed: "where the call failed",
  known: "where it is known",
};

export function renderTelemetry(): string {
  const rows: readonly (readonly [string, ContractAttribute])[] = Object.entries(CONTRACT);
  const signals: readonly (readonly [string, SignalKind])[] = Object.entries(SIGNALS);
  const metrics: readonly ApplicationMetric[] = Object.values(APPLICATION_METRICS);
  return page(
    "# The telemetry contract",
    `AWS records that a model was called, by whom and, where invocation logging is on, with what. It does not know for whom the application asked, in which conversation, and what else was done for the same request. So an application says of each call: the attributes of OpenTelemetry's [conventions for generative AI](https://github.com/open-telemetry/semantic-conventions/tree/v${SEMANTIC_CONVENTIONS}/docs/gen-ai), version ${SEMANTIC_CONVENTIONS}, and ids by which its records, Bedrock's and CloudTrail's are joined.`,
    list([
      "**Session**: `gen_ai.conversation.id`, and `conversation_id` in the request's metadata",
      "**Trace**: the trace and span of the record, in W3C's form, and `trace_id` and `span_id` in the request's metadata",
      "**Request**: `aws.request_id`, which is `requestId` in Bedrock's invocation log and `requestID` in CloudTrail",
      "**Guardrail trace**: `ai_governance.guardrail.trace_id`, the request whose answer holds the guardrail's assessment",
    ]),
    "The conventions are in development: names may change in later versions, so the records name the version that they keep to.",
    "## Attributes of a call",
    "As attributes of the call's span, or of a log record of the event `gen_ai.client.inference.operation.details`. Names that begin with `ai_governance.` are this project's. Prompts and answers are no part of it: they stay in the invocation log, under its protection.",
    table(
      ["Attribute", "Required", "Type", "What it says"],
      rows.map(([name, { requirement, type, meaning }]) => [code(name), REQUIREMENTS[requirement], type, meaning]),
    ),
    "## Metadata of a request",
    "Sent along with the request: as `requestMetadata` of Converse and ConverseStream, or as JSON in the header `X-Amzn-Bedrock-Request-Metadata` of InvokeModel and InvokeModelWithResponseStream ([AWS's page](https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html)). Bedrock writes it into its own invocation log. The endpoint bedrock-mantle takes none.",
    table(
      ["Key", "Holds"],
      Object.entries(REQUEST_METADATA).map(([key, holds]) => [code(key), holds]),
    ),
    "## Signals beside the calls",
    "What no record of AWS's shows, an application says in a log record of its own, with the ids of the conversation and the trace, and `aws.request_id` where it is about the answer to one request. `ai_governance.signal` names the kind. No text of the conversation is part of it.",
    table(
      ["Signal", "Event", "It says that", "Attributes"],
      signals.map(([name, { event, meaning, attributes }]) => [
        code(name),
        code(event),
        meaning,
        attributes.map((attribute) => `${code(attribute.name)}: ${attribute.meaning}`).join("; "),
      ]),
    ),
    "## Metrics",
    `\`withMetrics(record)\` adds to a record what CloudWatch is to count of it, in CloudWatch's [embedded metric format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html): CloudWatch Logs takes the metrics from the record as it arrives, in whatever log group, if it is one line that is nothing but this JSON. They are counted of all applications of the region together, which \`ApplicationAlarms\` and \`GovernanceDashboards\` watch, and of each by the dimension \`${APPLICATION_DIMENSION}\`. CloudWatch charges each as a custom metric.`,
    table(
      [`Metric in ${code(APPLICATION_NAMESPACE)}`, "Counts"],
      metrics.map(({ name, counts }) => [code(name), counts]),
    ),
    "## The helper",
    "The package `ai-governance-baseline-telemetry` ([telemetry/](../telemetry/README.md)) writes all of it, typed and without any dependency: `spanAttributes(call)`, `logRecord(call, at)`, `signalRecord(signal, at)`, `withMetrics(record)` and `requestMetadata(context)`. What is missing or malformed is refused. `contractProblems(record)` says what a record lacks that somebody else wrote.",
    "## Who does not keep it",
    "The saved query `calls-without-correlation` of `EvidenceQueries` reads Bedrock's invocation logs in S3 and lists the callers and models of the last seven days whose requests came without an id. An application cannot leave that log out. Where it goes to CloudWatch Logs alone, this query of CloudWatch Logs Insights asks the same of the log group; no test runs it, because no engine of that language was at hand:",
    `\`\`\`\n${insightsQuery()}\n\`\`\``,
    "No rule of the policy pack asks for it: no resource shows what a program sends along with its requests, and a rule that guessed it from environment variables would be wrong about programs that configure themselves in code.",
  );
}

function insightsQuery(): string {
  const lacking = Object.keys(REQUEST_METADATA).map((key) => `not ispresent(requestMetadata.${key})`);
  return [
    'filter schemaType = "ModelInvocationLog"',
    `| filter ${lacking.join(" or ")}`,
    "| stats count(*) as invocations by identity.arn, modelId",
    "| sort invocations desc",
  ].join("\n");
}
