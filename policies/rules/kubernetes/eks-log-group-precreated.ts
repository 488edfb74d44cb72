import { type Judgements, all, decide, fail, pass } from "../../judgement";
import { UNKNOWN, at, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { LOG_GROUP, type RetentionBounds, boundsOf, mustBeRetained, retentionSettings } from "../log-group";
import { comesAfter, eachOf, inSameRegion } from "../subjects";
import { type Truth, every, is, must, some } from "../truth";
import { CLUSTER } from "./cluster";

export const eksLogGroupPrecreated = stackRule({
  id: "eks-log-group-precreated",
  title: "An EKS cluster finds its log group ready, with retention and a customer key",
  severity: "high",
  type: CLUSTER,
  property: "name",
  rationale:
    "EKS makes the log group when it is missing, without expiry and without a customer key, and the group outlives the " +
    "program's wish to own it.",
  fix: "Declare the log group /aws/eks/CLUSTER/cluster with retentionInDays and kmsKeyId, and let the cluster depend on it.",
  links: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  covers: {},
  config: retentionSettings({ minimum: 90, maximum: 3653 }),
  judge: (stack, config) => {
    const bounds = boundsOf(config);
    return eachOf(stack, CLUSTER, (cluster) =>
      decide(cluster.properties, "name", (name) =>
        typeof name === "string"
          ? judgeGroup(stack, { cluster, name }, bounds)
          : fail("name", `is ${show(name)}, so that its log group cannot be made first; it must be set`),
      ),
    );
  },
});

/** A log group, as far as it is the cluster's. */
interface Candidate {
  readonly group: StackResource;
  readonly isMeant: Truth;
}

interface NamedCluster {
  readonly cluster: StackResource;
  readonly name: string;
}

function judgeGroup(stack: Stack, { cluster, name }: NamedCluster, bounds: RetentionBounds): Judgements {
  const groupName = `/aws/eks/${name}/cluster`;
  const groups = stack.ofType(LOG_GROUP).map((group): Candidate => ({
    group,
    isMeant: every([is(at(group.properties, "name"), groupName), inSameRegion(stack, group, cluster)]),
  }));
  const meant = groups.find(({ isMeant }) => isMeant === true)?.group;
  if (meant === undefined) {
    const open = some(groups.map(({ isMeant }) => isMeant)) === UNKNOWN;
    return must(
      open ? UNKNOWN : false,
      "name",
      `is ${show(name)}, and the stack has no log group ${groupName} in its region; it must have one`,
    );
  }
  return all(
    mustBeRetained(meant.properties, bounds, "name"),
    comesAfter(stack, cluster, meant)
      ? pass
      : fail(
          "name",
          `is ${show(name)}, which may be made before its log group; the cluster must depend on ${meant.name}`,
        ),
  );
}
