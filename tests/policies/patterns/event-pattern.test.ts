import assert from "node:assert/strict";
import {
  asksForAbsence,
  fieldAt,
  literalsOf,
  onlyLiteralsOf,
  parseEventPattern,
} from "../../../policies/patterns/event-pattern";

function paths(pattern: object): readonly (readonly string[])[] {
  return parseEventPattern(JSON.stringify(pattern)).map((alternative) => alternative.map(({ path }) => path.join(".")));
}

function field(matchers: readonly unknown[]) {
  const [alternative = []] = parseEventPattern(JSON.stringify({ a: matchers }));
  return fieldAt(alternative, "a") ?? assert.fail();
}

describe("reading an event pattern", () => {
  it("gives each field with its path", () => {
    assert.deepEqual(paths({ source: ["a"], detail: { eventName: ["b"], userIdentity: { type: ["c"] } } }), [
      ["source", "detail.eventName", "detail.userIdentity.type"],
    ]);
  });

  it("multiplies $or out, at the top and below", () => {
    assert.deepEqual(
      paths({ source: ["a"], $or: [{ region: ["b"] }, { detail: { $or: [{ x: [1] }, { y: [2] }] } }] }),
      [
        ["source", "region"],
        ["source", "detail.x"],
        ["source", "detail.y"],
      ],
    );
  });

  const REFUSED: readonly (readonly [string, string])[] = [
    ["{", "it is not JSON"],
    ["[]", "it is not a JSON object"],
    ["null", "it is an empty object, which matches nothing; name a field or leave it out"],
    ['{"source":["a"],"source":["b"]}', 'it names "source" twice in one object, of which a reader may take either'],
    ["{}", "it is an empty object, which matches nothing; name a field or leave it out"],
    ['{"detail":{}}', "detail is an empty object, which matches nothing; name a field or leave it out"],
    ['{"source":"aws.kms"}', 'source is "aws.kms", not in a list; write the values in a list'],
    ['{"detail":{"x":null}}', "detail.x is null, not in a list; write the values in a list"],
    ['{"detail":{"x":[]}}', "detail.x is an empty list, which matches nothing; list a value or leave it out"],
    ['{"$or":["a"]}', '$or holds "a"; list objects in it'],
    [`{"source":["${"a".repeat(4096)}"]}`, "it has 4111 characters, and EventBridge takes at most 4096"],
  ];
  for (const [pattern, message] of REFUSED) {
    it(`says of ${pattern.slice(0, 40)} what is wrong`, () =>
      assert.throws(() => parseEventPattern(pattern), { message }));
  }

  it("gives up beyond 1000 alternatives", () => {
    const or = (count: number) => ({ $or: Array.from({ length: count }, () => ({ x: [1] })) });
    assert.equal(paths({ a: or(40), b: or(25) }).length, 1000);
    assert.throws(() => paths({ a: or(77), b: or(13) }), {
      message: "it has more than 1000 alternatives; split it into several rules",
    });
  });
});

describe("the values of a field", () => {
  it("are its texts, whatever else it may be", () => {
    assert.deepEqual(literalsOf(field(["a", { prefix: "b" }, 1, null])), ["a"]);
    assert.deepEqual(literalsOf(undefined), []);
  });

  it("are only its texts where it can be nothing else", () => {
    assert.deepEqual(onlyLiteralsOf(field(["a", "b"])), ["a", "b"]);
    assert.equal(onlyLiteralsOf(field(["a", null])), undefined);
    assert.equal(onlyLiteralsOf(undefined), undefined);
  });

  it("may be none at all", () => {
    assert.equal(asksForAbsence(field([{ exists: false }])), true);
    assert.equal(asksForAbsence(field([{ exists: false }, "a"])), false);
    assert.equal(asksForAbsence(field([{ exists: true }])), false);
    assert.equal(asksForAbsence(field([null])), false);
  });
});
