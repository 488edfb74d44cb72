import assert from "node:assert/strict";
import fc from "fast-check";
import { parseOrganizationPolicy } from "../../gate/organization-policy";

function mistakes(content: unknown): readonly string[] {
  const parsed = parseOrganizationPolicy(content);
  assert.ok(!parsed.ok, JSON.stringify(content));
  return parsed.mistakes;
}

describe("an organization's policy file", () => {
  it("may hold any part, and allows of exemptions only what it says", () => {
    assert.deepEqual(parseOrganizationPolicy({}), { ok: true, policy: { levels: {}, settings: [], mustCheck: [] } });
    assert.deepEqual(parseOrganizationPolicy({ exemptions: { longestDays: 90 } }), {
      ok: true,
      policy: {
        levels: {},
        settings: [],
        mustCheck: [],
        exemptions: { longestDays: 90, ownerMayApprove: false, never: [], statedByProgram: false },
      },
    });
  });
  it("is told every mistake", () => {
    const wrong = mistakes({
      level: { all: "mandatory" },
      levels: { all: "strict" },
      settings: [
        { rule: "r", setting: "s" },
        { rule: "r", setting: "s", minimum: 3, maximum: 2 },
      ],
      exemptions: { approvers: [], longestDays: 0 },
    });
    for (const words of [
      /level/,
      /^levels\.all: /,
      /^settings\.0: must have a minimum, a maximum or both, or else equals$/,
      /^settings\.1: has a minimum above its maximum/,
      /^exemptions\.approvers: /,
      /^exemptions\.longestDays: /,
    ]) {
      assert.ok(
        wrong.some((line) => words.test(line)),
        `${String(words)}: ${wrong.join("; ")}`,
      );
    }
  });
  it("cannot say nothing by accident: an empty file, a list and a misspelt part are mistakes", () => {
    for (const content of [null, undefined, [], "levels", { leveles: {} }, { exemptions: { aprovers: ["x"] } }]) {
      assert.notDeepEqual(mistakes(content), []);
    }
  });
  it("is parsed or refused, whatever it is", () => {
    fc.assert(fc.property(fc.anything(), (content) => typeof parseOrganizationPolicy(content).ok === "boolean"));
  });
});
