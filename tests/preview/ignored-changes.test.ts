import assert from "node:assert/strict";
import fc from "fast-check";
import { withIgnoredUnknown } from "../../preview/ignored-changes";
import type { ResourceState, WireMap } from "../../pulumi/stack-state";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";

const INPUTS: WireMap = {
  name: "audit",
  tags: { "a.b": "1", owner: "team" },
  rules: [
    { id: "one", days: 1 },
    { id: "two", days: 2 },
  ],
};

function resource(inputs: WireMap, ...ignoreChanges: readonly string[]): ResourceState {
  return { urn: "urn:pulumi:dev::app::a:b:C::c", type: "a:b:C", custom: true, inputs, outputs: inputs, ignoreChanges };
}

const ignoring = (...paths: readonly string[]): WireMap =>
  withIgnoredUnknown(resource(INPUTS, ...paths), () => ["name", "enabled"]).inputs;

describe("what ignoreChanges names", () => {
  const cases: Readonly<Record<string, WireMap>> = {
    name: { ...INPUTS, name: UNKNOWN_VALUE },
    enabled: { ...INPUTS, enabled: UNKNOWN_VALUE },
    "tags.owner": { ...INPUTS, tags: { "a.b": "1", owner: UNKNOWN_VALUE } },
    'tags["a.b"]': { ...INPUTS, tags: { "a.b": UNKNOWN_VALUE, owner: "team" } },
    "tags.absent": { ...INPUTS, tags: { "a.b": "1", owner: "team", absent: UNKNOWN_VALUE } },
    "rules[1].days": {
      ...INPUTS,
      rules: [
        { id: "one", days: 1 },
        { id: "two", days: UNKNOWN_VALUE },
      ],
    },
    "rules[2].days": { ...INPUTS, rules: UNKNOWN_VALUE },
    "rules[*].days": {
      ...INPUTS,
      rules: [
        { id: "one", days: UNKNOWN_VALUE },
        { id: "two", days: UNKNOWN_VALUE },
      ],
    },
    "tags.*": { ...INPUTS, tags: { "a.b": UNKNOWN_VALUE, owner: UNKNOWN_VALUE } },
    "name.first": { ...INPUTS, name: UNKNOWN_VALUE },
    "absent.beneath": { ...INPUTS, absent: UNKNOWN_VALUE },
    "*": { name: UNKNOWN_VALUE, tags: UNKNOWN_VALUE, rules: UNKNOWN_VALUE, enabled: UNKNOWN_VALUE },
    "": { name: UNKNOWN_VALUE, tags: UNKNOWN_VALUE, rules: UNKNOWN_VALUE, enabled: UNKNOWN_VALUE },
  };
  for (const [path, expected] of Object.entries(cases)) {
    it(`is unknown, and nothing else is: ${JSON.stringify(path)}`, () => {
      assert.deepEqual(ignoring(path), expected);
    });
  }

  it("is unknown among the outputs as well", () => {
    assert.equal(withIgnoredUnknown(resource(INPUTS, "name"), () => []).outputs["name"], UNKNOWN_VALUE);
  });
  it("is unknown as a whole within a secret", () => {
    const secret = { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: { a: "1" } };
    assert.deepEqual(withIgnoredUnknown(resource({ secret }, "secret.a"), () => []).inputs, { secret: UNKNOWN_VALUE });
  });
  it("may be several paths", () => {
    assert.deepEqual(ignoring("name", "rules"), { ...INPUTS, name: UNKNOWN_VALUE, rules: UNKNOWN_VALUE });
  });
  it("is nothing without the option, and then no properties are asked for", () => {
    const plain = resource(INPUTS);
    assert.equal(
      withIgnoredUnknown(plain, () => assert.fail("asked")),
      plain,
    );
  });
  it("leaves the top-level property of any path changed", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,6}|\[[0-9]\]|\["[a-z.]{1,6}"\]|\[\*\]|\.\*){0,3}$/),
        (path) => {
          const [top = ""] = path.split(/[.[]/);
          const known = { [top]: "value" };
          assert.deepEqual(withIgnoredUnknown(resource(known, path), () => []).inputs, { [top]: UNKNOWN_VALUE });
        },
      ),
    );
  });
});
