import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Registration,
  markSecret,
  projectPosition,
  resourceState,
  settleInputs,
  urnOf,
} from "../../preview/registration";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import {
  ARCHIVE_SIGNATURE,
  ASSET_SIGNATURE,
  OUTPUT_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_VALUE,
} from "../../pulumi/wire";

const secret = (value: WireValue): WireMap => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value });
const output = (parts: object): WireMap => ({ [SIGNATURE_KEY]: OUTPUT_SIGNATURE, ...parts });

describe("a URN", () => {
  const where = { stack: "dev", project: "app" };
  const stack = "urn:pulumi:dev::app::pulumi:pulumi:Stack::app-dev";

  it("is the type's own under the stack and without a parent", () => {
    assert.equal(urnOf(where, stack, "a:b:C", "n"), "urn:pulumi:dev::app::a:b:C::n");
    assert.equal(urnOf(where, "", "a:b:C", "n"), "urn:pulumi:dev::app::a:b:C::n");
  });
  it("is led to by the types of all ancestors", () => {
    const child = urnOf(where, stack, "x:y:Outer", "o");
    const grandchild = urnOf(where, child, "x:y:Inner", "i");
    assert.equal(urnOf(where, grandchild, "a:b:C", "n"), "urn:pulumi:dev::app::x:y:Outer$x:y:Inner$a:b:C::n");
  });
  it("keeps a name that looks like a part of it", () => {
    const parent = urnOf(where, "", "a:b:C", "odd::name$x");
    assert.equal(parent, "urn:pulumi:dev::app::a:b:C::odd::name$x");
    assert.equal(urnOf(where, parent, "d:e:F", "n"), "urn:pulumi:dev::app::a:b:C$d:e:F::n");
  });
});

describe("a source position", () => {
  const at = (uri: string, column = 7): string | undefined => projectPosition({ uri, line: 3, column }, "/home/app");

  it("is relative to the project", () => {
    assert.equal(at("file:///home/app/src/index.ts"), "project:///src/index.ts#3,7");
    assert.equal(at("file:///home/lib/index.ts"), "project:///../lib/index.ts#3,7");
    assert.equal(at("file:///home/application/index.ts"), "project:///../application/index.ts#3,7");
  });
  it("has no column where none is known", () => {
    assert.equal(at("file:///home/app/index.ts", 0), "project:///index.ts#3");
  });
  it("is none where there is no file", () => {
    assert.equal(at("node:internal/x"), undefined);
    assert.equal(projectPosition(undefined, "/home/app"), undefined);
  });
  it("takes folders with spaces and letters of any kind", () => {
    const position = { uri: "file:///home/my%20%C3%A4pp/index.ts", line: 1, column: 1 };
    assert.equal(projectPosition(position, "/home/my äpp"), "project:///index.ts#1,1");
  });
  it("are relative to a folder whose name has what is special in an address", () => {
    const position = { uri: "file:///home/a%20%23b%3F%25/index.ts", line: 1, column: 1 };
    assert.equal(projectPosition(position, "/home/a #b?%"), "project:///index.ts#1,1");
  });
});

