import assert from "node:assert/strict";
import * as fc from "fast-check";

import { isSampled, keyOf, type Sampling, sortEvents } from "../../../functions/invocation-sampler/decisions";

const SAMPLING: Sampling = { percent: 10, sessionKey: "conversation_id" };
const ALL: Sampling = { ...SAMPLING, percent: 100 };

const RECORD = {
  schemaType: "ModelInvocationLog",
  schemaVersion: "1.0",
  timestamp: "2026-11-27T03:00:00Z",
  accountId: "111122223333",
  region: "eu-central-1",
  requestId: "5f3a2f0e-7f2c-4d0f-8b57-3d3a3c9d0a11",
  operation: "Converse",
  modelId: "anthropic.claude-3-haiku-20240307-v1:0",
  identity: { arn: "arn:aws:sts::111122223333:assumed-role/agent/session" },
  requestMetadata: { conversation_id: "c-1", service_name: "chat" },
  input: {
    inputContentType: "application/json",
    inputBodyJson: { messages: [{ role: "user", content: [{ text: "my name is Ada" }] }] },
    inputTokenCount: 12,
    cacheReadInputTokenCount: 0,
    cacheWriteInputTokenCount: 3,
  },
  output: {
    outputContentType: "application/json",
    outputBodyJson: { output: { message: { content: [{ text: "hello Ada" }] } }, stopReason: "end_turn" },
    outputTokenCount: 7,
  },
};
const METADATA = {
  schemaType: "ModelInvocationLog",
  schemaVersion: "1.0",
  timestamp: "2026-11-27T03:00:00Z",
  accountId: "111122223333",
  region: "eu-central-1",
  requestId: "5f3a2f0e-7f2c-4d0f-8b57-3d3a3c9d0a11",
  operation: "Converse",
  modelId: "anthropic.claude-3-haiku-20240307-v1:0",
  identity: { arn: "arn:aws:sts::111122223333:assumed-role/agent/session" },
  requestMetadata: { conversation_id: "c-1", service_name: "chat" },
  input: {
    inputContentType: "application/json",
    inputTokenCount: 12,
    cacheReadInputTokenCount: 0,
    cacheWriteInputTokenCount: 3,
  },
  output: { outputContentType: "application/json", outputTokenCount: 7 },
  guardrail: { stopReason: "end_turn" },
};

const event = (message: string, id = "1") => ({ id, timestamp: 1_764_212_400_000, message });
const sortOne = (record: unknown, sampling = SAMPLING) => {
  const { metadata, samples } = sortEvents([event(JSON.stringify(record))], sampling);
  return { metadata: JSON.parse(metadata[0]?.message ?? "null") as unknown, samples };
};

/** A session and a request of which the first is kept at 10 percent and the second is not. */
const KEPT = { conversation_id: findSession(true) };
const LEFT = { conversation_id: findSession(false) };

function findSession(sampled: boolean): string {
  const found = Array.from({ length: 1000 }, (_, number) => `s-${number}`).find(
    (session) => isSampled(`session ${session}`, SAMPLING.percent) === sampled,
  );
  return found ?? assert.fail("no session of a thousand is decided so");
}

