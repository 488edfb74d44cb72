import { eksLogGroupPrecreated } from "../../../../policies/rules/eks/eks-log-group-precreated";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
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
  message: 'is "inference", and the stack has no log group /aws/eks/inference/cluster in its region; declare one',
};
const refused = (days: number) => ({
  title: `a log group of ${days} days`,
  change: withGroup({ retentionInDays: days }),
  findings: [
    {
      name: "cluster",
      message: `references a log group whose retentionInDays is ${days}; set it to 90 to 3653 days`,
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
          message: "references a log group whose retentionInDays is not set; set it to 90 to 3653 days",
        },
      ],
    },
    refused(0),
    refused(60),
    refused(3654),
    {
      title: "a log group without a customer managed key",
      change: () => stackOf({ name: GOOD_GROUP.name, retentionInDays: 400 }),
      findings: [
        {
          name: "cluster",
          message: "references a log group whose kmsKeyId is not set; set it to a customer managed key",
        },
      ],
    },
    {
      title: "a cluster that may be created before its log group",
      change: () => stackOf(GOOD_GROUP, { name: "inference" }, urnOf("aws:iam/role:Role", "role")),
      findings: [
        {
          name: "cluster",
          message: 'is "inference", and the cluster may be created before its log group; make it depend on group',
        },
      ],
    },
    {
      title: "a cluster with a generated name",
      change: () => stackOf(GOOD_GROUP, {}),
      findings: [
        {
          name: "cluster",
          message: "is not set, so the name of its log group is not known in advance; set it to a fixed name",
        },
      ],
    },
    {
      ...refused(365),
      title: "a retention below a minimum that is configured",
      settings: { minimumDays: 400 },
      findings: [
        {
          name: "cluster",
          message: "references a log group whose retentionInDays is 365; set it to 400 to 3653 days",
        },
      ],
    },
  ],
  passes: [
    { title: "the shortest retention", change: withGroup({ retentionInDays: 90 }) },
    { title: "the longest retention", change: withGroup({ retentionInDays: 3653 }) },
    { title: "a key that is not created yet", change: withGroup({ kmsKeyId: UNKNOWN_VALUE }) },
  ],
  unknown: [
    { title: "the cluster's name", change: withGroup({}, { name: UNKNOWN_VALUE }), property: "name" },
    { title: "the group's name", change: withGroup({ name: UNKNOWN_VALUE }), property: "name" },
    { title: "the retention", change: withGroup({ retentionInDays: UNKNOWN_VALUE }), property: "name" },
  ],
});
