/** What an application writes of its calls of models, and what is refused. */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import * as conventions from "@opentelemetry/semantic-conventions/incubating";
import { CONTRACT, type ContractAttribute, METADATA_VALUE, REQUEST_METADATA } from "../../facts/telemetry/contract";
import {
  type ModelCall,
  TelemetryError,
  contractProblems,
  logRecord,
  requestMetadata,
  spanAttributes,
  traceContextOf,
} from "../../telemetry";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SPAN = "b7ad6b7169203331";
const AT = new Date("2026-11-26T12:00:00.000Z");

const CALL: ModelCall = {
  service: "claims-assistant",
  conversationId: "conversation-1",
  traceId: TRACE,
  spanId: SPAN,
  operation: "chat",
  model: "anthropic.claude-sonnet-4-20250514-v1:0",
  requestId: "f2d9b8c1-4a86-4f57-9d7b-0d3f7a0c2a11",
};

const ROWS: readonly (readonly [string, ContractAttribute])[] = Object.entries(CONTRACT);

/** A hexadecimal id that is not all zero. */
function hexadecimal(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...Array.from("0123456789abcdef")), { minLength: length, maxLength: length })
    .map((digits) => digits.join(""))
    .filter((text) => !/^0+$/.test(text));
}

const metadata = fc.stringMatching(METADATA_VALUE).filter((value) => value.trim() !== "");
const text = fc.stringMatching(/^[\w.:/-]{1,60}$/);

const calls: fc.Arbitrary<ModelCall> = fc.record(
  {
    service: metadata,
    conversationId: metadata,
    traceId: hexadecimal(32),
    spanId: hexadecimal(16),
    operation: text,
    model: text,
    requestId: text,
    guardrail: fc.record(
      {
        id: text,
        version: fc.constantFrom("1", "42", "99999999", "DRAFT"),
        action: fc.constantFrom("intervened" as const, "none" as const),
        traceId: text,
      },
      { requiredKeys: ["id", "version", "action"] },
    ),
    errorType: text,
    responseModel: text,
    finishReasons: fc.array(text),
    inputTokens: fc.nat(),
    outputTokens: fc.nat(),
  },
  {
    requiredKeys: ["service", "conversationId", "traceId", "spanId", "operation", "model", "requestId"],
  },
);

describe("The telemetry contract", () => {
  it("takes the names that OpenTelemetry gives, and keeps its own apart", () => {
    const known: readonly unknown[] = Object.entries(conventions)
      .filter(([name]) => name.startsWith("ATTR_"))
      .map(([, value]) => value);
    for (const [name, { standard }] of ROWS) {
      assert.equal(known.includes(name), standard, name);
      assert.equal(name.startsWith("ai_governance."), !standard, name);
    }
    assert.ok(known.includes("service.name"));
    assert.equal(conventions.GEN_AI_PROVIDER_NAME_VALUE_AWS_BEDROCK, "aws.bedrock");
  });
});

