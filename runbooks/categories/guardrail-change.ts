import { all, any, is, matches } from "../queries/condition";
import type { RecordsQuery } from "../queries/query";
import { calls, trail } from "../queries/records";
import { type Runbook, step } from "../runbook";

/** What a call with a guardrail says of it: Converse by its reason to stop, InvokeModel by a field of its own. */
const INTERVENED = any(
  is("output.outputBodyJson.stopReason", "guardrail_intervened"),
  is('output.outputBodyJson["amazon-bedrock-guardrailAction"]', "INTERVENED"),
);

export const guardrailChange = {
  "guardrails-changed": {
    question: "Who changed or deleted guardrails, or their enforcement?",
    category: "guardrail-change",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        calls("bedrock", [
          "UpdateGuardrail",
          "DeleteGuardrail",
          "PutEnforcedGuardrailConfiguration",
          "DeleteEnforcedGuardrailConfiguration",
        ]),
        { guardrail: "requestParameters.guardrailIdentifier" },
      ),
    reading:
      "An update replaces every policy of the guardrail's working draft. Versions that are in use stay as they are.",
    response: [
      step("on-call", "Restore the guardrail: pulumi up --refresh."),
      step("model-owner", "Show the review of the change."),
    ],
    keep: ["The trail's records", "The guardrail's versions"],
  },
  "guardrails-weakened": {
    question: "Which guardrails were deleted, or given filters that do not act?",
    category: "guardrail-change",
    severity: "critical",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("bedrock", ["DeleteGuardrail", "DeleteEnforcedGuardrailConfiguration"]),
          all(
            calls("bedrock", ["CreateGuardrail", "UpdateGuardrail"]),
            matches(
              [
                "requestParameters.contentPolicyConfig{}",
                "requestParameters.sensitiveInformationPolicyConfig{}",
                "requestParameters.topicPolicyConfig{}",
              ],
              '"(inputStrength|outputStrength|action|inputAction|outputAction)" *: *"NONE"|"(inputEnabled|outputEnabled)" *: *false',
            ),
          ),
        ),
        { guardrail: ["requestParameters.guardrailIdentifier", "requestParameters.name"] },
      ),
    reading:
      "A row is a guardrail that lets pass what it stopped. The strength NONE is right for prompt attacks in answers, where no other is allowed.",
    response: [
      step("on-call", "Restore the guardrail: pulumi up --refresh."),
      step("security", "Look what passed meanwhile: run guardrail-interventions for the days before and after."),
      step("data-governance", "Decide whether answers of that time may stand."),
    ],
    keep: ["The trail's records", "The guardrail's versions", "The invocation log of the time"],
  },
  "guardrail-interventions": {
    question: "In whose conversations did a guardrail intervene?",
    category: "guardrail-change",
    severity: "low",
    days: 7,
    parameters: [],
    query: (): RecordsQuery => ({
      kind: "records",
      tables: ["model_invocations"],
      where: INTERVENED,
      show: { conversation: "requestMetadata.conversation_id" },
    }),
    reading:
      "A row is a request or an answer that was blocked or masked. Many of one caller are an attack, or a guardrail that is too strict.",
    response: [
      step("model-owner", "Read the conversation, where the policy lets you, and adjust the guardrail or the prompt."),
    ],
    keep: ["The invocation log's records"],
  },
  "personal-data-found": {
    question: "In whose invocations did a guardrail find personal data? Only those count that ask for its trace.",
    category: "guardrail-change",
    severity: "medium",
    days: 7,
    parameters: [],
    query: (): RecordsQuery => ({
      kind: "records",
      tables: ["model_invocations"],
      where: matches("output.outputBodyJson{}", '"sensitiveInformationPolicy" *:'),
    }),
    reading: "A row is an invocation whose trace names entities of personal data, blocked or not.",
    response: [
      step("data-governance", "Decide whether the data belongs there, and inform those whom it concerns."),
      step("model-owner", "Mask such data before it is sent."),
    ],
    keep: ["The ids of the records; the content only where the policy allows it"],
  },
  "prompt-injection-spike": {
    question: "Whose requests made guardrails intervene far too often in an hour?",
    category: "guardrail-change",
    severity: "high",
    days: 7,
    parameters: ["interventionsPerHour"],
    query: ({ interventionsPerHour }) => ({
      kind: "counts",
      tables: ["model_invocations"],
      where: INTERVENED,
      by: { caller: "identity.arn", modelid: "modelId" },
      hourly: true,
      counted: "interventions",
      measures: {
        conversations: { of: "distinct", field: "requestMetadata.conversation_id" },
        latest: { of: "highest", field: "timestamp" },
        requestid: { of: "highest", field: "requestId" },
      },
      atLeast: interventionsPerHour,
    }),
    reading:
      "A row is an hour of a caller. Few conversations are one attacker; many are a change of the application or of the guardrail.",
    response: [
      step("on-call", "Limit the caller's rate, or block the user behind the conversations."),
      step("security", "Look whether permissions changed meanwhile: run model-permissions-widened."),
      step("model-owner", "Add what was tried to the guardrail's tests."),
    ],
    keep: ["The invocation log's records of the hour", "The application's records of the same conversations"],
  },
  "calls-without-correlation": {
    question: "Whose invocations cannot be joined to an application, a conversation or a trace?",
    category: "guardrail-change",
    severity: "low",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "counts",
      tables: ["model_invocations"],
      where: any(
        { kind: "absent", field: "requestMetadata.service_name" },
        { kind: "absent", field: "requestMetadata.conversation_id" },
        { kind: "absent", field: "requestMetadata.trace_id" },
        { kind: "absent", field: "requestMetadata.span_id" },
      ),
      by: { caller: "identity.arn", modelid: "modelId" },
      counted: "invocations",
      measures: {
        first: { of: "lowest", field: "timestamp" },
        last: { of: "highest", field: "timestamp" },
        example: { of: "highest", field: "requestId" },
      },
    }),
    reading:
      "A row is an application that leaves no request metadata: an incident there cannot be followed from the conversation to the call.",
    response: [step("model-owner", "Send the request metadata of the telemetry contract along.")],
    keep: ["The numbers, until the application is mended"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