describe("inputs", () => {
  it("are what output values hold, and tell what they depend on", () => {
    const inputs = {
      known: output({ value: "v", dependencies: ["urn:a"] }),
      nested: {
        list: [output({ value: 1, dependencies: ["urn:b", "urn:a"] }), output({ value: 2, dependencies: ["urn:b"] })],
      },
      nothing: output({ value: null }),
      plain: true,
    };
    assert.deepEqual(settleInputs(inputs), {
      inputs: { known: "v", nested: { list: [1, 2] }, nothing: UNKNOWN_VALUE, plain: true },
      found: { known: ["urn:a"], nested: ["urn:b", "urn:a"] },
    });
  });
  it("are unknown where an output value has no value, and secret all the same", () => {
    assert.deepEqual(
      settleInputs({ a: output({}), b: output({ secret: true }), c: output({ secret: true, value: "s" }) }).inputs,
      {
        a: UNKNOWN_VALUE,
        b: secret(UNKNOWN_VALUE),
        c: secret("s"),
      },
    );
  });
  it("are unknown as a whole when a text is made of something unknown", () => {
    assert.deepEqual(settleInputs({ a: `arn:${UNKNOWN_VALUE}:x`, b: secret(`p=${UNKNOWN_VALUE}`) }).inputs, {
      a: UNKNOWN_VALUE,
      b: secret(UNKNOWN_VALUE),
    });
  });
  it("are unknown when they were computed from an unknown that a program was given as a plain value", () => {
    const inputs = { text: "key/[object Object]", sum: NaN, fine: "x", number: 1, list: ["[object Object]"] };
    assert.deepEqual(settleInputs(inputs, { computedFromUnknown: true }).inputs, {
      text: UNKNOWN_VALUE,
      sum: UNKNOWN_VALUE,
      fine: "x",
      number: 1,
      list: [UNKNOWN_VALUE],
    });
    assert.deepEqual(settleInputs(inputs).inputs, inputs);
  });
  it("have assets and archives by their signatures alone", () => {
    const asset = { [SIGNATURE_KEY]: ASSET_SIGNATURE, text: "exports" };
    const archive = { [SIGNATURE_KEY]: ARCHIVE_SIGNATURE, assets: { "index.js": asset } };
    const sent = { ...archive, __pulumiArchive: true, assets: { "index.js": { ...asset, __pulumiAsset: true } } };
    assert.deepEqual(settleInputs({ code: sent }).inputs, { code: archive });
    assert.deepEqual(settleInputs({ code: { __pulumiAsset: true } }).inputs, { code: { __pulumiAsset: true } });
  });
  it("of any form come through unchanged, whatever their names", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (inputs) => {
        assert.deepEqual(settleInputs(inputs as WireMap), { inputs, found: {} });
      }),
    );
  });
});

describe("secret outputs", () => {
  it("are marked once, and only where there is such an output", () => {
    const outputs = { a: "x", b: secret("y"), c: null };
    assert.deepEqual(markSecret(outputs, ["a", "b", "c", "absent"]), {
      a: secret("x"),
      b: secret("y"),
      c: secret(null),
    });
  });
});

describe("a resource's state", () => {
  const registration: Registration = {
    type: "a:b:C",
    name: "n",
    custom: true,
    remote: false,
    parent: "",
    inputs: { x: 1 },
    protect: false,
    retainOnDelete: false,
    dependencies: [],
    propertyDependencies: {},
    provider: "",
    providers: {},
    version: "",
    aliases: [],
    ignoreChanges: [],
    additionalSecretOutputs: [],
    importId: "",
    sourcePosition: undefined,
  };

  it("leaves out what is empty", () => {
    assert.deepEqual(resourceState("urn:x", registration, { id: undefined, outputs: { x: 1 }, provider: undefined }), {
      urn: "urn:x",
      type: "a:b:C",
      custom: true,
      inputs: { x: 1 },
      outputs: { x: 1 },
    });
  });
  it("holds everything else", () => {
    const whole: Registration = {
      ...registration,
      parent: "urn:p",
      protect: true,
      retainOnDelete: true,
      dependencies: ["urn:d"],
      propertyDependencies: { x: ["urn:d"] },
      aliases: ["urn:old"],
      ignoreChanges: ["x"],
      additionalSecretOutputs: ["y"],
      sourcePosition: "project:///index.ts#1,1",
    };
    assert.deepEqual(resourceState("urn:x", whole, { id: "i", outputs: { y: "s" }, provider: "urn:q::id" }), {
      urn: "urn:x",
      type: "a:b:C",
      custom: true,
      id: "i",
      inputs: { x: 1 },
      outputs: { y: secret("s") },
      parent: "urn:p",
      provider: "urn:q::id",
      protect: true,
      retainOnDelete: true,
      dependencies: ["urn:d"],
      propertyDependencies: { x: ["urn:d"] },
      aliases: ["urn:old"],
      ignoreChanges: ["x"],
      additionalSecretOutputs: ["y"],
      sourcePosition: "project:///index.ts#1,1",
    });
  });
  it("of a component has no id", () => {
    const component = { ...registration, custom: false };
    assert.equal(resourceState("urn:x", component, { id: "i", outputs: {}, provider: undefined }).id, undefined);
  });
});
