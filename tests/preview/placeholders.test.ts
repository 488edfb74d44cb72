import assert from "node:assert/strict";
import fc from "fast-check";
import { holdsMark, readable, settledText } from "../../preview/placeholders";
import { UNKNOWN_VALUE } from "../../pulumi/wire";

/** The marks of the first unknown and the eighteenth. */
const FIRST = "\uFDD0\uFDD0\uFDD0\uFDD0";
const EIGHTEENTH = "\uFDD0\uFDD0\uFDD1\uFDD1";

describe("the mark of an unknown", () => {
  it("is found in every piece of a text that was made of it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(3), fc.nat(3), (before, after, from, more) => {
        const piece = EIGHTEENTH.slice(from, from + more + 1);
        assert.equal(settledText(`${before}${piece}${after}`.toUpperCase()), UNKNOWN_VALUE);
      }),
    );
  });
  it("is found where the text was encoded for an address, as JSON with escapes, or in base64", () => {
    const escaped = Array.from(FIRST, (character) => `\\u${character.charCodeAt(0).toString(16)}`).join("");
    for (const text of [encodeURIComponent(`a/${FIRST}`), escaped, Buffer.from(`a: ${FIRST}!`).toString("base64")]) {
      assert.equal(settledText(text), UNKNOWN_VALUE, text);
    }
  });
  it("is in no other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(holdsMark(text), false);
        assert.equal(settledText(text), text);
        assert.equal(readable(text), text);
      }),
    );
  });
  it("leaves of a policy document what is known of it, as it was written", () => {
    const document = (resource: string): string => `{ "Statement": [{"Effect":"Allow", "Resource": "${resource}"}] }`;
    assert.equal(settledText(document(`arn:${FIRST}`)), document(`arn:${UNKNOWN_VALUE}`));
    assert.equal(settledText(document(`arn:${UNKNOWN_VALUE}`)), document(`arn:${UNKNOWN_VALUE}`));
  });
  for (const text of [`{"a": "${FIRST}"}`, `["${FIRST}"]`, `{"Statement": ${FIRST}}`]) {
    it(`makes ${readable(text)} unknown as a whole`, () => {
      assert.equal(settledText(text), UNKNOWN_VALUE);
    });
  }
  it("is words where people read it, which tell one unknown from another", () => {
    assert.equal(readable(`subnet-${FIRST}-${EIGHTEENTH}`), "subnet-(unknown 1)-(unknown 18)");
    assert.equal(readable(`subnet-${FIRST.slice(2)}-${UNKNOWN_VALUE}`), "subnet-(unknown)-(unknown)");
    assert.equal(readable("tag-__pulumiUnknown"), "tag-(unknown)");
  });
});
