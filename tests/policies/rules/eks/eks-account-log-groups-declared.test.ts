import { eksAccountLogGroupsDeclared } from "../../../../policies/rules/eks/eks-account-log-groups-declared";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { saying } from "../account-modes";

const REASON = "The platform team keeps it in its own stack";
const declining = (more: WireMap): WireMap => ({
  capability: "clusterLogGroup",
  region: "eu-central-1",
  cluster: "inference",
  ...more,
});
const baseline = (lists: WireMap) => saying(lists, (stack) => stack);
const OTHERS = [{ capability: "trail", reason: REASON }];
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", region: "eu-central-1", id: "/aws/eks/inference/cluster" };

describeStackRule(eksAccountLogGroupsDeclared, {
  fails: [
    {
      title: "a cluster's log group that is left out without a reason",
      change: baseline({ declined: [...OTHERS, declining({})] }),
      findings: [
        {
          name: "baseline",
          property: "declined.1.reason",
          message: 'is not set, so nobody can tell why the log group of the cluster "inference" is left out; set it',
        },
      ],
    },
    {
      title: "a cluster's log group that is left out for an empty reason",
      change: baseline({ declined: [declining({ reason: " " })] }),
      findings: [
        {
          name: "baseline",
          property: "declined.0.reason",
          message: 'is " ", so nobody can tell why the log group of the cluster "inference" is left out; set it',
        },
      ],
    },
  ],
  passes: [
    {
      title: "an account that adopts and leaves out other things",
      change: baseline({ declined: OTHERS, adopted: [{ ...GROUP, type: "aws:s3/bucket:Bucket" }] }),
    },
  ],
  unknown: [
    {
      title: "a log group that the account has adopted",
      change: baseline({ adopted: [GROUP] }),
      property: "adopted.0",
      message:
        'is the log group "/aws/eks/inference/cluster", which this stack does not declare; baseline verify checks it',
    },
    { title: "what is left out", change: baseline({ declined: UNKNOWN_VALUE }), property: "declined" },
    { title: "what is adopted", change: baseline({ adopted: UNKNOWN_VALUE }), property: "declined" },
    {
      title: "why it is left out",
      change: baseline({ declined: [declining({ reason: UNKNOWN_VALUE })] }),
      property: "declined.0",
    },
  ],
  exempt: [
    {
      title: "a cluster's log group that is left out for a reason",
      change: baseline({ declined: [...OTHERS, declining({ reason: REASON })] }),
      findings: [
        {
          name: "baseline",
          property: "declined.1",
          message: `leaves out the log group of the cluster "inference": ${REASON}`,
        },
      ],
    },
  ],
});
