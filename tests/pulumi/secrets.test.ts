import assert from "node:assert/strict";
import fc from "fast-check";
import { Secrets, withholdSecrets } from "../../pulumi/secrets";
import type { ResourceState, StackState, WireMap, WireValue } from "../../pulumi/stack-state";
import { OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";

const signed = (signature: string, parts: Readonly<Record<string, WireValue>>): WireMap => ({
  [SIGNATURE_KEY]: signature,
  ...parts,
});
const secret = (value: WireValue): WireMap => signed(SECRET_SIGNATURE, { value });
const plaintext = (value: WireValue): WireMap => signed(SECRET_SIGNATURE, { plaintext: JSON.stringify(value) });
const output = (value: WireValue): WireMap => signed(OUTPUT_SIGNATURE, { value, secret: true, dependencies: [] });

const URN = "urn:pulumi:dev::app::a:b:C::n";
const resource = (inputs: WireMap, outputs: WireMap = {}, more: Partial<ResourceState> = {}): ResourceState => ({
  urn: URN,
  type: "a:b:C",
  custom: true,
  inputs,
  outputs,
  ...more,
});

const HORSE = "correct-horse-battery-staple";

describe("a text without secrets", () => {
  const masked = (text: string, ...resources: ResourceState[]): string => new Secrets(resources).mask(text);

  for (const [form, hide] of Object.entries({ "a value": secret, "a plaintext": plaintext, "an output": output })) {
    it(`has a mask for a secret that is ${form}, at any depth of inputs and outputs`, () => {
      for (const hidden of [HORSE, { deep: [HORSE] }, [[HORSE]], JSON.stringify({ deep: HORSE })]) {
        for (const holder of [resource({ a: hide(hidden) }), resource({}, { a: [{ b: hide(hidden) }] })]) {
          assert.equal(masked(`it is ${HORSE}!`, holder), "it is [secret]!");
        }
      }
    });
  }

  it("has a mask for an output that is declared secret, whatever form it has", () => {
    const holder = resource({}, { password: HORSE, user: "somebody-else" }, { additionalSecretOutputs: ["password"] });
    assert.equal(masked(`${HORSE} of somebody-else`, holder), "[secret] of somebody-else");
  });

  it("has a mask for any 8 characters of a secret, in any case, and none for 7", () => {
    const holder = resource({ a: secret(HORSE) });
    assert.equal(masked("the horse-ba of it", holder), "the [secret] of it");
    assert.equal(masked("the HORSE-BA of it", holder), "the [secret] of it");
    assert.equal(masked("the horse-b of it", holder), "the horse-b of it");
    assert.equal(masked(`${HORSE}${HORSE.slice(3)} and ${HORSE}`, holder), "[secret] and [secret]");
  });

  it("has a mask for a secret over several lines", () => {
    const holder = resource({ a: secret(HORSE), b: secret("two words of it") });
    assert.equal(masked("a correct-h\n  orse-bat b", holder), "a [secret] b");
    assert.equal(masked("two\nwords", holder), "[secret]");
  });

  it("has a mask for a secret as JSON, addresses and encodings have it", () => {
    const holder = resource({ a: secret('say "yes" & go/on\n') });
    for (const form of [
      'say \\"yes\\" & go/on\\n',
      "say%20%22yes%22%20%26%20go%2Fon%0A",
      Buffer.from('say "yes" & go/on\n').toString("hex"),
    ]) {
      assert.equal(masked(form, holder), "[secret]");
    }
    for (const before of ["", "a", "ab", "user:"]) {
      const shown = masked(Buffer.from(`${before}say "yes" & go/on\n`).toString("base64"), holder);
      assert.match(shown, /^.{0,8}\[secret\].{0,4}$/);
    }
  });

  it("has a mask for what an encoded secret says", () => {
    const encoded = Buffer.from(JSON.stringify({ token: HORSE })).toString("base64");
    assert.equal(masked(HORSE, resource({ a: secret(encoded) })), "[secret]");
    assert.equal(masked("line one", resource({ a: secret(encodeURIComponent("line one")) })), "[secret]");
  });

  it("has a mask for the names in a secret, and for what poses as ciphertext in it", () => {
    const holder = resource({ a: secret({ "key-of-the-house": 1, ciphertext: HORSE }) });
    assert.equal(masked(`key-of-the-house ${HORSE}`, holder), "[secret] [secret]");
  });

  it("has a mask for short secrets and numbers of at least 4 characters, as a whole", () => {
    const holder = resource({ a: secret("s3cr"), b: secret({ pin: 123456 }), c: secret("abc"), d: secret(7) });
    assert.equal(masked("s3cr, 123456, 12345, abc and 7", holder), "[secret], [secret], 12345, abc and 7");
  });

  it("has none for what is in the open, unknown or encrypted", () => {
    const holder = resource({
      a: "public-value",
      b: secret(UNKNOWN_VALUE),
      c: signed(SECRET_SIGNATURE, { ciphertext: "v1:abcdefgh:ijklmnop" }),
      d: signed(OUTPUT_SIGNATURE, { value: "an-open-output", secret: false }),
    });
    const text = `public-value ${UNKNOWN_VALUE} v1:abcdefgh:ijklmnop an-open-output`;
    assert.equal(masked(text, holder), text);
    assert.ok(new Secrets([holder]).isEmpty);
  });

  it("has a mask for the known part of a secret with an unknown in it", () => {
    assert.equal(masked(`${HORSE}!`, resource({ a: secret(`${HORSE}-${UNKNOWN_VALUE}`) })), "[secret]!");
  });

  it("has the names of resources and what is known of the rules, though a secret has them too", () => {
    const holder = resource({ a: secret("urn:pulumi:dev::app and enableKeyRotation") });
    const secrets = new Secrets([holder], { known: ["Set enableKeyRotation to true."] });
    assert.equal(secrets.mask(`${URN}: enableKeyRotation is not set`), `${URN}: enableKeyRotation is not set`);
  });

  it("has masks for the secrets of settings, too", () => {
    assert.equal(new Secrets([], { texts: [HORSE, '{"pin":"1234"}'] }).mask(`${HORSE} 1234`), "[secret] 1234");
  });

  it("is a mask where there are more secrets than can be searched for", () => {
    const endless = Array.from({ length: 210_000 }, (_, index) => index.toString(36).padStart(5, "0")).join("");
    const holder = resource({ a: secret(endless) });
    assert.equal(new Secrets([holder]).mask("anything"), "[secret]");
  });

  it("has no 8 characters of a secret, however a pack quotes it", () => {
    const long = fc.string({ minLength: 8, maxLength: 60, unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 5 }), fc.string(), fc.nat(), (hidden, around, at) => {
        const secrets = new Secrets([resource({ a: secret([...hidden]) })]);
        const quoted = around + hidden.map((text) => text.slice(at % text.length)).join(around) + around;
        const shown = secrets.mask(quoted).replaceAll("[secret]", "\n".repeat(8));
        for (const text of hidden) {
          for (let from = 0; from + 8 <= text.length; from += 1) {
            assert.ok(!shown.includes(text.slice(from, from + 8)), shown);
          }
        }
      }),
    );
  });
});