describe("The sampler", () => {
  it("writes metadata of every record, and the whole of a share beside it", () => {
    const kept = { ...RECORD, requestMetadata: KEPT };
    assert.deepEqual(sortOne(kept), {
      metadata: { ...METADATA, requestMetadata: KEPT, sampling: { percent: 10, whole: true } },
      samples: [{ timestamp: 1_764_212_400_000, message: JSON.stringify(kept) }],
    });
    assert.deepEqual(sortOne({ ...RECORD, requestMetadata: LEFT }), {
      metadata: { ...METADATA, requestMetadata: LEFT, sampling: { percent: 10, whole: false } },
      samples: [],
    });
  });

  it("keeps what is no record whole, and says where it was", () => {
    for (const message of ["", "no JSON", "[]", "null", '"text"', "{}", '{"requestId":""}', '{"requestId":7}']) {
      const { metadata, samples } = sortEvents([event(message, "e-1")], SAMPLING);
      assert.deepEqual(samples, [{ timestamp: 1_764_212_400_000, message }]);
      assert.deepEqual(JSON.parse(metadata[0]?.message ?? ""), {
        schemaType: "UnreadableInvocationLog",
        eventId: "e-1",
        bytes: Buffer.byteLength(message),
        sampling: { percent: 10, whole: true },
      });
    }
  });

  it("decides by the session that the application names, and else by the request", () => {
    const key = (fields: object) => keyOf({ requestId: "r", ...fields }, SAMPLING);
    assert.equal(key({ requestMetadata: { conversation_id: "c" } }), "session c");
    assert.equal(key({ requestMetadata: { conversation_id: "" } }), "request r");
    assert.equal(key({ requestMetadata: { conversation_id: 7 } }), "request r");
    assert.equal(key({ requestMetadata: { other: "c" } }), "request r");
    assert.equal(key({}), "request r");
    assert.equal(keyOf({ requestMetadata: { conversation_id: "c" } }, SAMPLING), undefined);
  });

  it("keeps a session whole or not at all", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.uuid(), { minLength: 2 }), (session, requests) => {
        const events = requests.map((requestId) =>
          event(JSON.stringify({ requestId, requestMetadata: { conversation_id: session } })),
        );
        const { samples } = sortEvents(events, { ...SAMPLING, percent: 50 });
        assert.ok(samples.length === 0 || samples.length === events.length);
      }),
    );
  });

  it("keeps about the share that it is told, of sequential ids as of random ones", () => {
    const total = 20_000;
    for (const percent of [1, 5, 10, 50, 99]) {
      const kept = Array.from({ length: total }, (_, number) => isSampled(`request ${number}`, percent));
      const share = (kept.filter(Boolean).length / total) * 100;
      // Five standard deviations of a fair draw.
      const tolerance = 5 * Math.sqrt((percent * (100 - percent)) / total);
      assert.ok(Math.abs(share - percent) < tolerance, `${share} of ${percent} percent`);
    }
  });

  it("decides alike each time, keeps all of 100 percent, and loses nothing when the share grows", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (key, percent) => {
        assert.equal(isSampled(key, percent), isSampled(key, percent));
        assert.ok(!isSampled(key, percent) || isSampled(key, percent + 1));
        assert.ok(isSampled(key, 100));
      }),
    );
  });

  it("decides as it always has, so that a new version of the function splits no session", () => {
    const least = (key: string) => Array.from({ length: 100 }, (_, index) => index + 1).find((p) => isSampled(key, p));
    assert.deepEqual(["request 0", "request 1", "session a", "session b"].map(least), [91, 68, 29, 37]);
  });

  it("tells which guardrail looked at a call and what it did", () => {
    const guarded = (input: unknown, output: unknown) => {
      const { metadata } = sortOne({
        requestId: "r",
        input: { inputBodyJson: input },
        output: { outputBodyJson: output },
      });
      return (metadata as { guardrail?: unknown }).guardrail; // the form that sortOne has parsed
    };
    const config = { guardrailConfig: { guardrailIdentifier: "a1b2c3d4e5f6", guardrailVersion: "3" } };
    const arn = "arn:aws:bedrock:eu-central-1:111122223333:guardrail/a1b2c3d4e5f6";
    assert.deepEqual(guarded(config, { stopReason: "guardrail_intervened" }), {
      ids: ["a1b2c3d4e5f6"],
      version: "3",
      stopReason: "guardrail_intervened",
    });
    assert.deepEqual(
      guarded(
        {},
        { trace: { guardrail: { inputAssessment: { [arn]: {}, b1b2c3d4e5f6: {} } } }, stopReason: "end_turn" },
      ),
      { ids: [arn, "b1b2c3d4e5f6"], stopReason: "end_turn" },
    );
    assert.deepEqual(
      guarded(
        {},
        {
          "amazon-bedrock-guardrailAction": "INTERVENED",
          "amazon-bedrock-trace": { guardrail: { input: { a1b2c3d4e5f6: {} } } },
        },
      ),
      { ids: ["a1b2c3d4e5f6"], action: "INTERVENED" },
    );
    const streamed = [
      { contentBlockDelta: { delta: { text: "x" } } },
      { messageStop: { stopReason: "max_tokens" } },
      { metadata: { trace: { guardrail: { inputAssessment: { a1b2c3d4e5f6: {} } } } } },
    ];
    assert.deepEqual(guarded({}, streamed), { ids: ["a1b2c3d4e5f6"], stopReason: "max_tokens" });
    assert.equal(
      guarded({ guardrailConfig: { guardrailIdentifier: "who am I" } }, { stopReason: "because" }),
      undefined,
    );
  });

  it("keeps of the application's own metadata what Bedrock takes", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`k${number}`, "v"]));
    const kept = (requestMetadata: unknown) =>
      (sortOne({ requestId: "r", requestMetadata }).metadata as { requestMetadata?: object }).requestMetadata; // parsed by sortOne
    assert.equal(Object.keys(kept(many) ?? {}).length, 16);
    assert.deepEqual(kept({ a: "x".repeat(256), b: "x".repeat(257), c: 1, d: "{}", e: "a b/c:1" }), {
      a: "x".repeat(256),
      e: "a b/c:1",
    });
  });

  describe("writes no body as metadata, whatever the form of a record:", () => {
    const SECRET = "my diagnosis is <secret>";
    const secret = fc.constantFrom(SECRET, [SECRET], { text: SECRET }, { [SECRET]: SECRET });
    const anything = fc.object({ values: [secret, fc.string(), fc.integer()], maxDepth: 3 });
    const keys = [
      ...Object.keys(RECORD),
      ...Object.keys(RECORD.input),
      ...Object.keys(RECORD.output),
      "guardrailConfig",
      "guardrailIdentifier",
      "trace",
      "guardrail",
      "stopReason",
      "arn",
    ];

    it("neither where bodies are", () => {
      fc.assert(
        fc.property(anything, anything, fc.dictionary(fc.string(), anything), (input, output, others) => {
          const record = {
            ...others,
            ...RECORD,
            prompt: SECRET,
            input: { ...RECORD.input, inputBodyJson: input, inputBody: SECRET },
            output: { ...RECORD.output, outputBodyJson: output, outputBodyS3Path: SECRET },
          };
          const { metadata, samples } = sortEvents([event(JSON.stringify(record))], ALL);
          assert.ok(!metadata[0]?.message.includes("diagnosis"));
          assert.equal(samples[0]?.message, JSON.stringify(record));
        }),
      );
    });

    it("nor in the fields that are copied", () => {
      const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
        tree: fc.oneof(
          { maxDepth: 4 },
          secret,
          fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 6 }),
          fc.array(tie("tree"), { maxLength: 3 }),
        ),
      }));
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...keys), tree), (fields) => {
          const { metadata } = sortEvents([event(JSON.stringify({ ...fields, requestId: "r" }))], SAMPLING);
          assert.ok(!metadata[0]?.message.includes("diagnosis"), metadata[0]?.message);
        }),
      );
    });

    it("nor of what is no record", () => {
      fc.assert(
        fc.property(fc.string(), fc.string(), (before, after) => {
          const { metadata, samples } = sortEvents([event(`${before}{${SECRET}${after}`)], SAMPLING);
          assert.equal(samples.length, 1);
          assert.ok(!metadata[0]?.message.includes("diagnosis"));
        }),
      );
    });
  });
});
