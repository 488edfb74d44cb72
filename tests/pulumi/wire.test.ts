import assert from "node:assert/strict";
import fc from "fast-check";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import {
  OUTPUT_SIGNATURE,
  RESOURCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_VALUE,
  mapWire,
  toAnalyzerMap,
} from "../../pulumi/wire";

const signed = (signature: string, parts: Readonly<Record<string, WireValue>>): WireMap => ({
  [SIGNATURE_KEY]: signature,
  ...parts,
});
const secret = (value: WireValue): WireMap => signed(SECRET_SIGNATURE, { value });
describe("a value as a pack receives it", () => {
  const cases: readonly (readonly [string, WireValue, WireValue])[] = [
    ["a plain value is itself", { a: [1, "x", null, true] }, { a: [1, "x", null, true] }],
    ["a text with an unknown in it is unknown as a whole", `arn:${UNKNOWN_VALUE}`, UNKNOWN_VALUE],
    ["an output value is what it holds", signed(OUTPUT_SIGNATURE, { value: 3, dependencies: ["urn"] }), 3],
    ["an output value without a value is unknown", signed(OUTPUT_SIGNATURE, {}), UNKNOWN_VALUE],
    ["a secret output value is a secret", signed(OUTPUT_SIGNATURE, { value: "s", secret: true }), secret("s")],
    [
      "an unknown secret output value is an unknown secret",
      signed(OUTPUT_SIGNATURE, { secret: true }),
      secret(UNKNOWN_VALUE),
    ],
    ["a reference to a resource is its id", signed(RESOURCE_SIGNATURE, { urn: "u", id: "i" }), "i"],
    [
      "a reference to a resource without an id yet is unknown",
      signed(RESOURCE_SIGNATURE, { urn: "u", id: "" }),
      UNKNOWN_VALUE,
    ],
    ["a reference to a component is its URN", signed(RESOURCE_SIGNATURE, { urn: "u" }), "u"],
    ["a secret in the clear stays one", secret({ a: 1 }), secret({ a: 1 })],
    [
      "a secret exported with --show-secrets is opened",
      signed(SECRET_SIGNATURE, { plaintext: '{"a":1}' }),
      secret({ a: 1 }),
    ],
    [
      "a secret with only ciphertext is unknown",
      signed(SECRET_SIGNATURE, { ciphertext: "v1:abc" }),
      secret(UNKNOWN_VALUE),
    ],
  ];
  for (const [title, value, expected] of cases) {
    it(`: ${title}, at any depth`, () => {
      assert.deepEqual(toAnalyzerMap({ value }), { value: expected });
      assert.deepEqual(toAnalyzerMap({ deep: [{ er: value }] }), { deep: [{ er: expected }] });
    });
  }
  it("is a policy document with an unknown in it for a pack that reads such, and unknown for any other", () => {
    const map = { policy: `{"Statement": [{"Resource": "${UNKNOWN_VALUE}"}]}`, name: `{"a": "${UNKNOWN_VALUE}"}` };
    assert.deepEqual(toAnalyzerMap(map, { readsDocuments: true }), { ...map, name: UNKNOWN_VALUE });
    assert.deepEqual(toAnalyzerMap(map), { policy: UNKNOWN_VALUE, name: UNKNOWN_VALUE });
  });
  it("is unknown if its plaintext is corrupt", () => {
    assert.deepEqual(toAnalyzerMap({ value: signed(SECRET_SIGNATURE, { plaintext: "{not JSON" }) }), {
      value: secret(UNKNOWN_VALUE),
    });
  });
});

describe("mapping a value", () => {
  it("with the identity function returns the same value, whatever its names", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(JSON.stringify(mapWire(value as WireValue, (part) => part)), JSON.stringify(value));
      }),
    );
  });
});