describe("a message about a resource with secrets", () => {
  const OTHER = "urn:pulumi:dev::app::a:b:C::other";
  const told = (urn: string, message: string, ...hidden: WireValue[]): string =>
    new Secrets([resource({ a: secret(hidden) }), resource({}, {}, { urn: OTHER })]).maskFinding(
      urn,
      { message },
      "WITHHELD",
    ).message;

  it("is withheld as a whole where it has a value that is too short to be told from other words", () => {
    assert.equal(told(URN, "the password is abc", "abc"), "WITHHELD");
    assert.equal(told(URN, "is true; set it to false", true), "WITHHELD");
    assert.equal(told(URN, 'has "7"', 7), "WITHHELD");
    assert.equal(told(URN, "ends with x-y", "x-y"), "WITHHELD");
    assert.equal(told(URN, "the password is *", '{"Action":"*"}'), "WITHHELD");
  });

  it("is shown where the value is only a part of other words, and masked where it has a long one", () => {
    assert.equal(told(URN, "the password is abcd", "abc"), "the password is abcd");
    assert.equal(told(URN, "is 17", 7), "is 17");
    assert.equal(told(URN, `is ${HORSE}`, HORSE, "abc"), "is [secret]");
  });

  it("is masked together with its property, in which a secret can begin", () => {
    const secrets = new Secrets([resource({ a: secret(HORSE.replaceAll("-", " ")) })]);
    assert.deepEqual(secrets.maskFinding(URN, { property: "x.correct", message: "horse! horse battery" }, ""), {
      property: "x.[secret]",
      message: "[secret]![secret]",
    });
    assert.deepEqual(secrets.maskFinding(URN, { property: "x", message: "is horse", result: "fail" }, ""), {
      property: "x",
      message: "is horse",
      result: "fail",
    });
  });

  it("is shown where it is about another resource, and withheld where it is about none", () => {
    assert.equal(told("urn:of-no-resource", "is abc", "abc"), "WITHHELD");
    assert.equal(told("urn:of-no-resource", "is true", true), "is true");
    assert.equal(
      new Secrets([resource({ a: "abc" })]).maskFinding(URN, { message: "is abc" }, "WITHHELD").message,
      "is abc",
    );
  });
});

describe("a state as it is written to disk", () => {
  const place = signed(SECRET_SIGNATURE, { ciphertext: "" });
  const stateOf = (...resources: ResourceState[]): StackState => ({
    version: 3,
    deployment: { manifest: { time: "", magic: "", version: "" }, resources },
  });

  it("removes the values of secrets and keeps their place", () => {
    const written = withholdSecrets(stateOf(resource({ a: secret("s"), b: "open" }, { c: [secret({ d: "e" })] })));
    assert.deepEqual(written, stateOf(resource({ a: place, b: "open" }, { c: [place] })));
  });
  it("removes secret outputs, and those that are declared secret", () => {
    const declared = resource({}, { a: "open", b: "kept" }, { additionalSecretOutputs: ["b", "not-there"] });
    assert.deepEqual(
      withholdSecrets(stateOf(resource({ a: output("s"), b: plaintext("t") }), declared)),
      stateOf(resource({ a: place, b: place }), { ...declared, outputs: { a: "open", b: place } }),
    );
  });
  it("has a mask for a copy in the open, also in an id, and none for a part of one", () => {
    const holder = resource({ a: secret(HORSE) }, { id: `x-${HORSE}` }, { id: HORSE, provider: `urn::${HORSE}` });
    const other = resource({ a: HORSE.slice(0, 20) });
    assert.deepEqual(
      withholdSecrets(stateOf(holder, other)),
      stateOf(resource({ a: place }, { id: "x-[secret]" }, { id: "[secret]", provider: "urn::[secret]" }), other),
    );
    assert.deepEqual(withholdSecrets(stateOf(other), [HORSE.slice(0, 20)]), stateOf(resource({ a: "[secret]" })));
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
          plaintext({ deep: secret(marker) }),
          output([marker]),
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
