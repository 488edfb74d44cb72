import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesPattern } from "../../policies/wildcards";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });

/** What a pattern means, by its definition; too slow for use. */
function means(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern;
  if (first === "") {
    return text === "";
  }
  const others = rest.join("");
  if (first === "*") {
    return Array.from({ length: text.length + 1 }, (_, taken) => taken).some((taken) =>
      means(others, text.slice(taken)),
    );
  }
  return text !== "" && (first === "?" || first === text[0]) && means(others, text.slice(1));
}

describe("a wildcard pattern", () => {
  it("matches exactly what its definition says", () => {
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        assert.equal(matchesPattern(pattern, text, "?"), means(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes every character but the star as itself, unless one is said to stand for any", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const literal = text.replaceAll("*", "");
        assert.ok(matchesPattern(literal, literal));
      }),
    );
    assert.ok(!matchesPattern("a?c", "abc"));
    assert.ok(matchesPattern("a?c", "a?c"));
    assert.ok(matchesPattern("a?c", "abc", "?"));
    assert.ok(!matchesPattern("a.c", "abc", "?"));
  });

  it("is anchored at both ends", () => {
    assert.ok(!matchesPattern("b", "ab"));
    assert.ok(!matchesPattern("a", "ab"));
    assert.ok(matchesPattern("*b", "ab"));
    assert.ok(matchesPattern("a*", "ab"));
    assert.ok(matchesPattern("a*b", "ab"));
  });

  it("stands for line breaks as well", () => assert.ok(matchesPattern("a*b?c", "a\n\nb\nc", "?")));

  it("comes to an end on a pattern that defeats regular expressions", () => {
    assert.ok(!matchesPattern(`${"*a".repeat(200)}*b`, "a".repeat(5000)));
    assert.ok(!matchesPattern(`${"*".repeat(5000)}b`, "a".repeat(5000)));
  });
});
