import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import fc from "fast-check";
import {
  type PropertyMap,
  UNKNOWN,
  type Value,
  at,
  holdsUnknown,
  isList,
  isMap,
  plainProperties,
  show,
} from "../../policies/properties";
import { UNKNOWN_VALUE } from "../../pulumi/wire";

const TREE: PropertyMap = {
  name: "trail",
  empty: "",
  off: false,
  zero: 0,
  pending: UNKNOWN,
  rules: [{ days: 7 }, UNKNOWN, { days: UNKNOWN }],
  group: { all: true, of: UNKNOWN },
};

/** The tree as the SDK hands it to a policy: reading an unknown throws. */
function proxied(tree: Value): object {
  const proxyOf = unknownCheckingProxy as (value: unknown) => object; // the SDK exports it without declaring it
  return proxyOf(withWireUnknowns(tree));
}

function withWireUnknowns(value: Value): unknown {
  if (isList(value)) {
    return value.map(withWireUnknowns);
  }
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWireUnknowns(inner)]))
    : value === UNKNOWN
      ? UNKNOWN_VALUE
      : value;
}

describe("copying the SDK's properties", () => {
  it("keeps texts, numbers and booleans, also the empty ones", () => {
    const plain = { text: "a", empty: "", number: 1, zero: 0, on: true, off: false };
    assert.deepEqual(plainProperties(proxied(plain)), plain);
  });

  it("has a value where the SDK throws on an unknown", () => assert.deepEqual(plainProperties(proxied(TREE)), TREE));

  it("leaves out what is null, undefined or a function", () =>
    assert.deepEqual(plainProperties({ none: null, missing: undefined, call: () => 1, inner: { none: null } }), {
      inner: {},
    }));

  it("keeps the place of a null item in a list", () =>
    assert.deepEqual(plainProperties({ list: [1, null, 3, undefined] }), { list: [1, {}, 3, {}] }));

  it("hands on any other error", () => {
    const broken = {
      get value(): string {
        throw new Error("broken");
      },
    };
    assert.throws(() => plainProperties(broken), { message: "broken" });
  });

  it("copies any tree as it is", () => {
    fc.assert(fc.property(anyMap(), (tree) => assert.deepEqual(plainProperties(proxied(tree)), tree)));
  });
});

describe("the value at a path", () => {
  it("is the value of a property, also an empty one", () => {
    assert.equal(at(TREE, "name"), "trail");
    assert.equal(at(TREE, "empty"), "");
    assert.equal(at(TREE, "off"), false);
    assert.equal(at(TREE, "zero"), 0);
    assert.equal(at(TREE, "group.all"), true);
  });

  it("is absent where there is nothing, or nothing below", () => {
    for (const path of [
      "other",
      "group.other",
      "group.other.more",
      "name.length",
      "off.more",
      "rules.3",
      "rules.days",
    ]) {
      assert.equal(at(TREE, path), undefined, path);
    }
    assert.equal(at(undefined, "name"), undefined);
  });

  it("is unknown where something on the way is", () => {
    for (const path of ["pending", "pending.more", "group.of", "group.of.more.yet", "rules.1", "rules.1.days"]) {
      assert.equal(at(TREE, path), UNKNOWN, path);
    }
    assert.equal(at(UNKNOWN, "name"), UNKNOWN);
  });

  it("counts the items of a list from 0", () => {
    assert.equal(at(TREE, "rules.0.days"), 7);
    assert.equal(at(TREE, "rules.2.days"), UNKNOWN);
  });

  it("does not find what every object inherits", () => {
    for (const path of ["constructor", "toString", "__proto__", "group.hasOwnProperty", "rules.length", "rules.map"]) {
      assert.equal(at(TREE, path), undefined, path);
    }
  });
});

describe("kinds of values", () => {
  it("tell maps and lists apart, and from all else", () => {
    assert.ok(isMap({}) && !isMap([]) && !isMap("a") && !isMap(UNKNOWN) && !isMap(undefined));
    assert.ok(isList([]) && !isList({}) && !isList("a") && !isList(UNKNOWN) && !isList(undefined));
  });
});

describe("whether a value holds an unknown", () => {
  it("is told at any depth", () => {
    assert.ok(holdsUnknown(UNKNOWN));
    assert.ok(holdsUnknown([1, [UNKNOWN]]));
    assert.ok(holdsUnknown({ a: { b: [{ c: UNKNOWN }] } }));
    for (const value of [undefined, "", 0, false, [], {}, [{ a: ["b"] }]]) {
      assert.ok(!holdsUnknown(value), show(value));
    }
  });

  it("is true exactly when its text says so", () => {
    fc.assert(
      fc.property(anyMap(), (tree) => {
        const text = JSON.stringify(tree, (_, inner: unknown) => (inner === UNKNOWN ? "\u0000unknown" : inner));
        assert.equal(holdsUnknown(tree), text.includes("\\u0000unknown"));
      }),
    );
  });
});

describe("a value in a message", () => {
  it("is its JSON, or a word", () => {
    assert.equal(show(undefined), "absent");
    assert.equal(show(UNKNOWN), "unknown until the update");
    assert.equal(show("a"), '"a"');
    assert.equal(show(""), '""');
    assert.equal(show(0), "0");
    assert.equal(show(false), "false");
    assert.equal(show([1, { a: UNKNOWN }]), '[1,{"a":"<unknown>"}]');
  });

  it("has at most 80 characters", () => {
    assert.equal(show("x".repeat(78)), `"${"x".repeat(78)}"`);
    assert.equal(show("x".repeat(79)), `"${"x".repeat(76)}...`);
    fc.assert(fc.property(anyMap(), (tree) => show(tree).length <= 80));
  });
});

function anyMap(): fc.Arbitrary<PropertyMap> {
  const { map } = fc.letrec<{ value: Value; map: PropertyMap }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "grapheme-ascii" }),
      fc.integer(),
      fc.boolean(),
      fc.constant<Value>(UNKNOWN),
      fc.array(tie("value"), { maxLength: 3 }),
      tie("map"),
    ),
    map: fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  }));
  return map;
}
