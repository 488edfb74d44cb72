import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";

import { eventsOf, SubscriptionError } from "../../../functions/invocation-sampler/subscription";

function sent(message: unknown) {
  return { awslogs: { data: gzipSync(JSON.stringify(message)).toString("base64") } };
}

const EVENT = { id: "34622316099697884706540976068822859012661220141643892546", timestamp: 1, message: "{}" };

describe("What a subscription sends", () => {
  it("is unpacked", () => {
    assert.deepEqual(eventsOf(sent({ messageType: "DATA_MESSAGE", logGroup: "/g", logEvents: [EVENT] })), [EVENT]);
  });

  it("has no events where CloudWatch Logs tries the destination", () => {
    assert.deepEqual(eventsOf(sent({ messageType: "CONTROL_MESSAGE", logEvents: [EVENT] })), []);
  });

  for (const [title, event, message] of [
    [
      "of another type",
      sent({ messageType: "OTHER" }),
      "the type of a message is neither DATA_MESSAGE nor CONTROL_MESSAGE",
    ],
    ["that is no object", sent(null), "a message is no object"],
    [
      "with events that lack something",
      sent({ messageType: "DATA_MESSAGE", logEvents: [{ ...EVENT, message: undefined }] }),
      "a message has events without id, timestamp or message",
    ],
    ["without events", sent({ messageType: "DATA_MESSAGE" }), "a message has events without id, timestamp or message"],
    [
      "that is not compressed, without a word of it",
      { awslogs: { data: Buffer.from("a prompt").toString("base64") } },
      "a message is no JSON that gzip has compressed",
    ],
    [
      "that is no JSON, without a word of it",
      { awslogs: { data: gzipSync("a prompt").toString("base64") } },
      "a message is no JSON that gzip has compressed",
    ],
  ] as const) {
    it(`is refused if it is a message ${title}`, () => {
      assert.throws(() => eventsOf(event), new SubscriptionError(message));
    });
  }
});
