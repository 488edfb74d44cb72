import assert from "node:assert/strict";

import fc from "fast-check";

import type { Control } from "../../controls/control";
import { CONTROLS } from "../../controls/catalogue";
import {
  type AnnouncedRule,
  type JudgedRule,
  STATUSES,
  countByStatus,
  coverage,
  statusOf,
} from "../../controls/coverage";

const NOTHING = { failedMandatory: 0, failedAdvisory: 0, undecided: 0, exempt: 0, passed: 0 };

/** A control with two rules, modeled on a real one. */
const control: Control = {
  id: "TRAIL-99",
  domain: "TRAIL",
  title: "",
  objective: "",
  provisions: { none: "" },
  prevents: ["cloudtrail-log-file-validation-enabled", "cloudtrail-insights-enabled"],
  detects: { configRules: [], alarms: [], checks: [] },
  traces: [],
  responds: ["trail-tampered-with"],
  proves: ["findings"],
  clauses: {},
  limits: [""],
};

function checked(
  result: JudgedRule["result"],
  rule = "cloudtrail-log-file-validation-enabled",
  level: JudgedRule["level"] = "mandatory",
) {
  return { rule, result, level };
}

/** The control's rules as a pack announces them, about the types `trail` and `selector`. */
const ANNOUNCED: readonly AnnouncedRule[] = [
  { id: "cloudtrail-log-file-validation-enabled", level: "mandatory", types: ["trail"] },
  { id: "cloudtrail-insights-enabled", level: "mandatory", types: ["selector"] },
];

/** The control in a stack that has both types. */
function asked(rules: readonly AnnouncedRule[], ...findings: readonly JudgedRule[]) {
  const [covered] = coverage(findings, [control], { rules, types: new Set(["trail", "selector"]) });
  assert.ok(covered !== undefined);
  return covered;
}

function only(...findings: readonly JudgedRule[]) {
  const [covered] = coverage(findings, [control]);
  assert.ok(covered !== undefined);
  return covered;
}

