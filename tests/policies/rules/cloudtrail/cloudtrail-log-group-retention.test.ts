import { cloudtrailLogGroupRetention } from "../../../../policies/rules/cloudtrail/cloudtrail-log-group-retention";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-trail-log-group" };

const kept = (found: string, minimum = 365, maximum = 3653) =>
  [
    {
      name: "baseline-trail",
      message: `references a log group whose retentionInDays ${found}; set it to ${minimum} to ${maximum} days`,
    },
  ] as const;

describeStackRule(cloudtrailLogGroupRetention, {
  fails: [
    {
      title: "a log group that keeps events forever",
      change: (stack) => changeAll(stack, GROUP, { remove: ["retentionInDays"] }),
      findings: kept("is not set"),
    },
    {
      title: "a log group that keeps events forever by 0",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 0 } }),
      findings: kept("is 0"),
    },
    {
      title: "a log group just below the minimum",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 180 } }),
      findings: kept("is 180"),
    },
    {
      title: "a log group just above the maximum of the settings",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 545 } }),
      settings: { maximumDays: 400 },
      findings: kept("is 545", 365, 400),
    },
    {
      title: "a log group just below the minimum of the settings",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 365 } }),
      settings: { minimumDays: 400 },
      findings: kept("is 365", 400),
    },
    {
      title: "a log group without a key",
      change: (stack) => changeAll(stack, GROUP, { remove: ["kmsKeyId"] }),
      findings: [
        {
          name: "baseline-trail",
          message: "references a log group whose kmsKeyId is not set; set it to a customer managed key",
        },
      ],
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
      title: "a trail without a log group",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["cloudWatchLogsGroupArn"] }),
    },
  ],
});
