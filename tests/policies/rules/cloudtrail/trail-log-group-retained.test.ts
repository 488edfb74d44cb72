import { trailLogGroupRetained } from "../../../../policies/rules/cloudtrail/trail-log-group-retained";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-trail-log-group" };

const kept = (days: string, minimum = 365, maximum = 3653) =>
  [
    {
      name: "baseline-trail",
      message: `names a log group whose retentionInDays is ${days}; it must be at least ${minimum} and at most ${maximum}`,
    },
  ] as const;

describeStackRule(trailLogGroupRetained, {
  fails: [
    {
      title: "a log group that keeps events for ever",
      change: (stack) => changeAll(stack, GROUP, { remove: ["retentionInDays"] }),
      findings: kept("absent"),
    },
    {
      title: "a log group that says so with 0",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 0 } }),
      findings: kept("0"),
    },
    {
      title: "a log group just below the minimum",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 180 } }),
      findings: kept("180"),
    },
    {
      title: "a log group just above the maximum of the configuration",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 545 } }),
      config: { maximumDays: 400 },
      findings: kept("545", 365, 400),
    },
    {
      title: "a log group just below the minimum of the configuration",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 365 } }),
      config: { minimumDays: 400 },
      findings: kept("365", 400),
    },
    {
      title: "a log group without a key",
      change: (stack) => changeAll(stack, GROUP, { remove: ["kmsKeyId"] }),
      findings: [{ name: "baseline-trail", message: "names a log group without a kmsKeyId; it must have one" }],
    },
  ],
  passes: [
    {
      title: "the minimum",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 365 } }),
    },
    {
      title: "the maximum",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 3653 } }),
    },
    {
      title: "a key that is yet to be created",
      change: (stack) => changeAll(stack, GROUP, { set: { kmsKeyId: UNKNOWN_VALUE } }),
    },
  ],
  unknown: [
    {
      title: "a retention that is not known yet",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: UNKNOWN_VALUE } }),
      property: "cloudWatchLogsGroupArn",
    },
    {
      title: "a log group of another stack",
      change: (stack) => without(stack, GROUP),
      property: "cloudWatchLogsGroupArn",
    },
    {
      title: "a log group that is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { cloudWatchLogsGroupArn: UNKNOWN_VALUE } }),
      property: "cloudWatchLogsGroupArn",
    },
  ],
  notApplicable: [
    {
      title: "a trail that delivers to no log group",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["cloudWatchLogsGroupArn"] }),
    },
  ],
});
