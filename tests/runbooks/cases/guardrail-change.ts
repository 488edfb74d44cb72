import type { guardrailChange } from "../../../runbooks/categories/guardrail-change";
import { ANN, APPROVED, asked, assessed, call, CORRELATED, invocation, times, type Cases } from "./case";

const STOPPED = invocation({ output: { outputBodyJson: { stopReason: "guardrail_intervened" } } });

export const guardrailChangeCases: Cases<typeof guardrailChange> = {
  "guardrails-changed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "UpdateGuardrail", { requestParameters: { guardrailIdentifier: "g" } }) },
      { record: call("bedrock", "DeleteEnforcedGuardrailConfiguration") },
    ],
    leaves: [{ record: call("bedrock", "CreateGuardrail") }, { record: call("bedrock", "GetGuardrail") }],
  },
  "guardrails-weakened": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call(
          "bedrock",
          "UpdateGuardrail",
          asked({
            contentPolicyConfig: { filtersConfig: [{ type: "HATE", inputStrength: "NONE" }] },
            guardrailIdentifier: "g",
          }),
        ),
      },
      { record: call("bedrock", "DeleteGuardrail", asked({ guardrailIdentifier: "g" })) },
    ],
    leaves: [
      {
        record: call(
          "bedrock",
          "UpdateGuardrail",
          asked({
            contentPolicyConfig: { filtersConfig: [{ type: "HATE", inputStrength: "HIGH" }] },
            guardrailIdentifier: "g",
          }),
        ),
      },
      { record: call("bedrock", "CreateGuardrail", asked({ name: "NONE" })) },
      {
        record: call(
          "bedrock",
          "GetGuardrail",
          asked({
            contentPolicyConfig: { filtersConfig: [{ type: "HATE", inputStrength: "NONE" }] },
            guardrailIdentifier: "g",
          }),
        ),
      },
    ],
  },
  "guardrail-interventions": {
    table: "model_invocations",
    finds: [
      { record: invocation({ output: { outputBodyJson: { stopReason: "guardrail_intervened" } } }) },
      { record: invocation({ output: { outputBodyJson: { "amazon-bedrock-guardrailAction": "INTERVENED" } } }) },
    ],
    leaves: [
      { record: invocation() },
      { record: invocation({ output: { outputBodyJson: { "amazon-bedrock-guardrailAction": "NONE" } } }) },
    ],
  },
  "personal-data-found": {
    table: "model_invocations",
    finds: [
      {
        record: invocation({
          output: {
            outputBodyJson: {
              trace: { guardrail: { inputAssessment: { g: assessed("sensitiveInformationPolicy") } } },
            },
          },
        }),
      },
      {
        record: invocation({
          output: {
            outputBodyJson: {
              "amazon-bedrock-trace": { guardrail: { outputs: [{ g: assessed("sensitiveInformationPolicy") }] } },
            },
          },
        }),
      },
    ],
    leaves: [
      { record: invocation() },
      {
        record: invocation({
          output: { outputBodyJson: { trace: { guardrail: { inputAssessment: { g: assessed("contentPolicy") } } } } },
        }),
      },
      {
        record: invocation({
          output: {
            outputBodyJson: {
              trace: { guardrail: { inputAssessment: { g: assessed("sensitiveInformationPolicy") } } },
            },
          },
        }),
        daysAgo: 8,
      },
    ],
  },
  "prompt-injection-spike": {
    table: "model_invocations",
    given: { interventionsPerHour: 3 },
    finds: times(3, { record: { ...STOPPED, timestamp: "2026-11-11T08:59:59Z", requestMetadata: CORRELATED } }),
    leaves: [
      ...times(2, { record: { ...STOPPED, timestamp: "2026-11-11T09:00:00Z" } }),
      ...times(3, { record: invocation({ timestamp: "2026-11-11T09:00:00Z" }) }),
    ],
    rows: [
      {
        caller: ANN.arn,
        modelid: APPROVED,
        hour: "2026-11-11T08",
        interventions: "3",
        conversations: "1",
        latest: "2026-11-11T08:59:59Z",
        requestid: "find-2",
      },
    ],
  },
  "calls-without-correlation": {
    table: "model_invocations",
    finds: [
      { record: invocation({ timestamp: "2026-11-12T08:00:00Z" }) },
      { record: invocation({ timestamp: "2026-11-12T09:00:00Z", requestMetadata: {} }) },
      ...Object.keys(CORRELATED).map((key) => ({
        record: invocation({
          timestamp: "2026-11-12T10:00:00Z",
          requestMetadata: Object.fromEntries(Object.entries(CORRELATED).filter(([name]) => name !== key)),
        }),
      })),
    ],
    leaves: [
      { record: invocation({ requestMetadata: { ...CORRELATED, team: "claims" } }) },
      { record: invocation({ schemaType: "Other" }) },
      { record: invocation(), daysAgo: 8 },
    ],
    rows: [
      {
        caller: ANN.arn,
        modelid: APPROVED,
        invocations: "6",
        first: "2026-11-12T08:00:00Z",
        last: "2026-11-12T10:00:00Z",
        example: "find-5",
      },
    ],
  },
};
