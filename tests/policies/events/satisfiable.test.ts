import assert from "node:assert/strict";
import fc from "fast-check";
import { type Condition, type Pattern, parseJsonPattern } from "../../../policies/events/filter-pattern";
import { contradictionIn } from "../../../policies/events/satisfiable";
import { matchesPattern } from "../../../policies/wildcards";

const contradicts = (inner: string): boolean =>
  contradictionIn(parseJsonPattern(`{ ${inner} }`) ?? assert.fail(inner)) !== undefined;

/** What is matched, and whether nothing is. */
const CASES: readonly (readonly [pattern: string, never: boolean])[] = [
  ["$.a = x && $.a = y", true],
  ["$.a = x && $.a = x", false],
  ["$.a = x && $.b = y", false],
  ["$.a = x || $.a = y", false],
  ["$.a = x* && $.a = xy", false],
  ["$.a = x* && $.a = yx", true],
  ["$.a = x* && $.a = *y", false],
  ["$.a = x && $.a != x", true],
  ["$.a = x && $.a != x*", true],
  ["$.a = x* && $.a != xy", false],
  ["$.a != x && $.a != y", false],
  ["$.a = 1 && $.a = 1.0", false],
  ["$.a = 1 && $.a = 2", true],
  ["$.a > 5 && $.a < 5", true],
  ["$.a >= 5 && $.a <= 5", false],
  ["$.a >= 5 && $.a < 5", true],
  ["$.a > 4 && $.a < 5", false],
  ["$.a = 5 && $.a > 5", true],
  ["$.a = 5 && $.a >= 5", false],
  ["$.a NOT EXISTS && $.a = x", true],
  ["$.a NOT EXISTS && $.a IS NULL", true],
  ["$.a NOT EXISTS && $.a != x", false],
  ["$.a IS TRUE && $.a IS FALSE", true],
  ["$.a IS TRUE && $.a = true", false],
  ["$.a IS NULL && $.a = x", true],
  ["$.a[*] = x && $.a[*] = y", false],
  ["$.a = %x% && $.a = y", false],
  ["($.a = x && $.a = y) || $.b = z", false],
  ["($.a = x && $.a = y) || ($.b = z && $.b = w)", true],
  ["$.s = kms && ($.n = DisableKey || $.n = ScheduleKeyDeletion)", false],
  ["$.n = StopLogging && ($.n = DisableKey || $.n = ScheduleKeyDeletion)", true],
];

describe("a filter pattern that contradicts itself", () => {
  for (const [pattern, never] of CASES) {
    it(`is ${never ? "" : "not "}{ ${pattern} }`, () => assert.equal(contradicts(pattern), never));
  }

  it("names the conditions of which an event meets one at most", () => {
    const [one, other] = contradictionIn(parseJsonPattern("{ $.b = z && $.a = x && $.a = y }") ?? assert.fail()) ?? [];
    assert.deepEqual([one?.value, other?.value], ["x", "y"]);
  });
  it("is taken for none where there are too many ways to try", () => {
    const choice = "($.a = 1 || $.b = 2 || $.c = 3 || $.d = 4)";
    assert.equal(contradicts(`${Array(8).fill(choice).join(" && ")} && $.e = 1 && $.e = 2`), false);
  });

  const condition: fc.Arbitrary<Pattern> = fc
    .record({
      selector: fc.constantFrom("$.a", "$.b"),
      operator: fc.constantFrom<Condition["operator"]>("=", "!=", "not exists", "is null"),
      value: fc.constantFrom("x", "y", "x*", "*"),
      isExpression: fc.constant(false),
    })
    .map((one) => ({ kind: "condition", condition: one }) as const);
  const { pattern } = fc.letrec<{ pattern: Pattern }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      condition,
      fc.record({
        kind: fc.constantFrom("and", "or"),
        parts: fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  const field = fc.constantFrom<string | null | undefined>("x", "y", "xy", "", null, undefined);

  it("is met by no event", () => {
    fc.assert(
      fc.property(pattern, field, field, (some, a, b) => {
        assert.ok(contradictionIn(some) === undefined || !meets({ "$.a": a, "$.b": b }, some));
      }),
      { numRuns: 3000 },
    );
  });
});

type Event = Readonly<Record<string, string | null | undefined>>;

function meets(event: Event, pattern: Pattern): boolean {
  if (pattern.kind !== "condition") {
    return pattern.kind === "and"
      ? pattern.parts.every((part) => meets(event, part))
      : pattern.parts.some((part) => meets(event, part));
  }
  const { selector, operator, value } = pattern.condition;
  const actual = event[selector];
  switch (operator) {
    case "=":
      return typeof actual === "string" && matchesPattern(value, actual);
    case "!=":
      return typeof actual !== "string" || !matchesPattern(value, actual);
    case "is null":
      return actual === null;
    default:
      return actual === undefined;
  }
}
