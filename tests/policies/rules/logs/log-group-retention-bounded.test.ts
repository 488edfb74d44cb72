import assert from "node:assert/strict";
import fc from "fast-check";
import { LEGAL_RETENTION_DAYS } from "../../../../components/retention";
import { logGroupRetentionBounded } from "../../../../policies/rules/logs/log-group-retention-bounded";
import { RETENTION_PERIODS, retentionProblem } from "../../../../policies/rules/logs/retention";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logGroupRetentionBounded, {
  fails: [
    {
      title: "a log group that leaves its retention out",
      remove: ["retentionInDays"],
      message: "is absent, which keeps events for ever; it must be 30 to 3653 days",
    },
    {
      title: "a log group that keeps events for ever",
      set: { retentionInDays: 0 },
      message: "is 0, which keeps events for ever; it must be 30 to 3653 days",
    },
    {
      title: "a log group just below the minimum",
      set: { retentionInDays: 14 },
      message: "is 14; it must be 30 to 3653 days",
    },
    {
      title: "a log group just below the minimum of the configuration",
      set: { retentionInDays: 180 },
      config: { minimumDays: 365 },
      message: "is 180; it must be 365 to 3653 days",
    },
    {
      title: "a log group just above the maximum of the configuration",
      set: { retentionInDays: 545 },
      config: { maximumDays: 400 },
      message: "is 545; it must be 30 to 400 days",
    },
    {
      title: "a period that CloudWatch Logs does not know",
      set: { retentionInDays: 366 },
      config: { minimumDays: 365, maximumDays: 545 },
      message: "is 366, which CloudWatch Logs does not know; it must be one of 365, 400, 545",
    },
    {
      title: "a period that is no number",
      set: { retentionInDays: "400" },
      config: { minimumDays: 365, maximumDays: 545 },
      message: 'is "400", which CloudWatch Logs does not know; it must be one of 365, 400, 545',
    },
  ],
  passes: [
    { title: "the minimum", set: { retentionInDays: 30 } },
    { title: "the maximum", set: { retentionInDays: 3653 } },
    { title: "the minimum of the configuration", set: { retentionInDays: 365 }, config: { minimumDays: 365 } },
    { title: "the maximum of the configuration", set: { retentionInDays: 400 }, config: { maximumDays: 400 } },
  ],
});

describe("what log-group-retention-bounded knows of retention", () => {
  it("is what RetainedLogGroup knows", () => assert.deepEqual(RETENTION_PERIODS, [...LEGAL_RETENTION_DAYS]));

  it("finds a problem exactly in what is no period or out of bounds", () => {
    const day = fc.oneof(fc.integer({ min: -1, max: 4000 }), fc.constantFrom(...RETENTION_PERIODS));
    fc.assert(
      fc.property(day, day, day, (days, minimum, maximum) => {
        const isGood = RETENTION_PERIODS.includes(days) && minimum <= days && days <= maximum;
        assert.equal(retentionProblem(days, { minimum, maximum }) === undefined, isGood);
      }),
    );
  });
});
