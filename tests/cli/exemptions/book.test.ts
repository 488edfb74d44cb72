import assert from "node:assert/strict";
import fc from "fast-check";
import { describedExemptions, doesNotApply, isExpiring, isSameFinding, lastDay } from "../../../cli/exemptions/book";
import { NO_LIMITS, sortExemptions } from "../../../policies/exemptions";
import type { DescribedExemption } from "../../../reports/exemptions/exemption";

const RULES = new Set(["s3-bucket-protected"]);
const TODAY = "2028-02-27";
const EXEMPTION = {
  rule: "s3-bucket-protected",
  urn: "urn:pulumi:prod::example::aws:s3/bucket:Bucket::evidence",
  reason: "It is moved to another stack.",
  owner: "owner@example.com",
  approver: "approver@example.com",
  expires: TODAY,
};

function described(entry: unknown, limits = NO_LIMITS): DescribedExemption {
  const [only] = describedExemptions([entry], RULES, TODAY, limits);
  return only ?? assert.fail();
}

describe("an exemptions file, entry by entry,", () => {
  for (const [expires, daysLeft, status] of [
    [TODAY, 0, "in-force"],
    ["2028-02-28", 1, "in-force"],
    ["2028-03-01", 3, "in-force"], // after the leap day
    ["2028-02-26", -1, "expired"],
    ["2027-02-27", -365, "expired"],
  ] as const) {
    it(`has ${String(daysLeft)} days left until ${expires}`, () => {
      const entry = { ...EXEMPTION, expires };
      const problem = status === "expired" ? { problem: `expired on ${expires}` } : {};
      assert.deepEqual(described(entry), { place: 1, status, ...problem, daysLeft, entry });
    });
  }

  it("says why an entry does not apply, whatever it is", () => {
    for (const [entry, status, problem] of [
      [null, "malformed", /^is null; it must be an object/],
      [{ ...EXEMPTION, owner: " " }, "malformed", /^lacks owner/],
      [{ ...EXEMPTION, rule: "no-such-rule" }, "unknown-rule", /^names the rule "no-such-rule"/],
    ] as const) {
      const exemption = described(entry);
      assert.equal(exemption.status, status);
      assert.match(exemption.problem ?? "", problem);
      assert.ok(doesNotApply(exemption));
    }
    assert.ok(!doesNotApply(described(EXEMPTION)));
    const { status } = described(EXEMPTION, { ...NO_LIMITS, never: ["all"] });
    assert.equal(status, "not-allowed");
  });

  it("is expiring from as many days before its last as were asked for, and where it names no day", () => {
    const inThree = described({ ...EXEMPTION, expires: "2028-03-01" });
    assert.ok(isExpiring(inThree, 3));
    assert.ok(!isExpiring(inThree, 2));
    assert.ok(isExpiring(described({ ...EXEMPTION, expires: "2028-02-26" }), 1));
    assert.ok(isExpiring(described({ ...EXEMPTION, expires: "soon" }), 1));
    assert.ok(isExpiring(described(null), 1));
    assert.equal(lastDay(TODAY, 3), "2028-03-01");
    assert.equal(lastDay(TODAY, Number.MAX_SAFE_INTEGER), "9999-12-31");
  });

  it("is the same as another by rule, URN and property, whatever its terms are", () => {
    assert.ok(isSameFinding(EXEMPTION, { ...EXEMPTION, owner: "other", expires: "2029-01-01" }));
    for (const change of [{ rule: "other" }, { urn: "urn:pulumi:*" }, { property: "protect" }]) {
      assert.ok(!isSameFinding(EXEMPTION, { ...EXEMPTION, ...change }));
    }
    assert.ok(!isSameFinding(EXEMPTION, null));
  });

  it("applies exactly where the pack lets it apply", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom<unknown>(...Object.values(EXEMPTION), "", 1, null));
    const record = fc.record({ ...Object.fromEntries(Object.keys(EXEMPTION).map((field) => [field, text])) });
    const entry = fc.oneof(fc.constant<unknown>(EXEMPTION), record, fc.anything());
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { inForce } = sortExemptions(entries, RULES, TODAY);
        const applying = describedExemptions(entries, RULES, TODAY, NO_LIMITS).filter((each) => !doesNotApply(each));
        assert.deepEqual(
          applying.map((each) => each.entry),
          inForce,
        );
      }),
    );
  });
});