describe("The attributes of a call", () => {
  it("are those that every call has", () => {
    assert.deepEqual(spanAttributes(CALL), {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "aws.bedrock",
      "gen_ai.request.model": CALL.model,
      "gen_ai.conversation.id": "conversation-1",
      "aws.request_id": CALL.requestId,
    });
  });

  it("are more where a guardrail checked it, it failed, or more is known", () => {
    const call: ModelCall = {
      ...CALL,
      provider: "openai",
      guardrail: { id: "gr1", version: "3", action: "intervened" },
      errorType: "ThrottlingException",
      responseModel: "m-1",
      finishReasons: ["guardrail_intervened"],
      inputTokens: 0,
      outputTokens: 7,
    };
    assert.deepEqual(spanAttributes(call), {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openai",
      "gen_ai.request.model": CALL.model,
      "gen_ai.conversation.id": "conversation-1",
      "aws.request_id": CALL.requestId,
      "aws.bedrock.guardrail.id": "gr1",
      "ai_governance.guardrail.version": "3",
      "ai_governance.guardrail.trace_id": CALL.requestId,
      "ai_governance.guardrail.action": "intervened",
      "error.type": "ThrottlingException",
      "gen_ai.response.model": "m-1",
      "gen_ai.response.finish_reasons": ["guardrail_intervened"],
      "gen_ai.usage.input_tokens": 0,
      "gen_ai.usage.output_tokens": 7,
    });
  });

  it("name the guardrail's own trace where the call knows it", () => {
    const guardrail = { id: "gr1", version: "DRAFT", action: "none", traceId: "apply-1" } as const;
    assert.equal(spanAttributes({ ...CALL, guardrail })["ai_governance.guardrail.trace_id"], "apply-1");
  });

  const refused: Readonly<Record<string, readonly [more: Partial<ModelCall>, message: RegExp]>> = {
    "an empty conversation": [{ conversationId: "" }, /^conversationId is "". Allowed: 1 to 256 letters, digits/],
    "a conversation of 257 characters": [{ conversationId: "a".repeat(257) }, /^conversationId is "a+"/],
    "a conversation of spaces": [{ conversationId: "   " }, /^conversationId is " {3}"/],
    "characters that Bedrock does not take": [{ service: "claims#1" }, /^service is "claims#1"/],
    "a trace in capitals": [{ traceId: TRACE.toUpperCase() }, /^traceId is .* not all zero\. Take it from the span/],
    "a trace of zeros": [{ traceId: "0".repeat(32) }, /^traceId is /],
    "a span that is too short": [{ spanId: SPAN.slice(1) }, /^spanId is /],
    "a span of zeros": [{ spanId: "0".repeat(16) }, /^spanId is /],
    "no request": [{ requestId: " " }, /^requestId is " ". Allowed: a text that is not empty/],
    "no model": [{ model: "" }, /^model is ""/],
    "no operation": [{ operation: "" }, /^operation is ""/],
    "an empty provider": [{ provider: "" }, /^provider is ""/],
    "an empty error": [{ errorType: "" }, /^errorType is ""/],
    "half a token": [{ inputTokens: 0.5 }, /^inputTokens is 0\.5\. Allowed: a whole number, at least 0/],
    "fewer tokens than none": [{ outputTokens: -1 }, /^outputTokens is -1/],
    "version 0 of a guardrail": [
      { guardrail: { id: "gr1", version: "0", action: "none" } },
      /^guardrail\.version is "0"\. Allowed: a number from 1 to 99999999, or DRAFT/,
    ],
    "a guardrail without an id": [{ guardrail: { id: "", version: "1", action: "none" } }, /^guardrail\.id is ""/],
    "an empty trace of a guardrail": [
      { guardrail: { id: "gr1", version: "1", action: "none", traceId: "" } },
      /^guardrail\.traceId is ""/,
    ],
  };
  for (const [what, [more, message]] of Object.entries(refused)) {
    it(`refuse ${what}`, () => {
      assert.throws(() => spanAttributes({ ...CALL, ...more }), { name: "TelemetryError", message });
    });
  }

  it("refuse a field that JavaScript left out", () => {
    const { traceId: _, ...without } = CALL;
    assert.throws(() => spanAttributes(without as ModelCall), /^TelemetryError: traceId is not given/); // as untyped code calls it
    assert.ok(new TelemetryError("a", 1, "b", "c") instanceof Error);
  });
});

describe("The log record of a call", () => {
  it("has the fields of OpenTelemetry's log data model", () => {
    assert.deepEqual(logRecord(CALL, AT), {
      timestamp: "2026-11-26T12:00:00.000Z",
      eventName: "gen_ai.client.inference.operation.details",
      severityNumber: 9,
      traceId: TRACE,
      spanId: SPAN,
      schemaUrl: "https://opentelemetry.io/schemas/1.41.0",
      resource: { "service.name": "claims-assistant" },
      attributes: spanAttributes(CALL),
    });
    assert.equal(logRecord({ ...CALL, errorType: "Timeout" }, AT).severityNumber, 17);
  });

  it("keeps the contract, whatever the call, and is one line", () => {
    fc.assert(
      fc.property(calls, (call) => {
        const line = JSON.stringify(logRecord(call, AT));
        assert.deepEqual(contractProblems(JSON.parse(line)), []);
        assert.doesNotMatch(line, /\n/);
      }),
    );
  });
});