describe("the status of a control", () => {
  it("is not exercised without findings of its rules", () => {
    assert.equal(only().status, "not-exercised");
    assert.equal(only(checked("pass", "s3-bucket-lifecycle-bounded")).status, "not-exercised");
    assert.equal(only(checked("not-applicable")).status, "not-exercised");
  });

  it("is satisfied by one pass, and lists the rules that did not check anything", () => {
    const covered = only(checked("pass"));
    assert.equal(covered.status, "satisfied");
    assert.deepEqual(covered.counts, { ...NOTHING, passed: 1 });
    assert.deepEqual(covered.silentRules, ["cloudtrail-insights-enabled"]);
  });

  it("is satisfied by a pass where all its rules were asked", () => {
    assert.equal(asked(ANNOUNCED, checked("pass")).status, "satisfied");
  });

  it("is not exercised, whatever passes, if one of its rules asked nothing because nothing holds evidence", () => {
    const unasked = ["cloudtrail-insights-enabled"];
    const about = (...findings: readonly JudgedRule[]) =>
      coverage(findings, [control], { rules: ANNOUNCED, types: new Set(["trail"]), unasked })[0]?.status;
    assert.equal(about(checked("pass")), "not-exercised");
    assert.equal(about(checked("fail")), "violated");
    assert.equal(
      coverage([checked("pass")], [control], { rules: ANNOUNCED, types: new Set(["trail"]), unasked: ["another"] })[0]
        ?.status,
      "satisfied",
    );
  });

  it("is not checked, whatever passes, if one of its rules is disabled or not in the pack", () => {
    const [trail, selector] = ANNOUNCED as readonly [AnnouncedRule, AnnouncedRule]; // there are two
    for (const rules of [[trail], [trail, { ...selector, level: "disabled" as const }]]) {
      const covered = asked(rules, checked("pass"));
      assert.equal(covered.status, "not-checked");
      assert.deepEqual(covered.uncheckedRules, ["cloudtrail-insights-enabled"]);
      assert.equal(asked(rules, checked("exempt")).status, "not-checked");
      assert.equal(asked(rules).status, "not-checked");
    }
    assert.equal(asked([]).status, "not-checked");
  });

  it("is judged by what was found if that is worse than what was not checked", () => {
    assert.equal(asked([], checked("fail")).status, "violated");
    assert.equal(asked([], checked("undecided")).status, "undecided");
    assert.equal(asked([], checked("fail", "cloudtrail-insights-enabled", "advisory")).status, "advised");
  });

  it("does not miss a disabled rule that has nothing to check in the stack", () => {
    const [trail, selector] = ANNOUNCED as readonly [AnnouncedRule, AnnouncedRule]; // there are two
    const asking = (rule: AnnouncedRule) =>
      coverage([checked("pass")], [control], { rules: [trail, rule], types: new Set(["trail"]) })[0]?.status;
    assert.equal(asking({ ...selector, level: "disabled" }), "satisfied");
    // What says no type could have been about anything.
    assert.equal(asking({ ...selector, level: "disabled", types: [] }), "not-checked");
  });

  it("is violated by one mandatory failure among passes", () => {
    assert.equal(
      only(checked("pass"), checked("fail", "cloudtrail-insights-enabled"), checked("undecided")).status,
      "violated",
    );
  });

  it("is undecided by one undecided rule among passes and advisory failures", () => {
    const advice = checked("fail", "cloudtrail-insights-enabled", "advisory");
    assert.equal(only(checked("pass"), advice, checked("undecided")).status, "undecided");
  });

  it("is advised, neither satisfied nor violated, if only an advisory rule fails", () => {
    const covered = only(checked("pass"), checked("fail", "cloudtrail-insights-enabled", "advisory"));
    assert.equal(covered.status, "advised");
    assert.deepEqual(covered.counts, { ...NOTHING, passed: 1, failedAdvisory: 1 });
  });

  it("is exempt if there are only exemptions, and satisfied, with the exemptions counted, if something passes", () => {
    assert.equal(only(checked("exempt")).status, "exempt");
    const covered = only(checked("exempt"), checked("pass", "cloudtrail-insights-enabled"));
    assert.equal(covered.status, "satisfied");
    assert.equal(covered.counts.exempt, 1);
  });

  it("never improves with a failure and does not depend on the order", () => {
    const finding = fc.record({
      rule: fc.constantFrom(...control.prevents),
      result: fc.constantFrom<JudgedRule["result"]>("pass", "fail", "undecided", "exempt", "not-applicable"),
      level: fc.constantFrom<JudgedRule["level"]>("mandatory", "advisory"),
    });
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        assert.deepEqual(only(...findings), only(...[...findings].reverse()));
        assert.equal(only(...findings, checked("fail")).status, "violated");
        if (only(...findings).status === "satisfied") {
          assert.ok(findings.every(({ result }) => result !== "fail" && result !== "undecided"));
        }
      }),
    );
  });

  it("ranks the kinds of findings from worst to best", () => {
    const kinds = ["failedMandatory", "undecided", "failedAdvisory", "passed", "exempt"] as const;
    kinds.forEach((kind, index) => {
      const better = Object.fromEntries(kinds.slice(index).map((other) => [other, 1]));
      assert.equal(statusOf({ ...NOTHING, ...better }), statusOf({ ...NOTHING, [kind]: 1 }));
    });
    assert.equal(statusOf(NOTHING), "not-exercised");
  });
});

describe("the coverage of the catalog", () => {
  it("has one entry for each control, in catalog order, and reports controls without rules as not exercised", () => {
    const covered = coverage([]);
    assert.deepEqual(
      covered.map((entry) => entry.control.id),
      CONTROLS.map(({ id }) => id),
    );
    assert.deepEqual(countByStatus(covered), {
      ...Object.fromEntries(STATUSES.map((status) => [status, 0])),
      "not-exercised": CONTROLS.length,
    });
  });

  it("counts a rule for every control that has it", () => {
    const twice = coverage([checked("pass")], [control, { ...control, id: "TRAIL-98" }]);
    assert.equal(countByStatus(twice).satisfied, 2);
  });
});
