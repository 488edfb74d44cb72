import assert from "node:assert/strict";
import fc from "fast-check";
import { branchesOf, contradictionIn } from "../../../policies/patterns/contradictions";
import { comparisonText, parseFilterPattern } from "../../../policies/patterns/filter-pattern";

function branches(pattern: string): readonly (readonly string[])[] | undefined {
  return branchesOf(parseFilterPattern(pattern))?.map((branch) => branch.map(comparisonText));
}

function contradiction(conjunction: string): readonly string[] | undefined {
  const [branch = []] = branchesOf(parseFilterPattern(`{ ${conjunction} }`)) ?? [];
  return contradictionIn(branch)?.map(comparisonText);
}

describe("the alternatives of a filter pattern", () => {
  it("are multiplied out", () => {
    assert.deepEqual(branches("{ ($.a = 1 || $.b = 2) && ($.c = 3 || $.d = 4) || $.e = 5 }"), [
      ["$.a = 1", "$.c = 3"],
      ["$.a = 1", "$.d = 4"],
      ["$.b = 2", "$.c = 3"],
      ["$.b = 2", "$.d = 4"],
      ["$.e = 5"],
    ]);
  });

  it("are given up beyond 1024", () => {
    const twice = "($.a=1||$.b=2)";
    assert.equal(branches(`{ ${Array(10).fill(twice).join("&&")} }`)?.length, 1024);
    assert.equal(branches(`{ ${Array(11).fill(twice).join("&&")} }`), undefined);
    assert.equal(branches(`{ ${Array(10).fill(twice).join("&&")} || $.c = 1 }`), undefined);
  });
});

describe("two comparisons of one property", () => {
  const EXCLUDE: readonly string[] = [
    "$.a = 1 && $.a = 2",
    '$.a = x && $.a = "y"',
    '$.a = "abc" && $.a = "b*"',
    '$.a = "b*" && $.a = "abc"',
    "$.a = x && $.a != x",
    "$.a != 1.0 && $.a = 1",
    '$.a = "abc" && $.a != "a*"',
    '$.a = "a*" && $.a != "a*"',
    "$.a = 5 && $.a > 5",
    "$.a >= 6 && $.a = 5",
    "$.a > 5 && $.a < 5",
    "$.a < 5 && $.a >= 5",
    "$.a >= 6 && $.a <= 5",
    "$.a = x && $.a NOT EXISTS",
    "$.a NOT EXISTS && $.a IS NULL",
    "$.a > 1 && $.a NOT EXISTS",
    "$.a IS TRUE && $.a IS FALSE",
    "$.a[0] = 1 && $.a[0] = 2",
  ];
  for (const pattern of EXCLUDE) {
    it(`exclude each other in ${pattern}`, () => assert.equal(contradiction(pattern)?.length, 2));
  }

  const AGREE: readonly string[] = [
    "$.a = 1 && $.b = 2",
    "$.a = 1 && $.a = 1.0",
    '$.a = 1 && $.a = "1"',
    '$.a = "abc" && $.a = "a*"',
    '$.a = "a*" && $.a = "*c"',
    "$.a != 1 && $.a != 2",
    '$.a = "a*" && $.a != "abc"',
    "$.a = 5 && $.a >= 5",
    "$.a = 5 && $.a <= 5",
    "$.a > 5 && $.a < 6",
    "$.a >= 5 && $.a <= 5",
    "$.a > 5 && $.a > 7",
    "$.a = x && $.a > 5",
    "$.a = %x% && $.a = y",
    "$.a != x && $.a NOT EXISTS",
    "$.a NOT EXISTS && $.a NOT EXISTS",
    "$.a IS TRUE && $.a IS TRUE",
    '$.a IS TRUE && $.a = "true"',
    "$.a[*] = 1 && $.a[*] = 2",
    "$.*.id = 1 && $.*.id = 2",
  ];
  for (const pattern of AGREE) {
    it(`agree in ${pattern}`, () => assert.equal(contradiction(pattern), undefined));
  }

  it("exclude each other wherever they stand, and are named as they are written", () => {
    assert.deepEqual(contradiction("$.a = 1 && $.b = 2 && $.a = 3"), ["$.a = 1", "$.a = 3"]);
  });

  it("never exclude each other where a number meets both", () => {
    const operator = fc.constantFrom("=", "!=", ">", "<", ">=", "<=");
    const meets: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
      "=": (value, bound) => value === bound,
      "!=": (value, bound) => value !== bound,
      ">": (value, bound) => value > bound,
      "<": (value, bound) => value < bound,
      ">=": (value, bound) => value >= bound,
      "<=": (value, bound) => value <= bound,
    };
    const small = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(operator, small, operator, small, (one, least, other, most) => {
        const halves = Array.from({ length: 17 }, (_, index) => index / 2 - 4);
        const isMet = halves.some(
          (value) => meets[one]?.(value, least) === true && meets[other]?.(value, most) === true,
        );
        assert.equal(contradiction(`$.a ${one} ${least} && $.a ${other} ${most}`) === undefined, isMet);
      }),
      { numRuns: 1000 },
    );
  });
});