describe("The metadata of a request", () => {
  it("holds what Bedrock's log is joined by", () => {
    assert.deepEqual(requestMetadata(CALL), {
      service_name: "claims-assistant",
      conversation_id: "conversation-1",
      trace_id: TRACE,
      span_id: SPAN,
    });
    assert.throws(() => requestMetadata({ ...CALL, service: "" }), TelemetryError);
  });

  it("is within what Bedrock takes, whatever the call", () => {
    fc.assert(
      fc.property(calls, (call) => {
        const sent = requestMetadata(call);
        assert.deepEqual(Object.keys(sent).sort(), Object.keys(REQUEST_METADATA).sort());
        assert.ok(
          Object.entries(sent)
            .flat()
            .every((part) => METADATA_VALUE.test(part)),
        );
      }),
    );
  });
});

describe("The trace of a request", () => {
  it("is that of its header", () => {
    assert.deepEqual(traceContextOf(`00-${TRACE}-${SPAN}-01`), { traceId: TRACE, spanId: SPAN });
    assert.deepEqual(traceContextOf(`cc-${TRACE}-${SPAN}-01-later`), { traceId: TRACE, spanId: SPAN });
  });

  for (const header of [
    "",
    TRACE,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${"0".repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
  ]) {
    it(`is refused where the header is ${JSON.stringify(header)}`, () => {
      assert.throws(() => traceContextOf(header), /^TelemetryError: traceparent is /);
    });
  }
});

describe("What a record lacks of the contract", () => {
  const guarded = logRecord({ ...CALL, guardrail: { id: "gr1", version: "3", action: "none" } }, AT);

  for (const [name, { requirement }] of ROWS.filter(([, row]) => ["always", "guarded"].includes(row.requirement))) {
    it(`is ${name}, where it is not there`, () => {
      const attributes = Object.fromEntries(Object.entries(guarded.attributes).filter(([key]) => key !== name));
      assert.deepEqual(contractProblems({ ...guarded, attributes }), [`${name} is missing`]);
      const plain = logRecord(CALL, AT);
      const rest = Object.fromEntries(Object.entries(plain.attributes).filter(([key]) => key !== name));
      const expected = requirement === "always" ? [`${name} is missing`] : [];
      assert.deepEqual(contractProblems({ ...plain, attributes: rest }), expected);
    });
  }

  it("is what has another type or form", () => {
    const attributes = {
      ...guarded.attributes,
      "aws.request_id": "",
      "gen_ai.usage.input_tokens": "12",
      "gen_ai.response.finish_reasons": "stop",
    };
    assert.deepEqual(contractProblems({ ...guarded, traceId: "1", spanId: 7, attributes }), [
      "traceId is not 32 hexadecimal digits",
      "spanId is not 16 hexadecimal digits",
      "aws.request_id is not a text",
      "gen_ai.response.finish_reasons is not a list of texts",
      "gen_ai.usage.input_tokens is not a whole number",
    ]);
  });

  it("is nearly everything of what is no record of a call", () => {
    assert.deepEqual(contractProblems("text"), ["the record is no object"]);
    assert.deepEqual(contractProblems([]), ["the record is no object"]);
    assert.deepEqual(contractProblems(null), ["the record is no object"]);
    assert.deepEqual(contractProblems({ resource: [], attributes: null }), [
      "resource service.name is missing",
      "traceId is missing",
      "spanId is missing",
      ...ROWS.filter(([, { requirement }]) => requirement === "always").map(([name]) => `${name} is missing`),
    ]);
  });

  it("is nothing because of attributes that the contract does not name", () => {
    assert.deepEqual(contractProblems({ ...guarded, attributes: { ...guarded.attributes, team: 7 } }), []);
  });
});
