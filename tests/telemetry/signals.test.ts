/** What an application says beside its calls, and what CloudWatch counts of its records. */
import assert from "node:assert/strict";
import * as conventions from "@opentelemetry/semantic-conventions/incubating";
import { MetricsContext } from "aws-embedded-metrics/lib/logger/MetricsContext";
import { Unit } from "aws-embedded-metrics";
import { LogSerializer } from "aws-embedded-metrics/lib/serializers/LogSerializer";
import * as fc from "fast-check";
import { APPLICATION_METRICS, type ApplicationMetric, SIGNALS, type SignalKind } from "../../facts/telemetry/signals";
import {
  type ModelCall,
  type Signal,
  type SignalDetails,
  contractProblems,
  logRecord,
  signalRecord,
  withMetrics,
} from "../../telemetry";

const CONTEXT = {
  service: "claims-assistant",
  conversationId: "conversation-1",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: "b7ad6b7169203331",
};
const AT = new Date("2026-11-27T12:00:00.000Z");
const CALL: ModelCall = { ...CONTEXT, operation: "chat", model: "amazon.nova-lite-v1:0", requestId: "request-1" };

const DETAILS = {
  escalation: { kind: "escalation", reason: "refund_over_limit" },
  low_quality_feedback: { kind: "low_quality_feedback", evaluation: "user_feedback", label: "thumbs_down" },
  high_risk_output: { kind: "high_risk_output", evaluation: "output_risk", label: "medical_advice" },
  unexpected_action: { kind: "unexpected_action", action: "delete_account" },
} as const satisfies Readonly<Record<keyof typeof SIGNALS, SignalDetails>>;

const signal = (details: SignalDetails, more: Partial<Signal> = {}): Signal => ({ ...CONTEXT, details, ...more });
const KINDS: readonly (readonly [string, SignalKind])[] = Object.entries(SIGNALS);

describe("The signals of an application", () => {
  it("take the names that OpenTelemetry gives, and keep their own apart", () => {
    const known = new Set<unknown>(Object.values(conventions));
    for (const [kind, { event, attributes }] of KINDS) {
      assert.equal(event.startsWith("ai_governance."), !known.has(event), kind);
      for (const { name, standard } of attributes) {
        assert.deepEqual([known.has(name), name.startsWith("ai_governance.")], [standard, !standard], name);
      }
    }
  });

  it("are log records by which the call, the trace and the session are found", () => {
    assert.deepEqual(signalRecord(signal(DETAILS.high_risk_output, { requestId: "request-1" }), AT), {
      timestamp: "2026-11-27T12:00:00.000Z",
      eventName: "gen_ai.evaluation.result",
      severityNumber: 13,
      traceId: CONTEXT.traceId,
      spanId: CONTEXT.spanId,
      schemaUrl: "https://opentelemetry.io/schemas/1.41.0",
      resource: { "service.name": "claims-assistant" },
      attributes: {
        "ai_governance.signal": "high_risk_output",
        "gen_ai.conversation.id": "conversation-1",
        "aws.request_id": "request-1",
        "gen_ai.evaluation.name": "output_risk",
        "gen_ai.evaluation.score.label": "medical_advice",
      },
    });
  });

  for (const [kind, { attributes }] of KINDS) {
    it(`keep the contract, and lack what is taken from them: ${kind}`, () => {
      const record = signalRecord(signal(DETAILS[kind as keyof typeof DETAILS]), AT); // a key of the table
      assert.deepEqual(contractProblems(record), []);
      for (const { name } of attributes) {
        const { [name]: _, ...rest } = record.attributes;
        assert.deepEqual(contractProblems({ ...record, attributes: rest }), [`${name} is missing`]);
      }
    });
  }

  it("are not of a kind that nobody knows", () => {
    const record = signalRecord(signal(DETAILS.escalation), AT);
    for (const kind of ["praise", "toString", 1]) {
      assert.deepEqual(
        contractProblems({ ...record, attributes: { ...record.attributes, "ai_governance.signal": kind } }),
        ["ai_governance.signal is none of escalation, low_quality_feedback, high_risk_output, unexpected_action"],
      );
    }
  });

  const refused: Readonly<Record<string, readonly [unknown, RegExp]>> = {
    "a kind that nobody knows": [
      { kind: "praise" },
      /^details\.kind is "praise"\. Allowed: escalation, low_quality_feedback, high_risk_output, unexpected_action\./,
    ],
    "an escalation for no reason": [{ kind: "escalation", reason: " " }, /^details\.reason is " "\. Allowed: a text/],
    "an evaluation without a label": [
      { kind: "high_risk_output", evaluation: "output_risk", label: "" },
      /^details\.label is ""/,
    ],
    "an action without a name": [{ kind: "unexpected_action", action: "" }, /^details\.action is ""/],
  };
  for (const [what, [details, message]] of Object.entries(refused)) {
    it(`refuse ${what}`, () => {
      // Reason for the cast: untyped code calls it so.
      assert.throws(() => signalRecord(signal(details as SignalDetails), AT), { name: "TelemetryError", message });
    });
  }

  it("refuse a request that is empty, and a context that joins nothing", () => {
    assert.throws(() => signalRecord(signal(DETAILS.escalation, { requestId: "" }), AT), /requestId is ""/);
    assert.throws(() => signalRecord(signal(DETAILS.escalation, { conversationId: "" }), AT), /conversationId is ""/);
  });
});

