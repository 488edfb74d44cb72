import assert from "node:assert/strict";

import fc from "fast-check";

import { RUNBOOK_IDS, runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { absent, all, any, type Condition, is, isNot, matches } from "../../../runbooks/queries/condition";
import { meets } from "../../../runbooks/queries/evaluation";
import { requiredValues, valuesAsked } from "../../../runbooks/queries/required-values";

describe("The values that a condition requires of a field", () => {
  const stops = is("eventName", "StopLogging", "DeleteTrail");

  it("are those of which it has to be one", () =>
    assert.deepEqual(requiredValues(stops, "eventName"), ["StopLogging", "DeleteTrail"]));

  it("are none where the condition is about another field, or can be met by its absence", () => {
    assert.equal(requiredValues(stops, "eventSource"), undefined);
    assert.equal(requiredValues(isNot("eventName", "StopLogging"), "eventName"), undefined);
    assert.equal(requiredValues(absent("eventName"), "eventName"), undefined);
    assert.equal(requiredValues(matches("eventName", "^Stop"), "eventName"), undefined);
    assert.equal(requiredValues(is(["eventName", "eventType"], "StopLogging"), "eventName"), undefined);
    assert.equal(requiredValues(all(), "eventName"), undefined);
  });

  it("are the fewest of several that all have to be met", () =>
    assert.deepEqual(requiredValues(all(is("eventSource", "s"), stops, is("eventName", "StopLogging")), "eventName"), [
      "StopLogging",
    ]));

  it("are those of every alternative, and none where one has none", () => {
    assert.deepEqual(requiredValues(any(stops, is("eventName", "StopLogging", "PutKey")), "eventName"), [
      "StopLogging",
      "DeleteTrail",
      "PutKey",
    ]);
    assert.equal(requiredValues(any(stops, absent("errorCode")), "eventName"), undefined);
  });

  it("are had by every record that meets the condition", () => {
    const value = fc.constantFrom("a", "b", "c");
    const field = fc.constantFrom("one", "two");
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { depthSize: "small" },
        fc.tuple(field, fc.array(value, { minLength: 1, maxLength: 2 })).map(([of, values]) => is(of, ...values)),
        fc.tuple(field, value).map(([of, one]) => isNot(of, one)),
        field.map(absent),
        fc.array(tie("condition"), { maxLength: 3 }).map((parts) => all(...parts)),
        fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
      ),
    }));
    const record = fc.record({ one: value, two: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(condition, record, (where, of) => {
        const values = requiredValues(where, "one");
        assert.ok(values === undefined || !meets(of, where) || values.includes(of.one ?? ""));
      }),
      { numRuns: 5000 },
    );
  });

  it("are known of most runbooks about calls, and of none whose question is a text", () => {
    const known = RUNBOOK_IDS.filter((id) => valuesAsked([runbookOf(id).query(DEFAULTS)], "eventName") !== undefined);
    assert.ok(known.includes("trail-tampered-with"));
    assert.ok(!known.includes("root-used"));
    assert.ok(!known.includes("feeds-silent"));
    assert.ok(known.length > 30, String(known.length));
  });

  it("of several questions are those of all, and none where one asks about every call", () => {
    const asked = (...ids: readonly ("trail-tampered-with" | "keys-disabled" | "root-used")[]) =>
      valuesAsked(
        ids.map((id) => runbookOf(id).query(DEFAULTS)),
        "eventName",
      );
    const both = asked("trail-tampered-with", "keys-disabled") ?? [];
    assert.ok(both.includes("StopLogging") && both.includes("DisableKey"));
    assert.equal(asked("trail-tampered-with", "root-used"), undefined);
    assert.equal(asked(), undefined);
  });
});
