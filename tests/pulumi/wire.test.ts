import assert from "node:assert/strict";
import fc from "fast-check";
import type { ResourceState, StackState, WireMap, WireValue } from "../../pulumi/stack-state";
import {
  OUTPUT_SIGNATURE,
  RESOURCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_VALUE,
  mapWire,
  secretTexts,
  toAnalyzerMap,
  withholdSecrets,
} from "../../pulumi/wire";

const signed = (signature: string, parts: Readonly<Record<string, WireValue>>): WireMap => ({
  [SIGNATURE_KEY]: signature,
  ...parts,
});
const secret = (value: WireValue): WireMap => signed(SECRET_SIGNATURE, { value });
const resource = (inputs: WireMap, outputs: WireMap = {}): ResourceState => ({
  urn: "urn:pulumi:dev::app::a:b:C::n",
  type: "a:b:C",
  custom: true,
  inputs,
  outputs,
});

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

describe("secret texts", () => {
  it("are found at any depth of inputs and outputs, longest first", () => {
    const texts = secretTexts([
      resource({ a: secret("hunter2") }, { b: [{ c: secret({ d: ["hunter2-and-more"] }) }] }),
    ]);
    assert.deepEqual(texts, ["hunter2-and-more", "hunter2"]);
  });
  it("include numbers, and texts as a message quotes them", () => {
    assert.deepEqual(secretTexts([resource({ a: secret({ pin: 123456, note: 'say "yes"' }) })]), [
      'say \\"yes\\"',
      'say "yes"',
      "123456",
    ]);
  });
  it("include neither unknowns nor values that are too short", () => {
    assert.deepEqual(
      secretTexts([resource({ a: secret(UNKNOWN_VALUE), b: secret("abc"), c: secret(7), d: secret(true) })]),
      [],
    );
  });
  it("do not include neighboring texts", () => {
    assert.deepEqual(secretTexts([resource({ a: "public", b: { c: secret("private") } })]), ["private"]);
  });
});

describe("a state as it is written to disk", () => {
  const stateOf = (...resources: ResourceState[]): StackState => ({
    version: 3,
    deployment: { manifest: { time: "", magic: "", version: "" }, resources },
  });

  it("removes the values of secrets and keeps their place", () => {
    const written = withholdSecrets(stateOf(resource({ a: secret("s"), b: "open" }, { c: [secret({ d: "e" })] })));
    const place = signed(SECRET_SIGNATURE, { ciphertext: "" });
    assert.deepEqual(written, stateOf(resource({ a: place, b: "open" }, { c: [place] })));
  });
  it("never contains a secret, whatever its value and location", () => {
    const marker = "kept-secret-7f3a";
    const holder = fc.letrec<{ tree: WireValue }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<WireValue>(
          "open",
          1,
          null,
          true,
          secret(marker),
          secret({ inner: [marker] }),
          secret([secret(marker)]),
        ),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 3 }), tie("tree"), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).tree;
    fc.assert(
      fc.property(holder, holder, (inputs, outputs) => {
        const written = JSON.stringify(withholdSecrets(stateOf(resource({ inputs }, { outputs }))));
        assert.ok(!written.includes(marker));
      }),
    );
  });
});
