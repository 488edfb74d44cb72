import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Comparison,
  type Condition,
  comparisonText,
  isJsonPattern,
  parseFilterPattern,
} from "../../../policies/patterns/filter-pattern";

/** The condition as text, with every group in parentheses. */
function shape(condition: Condition): string {
  if ("comparison" in condition) {
    return comparisonText(condition.comparison);
  }
  return "any" in condition
    ? `(${condition.any.map(shape).join(" || ")})`
    : `(${condition.all.map(shape).join(" && ")})`;
}

describe("parsing a JSON filter pattern", () => {
  const READ: readonly (readonly [string, string])[] = [
    ['{ $.eventType = "UpdateTrail" }', '$.eventType = "UpdateTrail"'],
    ["{$.eventName=DeleteTrail}", '$.eventName = "DeleteTrail"'],
    ["{ $.sourceIPAddress != 123.123.* }", '$.sourceIPAddress != "123.123.*"'],
    ["{ $.latency >= 1e-3 }", "$.latency >= 1e-3"],
    ['{ $.arrayKey[0] = "value" }', '$.arrayKey[0] = "value"'],
    ["{ $.objectList[1].id = 2 }", "$.objectList[1].id = 2"],
    ["{ $.coordinates[0][1] < -4 }", "$.coordinates[0][1] < -4"],
    ["{ $.*.id = 2 }", "$[*].id = 2"],
    ["{ $.SomeObject IS NULL }", "$.SomeObject IS NULL"],
    ["{ $.ok is true }", "$.ok IS TRUE"],
    ["{ $.SomeOtherObject NOT EXISTS }", "$.SomeOtherObject NOT EXISTS"],
    ["{ $.message = %Access.*% }", "$.message = %Access.*%"],
    ['{ $.["detail"].kind = "a\\"b" }', '$.detail.kind = "a\\"b"'],
    ["{ $.a = 1 || $.b = 2 && $.c = 3 }", "($.a = 1 || ($.b = 2 && $.c = 3))"],
    ["{ ($.a = 1 || $.b = 2) && $.c = 3 }", "(($.a = 1 || $.b = 2) && $.c = 3)"],
    ["{ (($.a = 1)) }", "$.a = 1"],
    [
      '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
      '($.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent")',
    ],
  ];
  for (const [pattern, expected] of READ) {
    it(`reads ${pattern}`, () => assert.equal(shape(parseFilterPattern(pattern)), expected));
  }

  const REFUSED: readonly (readonly [string, string])[] = [
    ["{ $.a = 1", "it needs } at the end"],
    ["{ }", 'it needs a selector such as $.eventName where it has "}"'],
    ["{ $ = 1 }", 'it needs a selector such as $.eventName where it has "= 1 }"'],
    ["{ eventName = 1 }", 'it needs a selector such as $.eventName where it has "eventName = 1 }"'],
    ["{ $.a == 1 }", 'it needs a value, in quotation marks unless it is one word where it has "= 1 }"'],
    ["{ $.a IS NOT NULL }", 'it needs a comparison where it has "IS NOT NULL }"'],
    ["{ ($.a = 1 }", 'it needs ) where it has "}"'],
    ["{ $.a = 1 } x", 'it needs the end where it has "x"'],
    [`{ $.a = ${"1".repeat(1024)} }`, "it has 1034 characters, and CloudWatch Logs takes 1024"],
  ];
  for (const [pattern, message] of REFUSED) {
    it(`says of ${pattern.slice(0, 30)} what is wrong`, () =>
      assert.throws(() => parseFilterPattern(pattern), { message }));
  }

  it("ends with a condition or an error that says what it needs, whatever the text", () => {
    const token = fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "$",
      ".a",
      "[0]",
      "=",
      "!=",
      "&&",
      "||",
      "1",
      '"x"',
      "%y%",
      "IS",
      "NOT",
      "EXISTS",
      " ",
    );
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        try {
          parseFilterPattern(tokens.join(""));
        } catch (error) {
          assert.match(String(error), /^Error: it needs /);
        }
      }),
    );
  });

  it("reads what it has written", () => {
    const name = fc.stringMatching(/^[A-Za-z][\w-]{0,5}$/);
    const value = fc.stringMatching(/^[\w :*/-]{0,8}$/);
    const operator = fc.constantFrom("=" as const, "!=" as const);
    const comparison = fc
      .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), operator, value)
      .map(([selector, asked, text]): Comparison => {
        return { kind: "value", selector, operator: asked, value: { text, number: undefined, isExpression: false } };
      });
    fc.assert(
      fc.property(comparison, (one) => {
        assert.deepEqual(parseFilterPattern(`{ ${comparisonText(one)} }`), { comparison: one });
      }),
    );
  });

  it("is for patterns in braces only", () => {
    assert.equal(isJsonPattern(" { $.a = 1 }"), true);
    for (const other of ["", "ERROR", "[ip, user]", '"{"', "?a ?b"]) {
      assert.equal(isJsonPattern(other), false, other);
    }
  });
});
