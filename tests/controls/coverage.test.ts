import assert from "node:assert/strict";

import fc from "fast-check";

import type { Control } from "../../controls/control";
import { CONTROLS } from "../../controls/catalogue";
import { type JudgedRule, STATUSES, countByStatus, coverage, statusOf } from "../../controls/coverage";

const NOTHING = { failedMandatory: 0, failedAdvisory: 0, undecided: 0, exempt: 0, passed: 0 };

/** A control of two rules, on the model of a real one. */
const control: Control = {
  id: "TRAIL-99",
  domain: "TRAIL",
  title: "",
  objective: "",
  provisions: { none: "" },
  prevents: ["trail-log-file-validation", "trail-insights"],
  detects: { configRules: [], alarms: [] },
  traces: [],
  responds: { none: "" },
  proves: ["findings"],
  clauses: {},
  limits: [""],
};

function judged(
  verdict: JudgedRule["verdict"],
  rule = "trail-log-file-validation",
  level: JudgedRule["level"] = "mandatory",
) {
  return { rule, verdict, level };
}

function only(...findings: readonly JudgedRule[]) {
  const [covered] = coverage(findings, [control]);
  assert.ok(covered !== undefined);
  return covered;
}

describe("the status of a control", () => {
  it("is not exercised without a finding of its rules", () => {
    assert.equal(only().status, "not-exercised");
    assert.equal(only(judged("pass", "bucket-lifecycle-bounded")).status, "not-exercised");
    assert.equal(only(judged("not-applicable")).status, "not-exercised");
  });

  it("is satisfied by one pass, and names the rules that judged nothing", () => {
    const covered = only(judged("pass"));
    assert.equal(covered.status, "satisfied");
    assert.deepEqual(covered.counts, { ...NOTHING, passed: 1 });
    assert.deepEqual(covered.silentRules, ["trail-insights"]);
  });

  it("is violated by one mandatory failure among passes", () => {
    assert.equal(only(judged("pass"), judged("fail", "trail-insights"), judged("undecided")).status, "violated");
  });

  it("is undecided by one undecided rule among passes and advice", () => {
    const advice = judged("fail", "trail-insights", "advisory");
    assert.equal(only(judged("pass"), advice, judged("undecided")).status, "undecided");
  });

  it("is advised, and neither satisfied nor violated, when only an advisory rule fails", () => {
    const covered = only(judged("pass"), judged("fail", "trail-insights", "advisory"));
    assert.equal(covered.status, "advised");
    assert.deepEqual(covered.counts, { ...NOTHING, passed: 1, failedAdvisory: 1 });
  });

  it("is exempt when exemptions alone hold it up, and satisfied, with the exemptions counted, when something passes", () => {
    assert.equal(only(judged("exempt")).status, "exempt");
    const covered = only(judged("exempt"), judged("pass", "trail-insights"));
    assert.equal(covered.status, "satisfied");
    assert.equal(covered.counts.exempt, 1);
  });

  it("never improves by a failure and does not depend on the order", () => {
    const finding = fc.record({
      rule: fc.constantFrom(...control.prevents),
      verdict: fc.constantFrom<JudgedRule["verdict"]>("pass", "fail", "undecided", "exempt", "not-applicable"),
      level: fc.constantFrom<JudgedRule["level"]>("mandatory", "advisory"),
    });
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        assert.deepEqual(only(...findings), only(...[...findings].reverse()));
        assert.equal(only(...findings, judged("fail")).status, "violated");
        if (only(...findings).status === "satisfied") {
          assert.ok(findings.every(({ verdict }) => verdict !== "fail" && verdict !== "undecided"));
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

describe("the coverage of the catalogue", () => {
  it("has one entry for each control, in its order, and leaves controls without rules unexercised", () => {
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
    const twice = coverage([judged("pass")], [control, { ...control, id: "TRAIL-98" }]);
    assert.equal(countByStatus(twice).satisfied, 2);
  });
});