/** What AWS's own library writes of a count of one, for all applications together and for each. */
function byLibrary(names: readonly string[]): unknown {
  const context = MetricsContext.empty();
  context.setNamespace("AIGovernance/Applications");
  context.setTimestamp(AT);
  context.setDimensions([{}, { service: CONTEXT.service }]);
  names.forEach((name) => {
    context.putMetric(name, 1, Unit.Count);
  });
  return JSON.parse(new LogSerializer().serialize(context)[0] ?? "");
}

/** The metrics that are counted of a record. */
function counted(record: object): readonly string[] {
  const metrics: readonly ApplicationMetric[] = Object.values(APPLICATION_METRICS);
  return metrics.map(({ name }) => name).filter((name) => name in record);
}

describe("What CloudWatch counts of a record", () => {
  const failed = (operation: string, errorType: string) => logRecord({ ...CALL, operation, errorType }, AT);
  const guarded = (action: "intervened" | "none") =>
    logRecord({ ...CALL, guardrail: { id: "gr1", version: "1", action } }, AT);
  const cases: readonly (readonly [
    string,
    ReturnType<typeof logRecord> | ReturnType<typeof signalRecord>,
    readonly string[],
  ])[] = [
    ["a call that succeeded", logRecord(CALL, AT), []],
    ["a call that no guardrail stopped", guarded("none"), []],
    ["a call that was throttled", failed("chat", "ThrottlingException"), []],
    ["a call that a guardrail stopped", guarded("intervened"), ["BlockedCalls"]],
    ["a call that was denied", failed("chat", "AccessDeniedException"), ["DeniedCalls"]],
    ["a call of a tool that failed", failed("execute_tool", "TimeoutError"), ["ToolFailures"]],
    ["a retrieval that failed", failed("retrieval", "ResourceNotFoundException"), ["RetrievalFailures"]],
    ["a retrieval that was denied", failed("retrieval", "AccessDenied"), ["DeniedCalls", "RetrievalFailures"]],
    ["an escalation", signalRecord(signal(DETAILS.escalation), AT), ["Escalations"]],
    ["bad feedback", signalRecord(signal(DETAILS.low_quality_feedback), AT), ["LowQualityFeedback"]],
    ["an answer of high risk", signalRecord(signal(DETAILS.high_risk_output), AT), ["HighRiskOutputs"]],
    ["an unexpected action", signalRecord(signal(DETAILS.unexpected_action), AT), ["UnexpectedActions"]],
  ];
  for (const [what, record, names] of cases) {
    it(`is, of ${what}, ${names.length === 0 ? "nothing" : names.join(" and ")}`, () => {
      const written = withMetrics(record);
      assert.deepEqual(counted(written), names);
      if (names.length === 0) {
        assert.equal(written, record);
      } else {
        const { _aws, service, ...rest } = written as unknown as Readonly<Record<string, unknown>>; // read as a stranger reads it
        const counts = Object.fromEntries(names.map((name) => [name, 1]));
        assert.deepEqual({ _aws, service, ...counts }, byLibrary(names));
        assert.deepEqual(rest, { ...counts, ...record });
      }
    });
  }

  it("leaves what the record says, and is one line, whatever its texts", () => {
    const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== "");
    fc.assert(
      fc.property(text, text, (evaluation, label) => {
        const record = signalRecord(signal({ kind: "low_quality_feedback", evaluation, label }), AT);
        const line = JSON.stringify(withMetrics(record));
        assert.doesNotMatch(line, /\n/);
        assert.deepEqual(contractProblems(JSON.parse(line)), []);
      }),
    );
  });
});
