import { eksLogGroupPrecreated } from "../../../../policies/rules/kubernetes/eks-log-group-precreated";
import type { WireMap } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";

const CLUSTER = "aws:eks/cluster:Cluster";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const GOOD_GROUP = {
  name: "/aws/eks/inference/cluster",
  retentionInDays: 400,
  kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k",
};

/** A stack with a cluster and a log group, the cluster made after the group unless it depends on something else. */
function stackOf(group: WireMap, cluster: WireMap = { name: "inference" }, dependency = urnOf(LOG_GROUP, "group")) {
  return [
    ...emptyStack(),
    declared(LOG_GROUP, "group", group),
    declared(CLUSTER, "cluster", cluster, { dependencies: [dependency] }),
  ];
}

function withGroup(change: WireMap, cluster?: WireMap) {
  return () => stackOf({ ...GOOD_GROUP, ...change }, cluster);
}

const NO_GROUP = {
  name: "cluster",
  message: 'is "inference", and the stack has no log group /aws/eks/inference/cluster in its region; it must have one',
};
const refused = (days: number) => ({
  title: `a log group of ${days} days`,
  change: withGroup({ retentionInDays: days }),
  findings: [
    {
      name: "cluster",
      message: `names a log group whose retentionInDays is ${days}; it must be at least 90 and at most 3653`,
    },
  ] as const,
});

describeStackRule(eksLogGroupPrecreated, {
  example: () => stackOf(GOOD_GROUP),
  fails: [
    { title: "a cluster without a log group", change: withGroup({ name: "/other" }), findings: [NO_GROUP] },
    {
      title: "a log group in another region",
      change: withGroup({ region: "us-east-1" }, { name: "inference", region: "eu-west-1" }),
      findings: [NO_GROUP],
    },
    {
      title: "a log group that never expires",
      change: () => stackOf({ name: GOOD_GROUP.name, kmsKeyId: GOOD_GROUP.kmsKeyId }),
      findings: [
        {
          name: "cluster",
          message: "names a log group whose retentionInDays is absent; it must be at least 90 and at most 3653",
        },
      ],
    },
    refused(0),
    refused(60),
    refused(3654),
    {
      title: "a log group without a customer key",
      change: () => stackOf({ name: GOOD_GROUP.name, retentionInDays: 400 }),
      findings: [
        { name: "cluster", message: "names a log group whose kmsKeyId is absent; it must name a customer key" },
      ],
    },
    {
      title: "a cluster that may be made before its log group",
      change: () => stackOf(GOOD_GROUP, { name: "inference" }, urnOf("aws:iam/role:Role", "role")),
      findings: [
        {
          name: "cluster",
          message: 'is "inference", which may be made before its log group; the cluster must depend on group',
        },
      ],
    },
    {
      title: "a cluster that is named by chance",
      change: () => stackOf(GOOD_GROUP, {}),
      findings: [{ name: "cluster", message: "is absent, so that its log group cannot be made first; it must be set" }],
    },
    {
      ...refused(365),
      title: "a retention below a minimum that is configured",
      config: { minimumDays: 400 },
      findings: [
        {
          name: "cluster",
          message: "names a log group whose retentionInDays is 365; it must be at least 400 and at most 3653",
        },
      ],
    },
  ],
  passes: [
    { title: "the shortest retention", change: withGroup({ retentionInDays: 90 }) },
    { title: "the longest retention", change: withGroup({ retentionInDays: 3653 }) },
    { title: "a key that is yet to be made", change: withGroup({ kmsKeyId: UNKNOWN_VALUE }) },
  ],
  unknown: [
    { title: "the cluster's name", change: withGroup({}, { name: UNKNOWN_VALUE }), property: "name" },
    { title: "the group's name", change: withGroup({ name: UNKNOWN_VALUE }), property: "name" },
    { title: "the retention", change: withGroup({ retentionInDays: UNKNOWN_VALUE }), property: "name" },
  ],
});
