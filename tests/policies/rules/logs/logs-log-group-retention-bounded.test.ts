import assert from "node:assert/strict";
import fc from "fast-check";
import { RETENTION_PERIODS } from "../../../../facts/logs/retention-periods";
import { retentionProblem } from "../../../../policies/families/log-group-retention";
import { logsLogGroupRetentionBounded } from "../../../../policies/rules/logs/logs-log-group-retention-bounded";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(logsLogGroupRetentionBounded, {
  fails: [
    {
      title: "a log group that leaves its retention out",
      remove: ["retentionInDays"],
      message: "is not set, so events are kept forever; set it to 30 to 3653 days",
    },
    {
      title: "a log group that keeps events forever",
      set: { retentionInDays: 0 },
      message: "is 0, so events are kept forever; set it to 30 to 3653 days",
    },
    {
      title: "a log group just below the minimum",
      set: { retentionInDays: 14 },
      message: "is 14; set it to 30 to 3653 days",
    },
    {
      title: "a log group just below the minimum of the settings",
      set: { retentionInDays: 180 },
      settings: { minimumDays: 365 },
      message: "is 180; set it to 365 to 3653 days",
    },
    {
      title: "a log group just above the maximum of the settings",
      set: { retentionInDays: 545 },
      settings: { maximumDays: 400 },
      message: "is 545; set it to 30 to 400 days",
    },
    {
      title: "a period that CloudWatch Logs does not accept",
      set: { retentionInDays: 366 },
      settings: { minimumDays: 365, maximumDays: 545 },
      message: "is 366, which CloudWatch Logs does not accept; set it to one of 365, 400, 545",
    },
    {
      title: "a period that is not a number",
      set: { retentionInDays: "400" },
      settings: { minimumDays: 365, maximumDays: 545 },
      message: 'is "400", which CloudWatch Logs does not accept; set it to one of 365, 400, 545',
    },
    {
      title: "whole records of sampled invocations just above their maximum",
      set: { name: "/ai-governance/calls-sampler/unsampled-invocations", retentionInDays: 5 },
      message: "is 5; set it to 1 to 3 days",
    },
    {
      title: "a share of them just above its maximum",
      set: { name: "/ai-governance/calls-sampler/sampled-invocations", retentionInDays: 60 },
      message: "is 60; set it to 1 to 30 days",
    },
    {
      title: "a log group that is named so in a part of its name",
      set: { name: "/team/unsampled-invocations", retentionInDays: 1 },
      message: "is 1; set it to 30 to 3653 days",
    },
  ],
  passes: [
    {
      title: "whole records of sampled invocations for three days",
      set: { name: "/ai-governance/calls-sampler/unsampled-invocations", retentionInDays: 3 },
    },
    {
      title: "a share of them for a month",
      set: { name: "/ai-governance/calls-sampler/sampled-invocations", retentionInDays: 30 },
    },
    { title: "the minimum", set: { retentionInDays: 30 } },
    { title: "the maximum", set: { retentionInDays: 3653 } },
    { title: "the minimum of the settings", set: { retentionInDays: 365 }, settings: { minimumDays: 365 } },
    { title: "the maximum of the settings", set: { retentionInDays: 400 }, settings: { maximumDays: 400 } },
  ],
});

describe("retention periods in logs-log-group-retention-bounded", () => {
  it("have a problem exactly when CloudWatch Logs does not accept them or they are out of bounds", () => {
    const periods: readonly number[] = RETENTION_PERIODS;
    const day = fc.oneof(fc.integer({ min: -1, max: 4000 }), fc.constantFrom(...periods));
    fc.assert(
      fc.property(day, day, day, (days, minimumDays, maximumDays) => {
        const isGood = periods.includes(days) && minimumDays <= days && days <= maximumDays;
        assert.equal(retentionProblem(days, { minimumDays, maximumDays }) === undefined, isGood);
      }),
    );
  });
});
