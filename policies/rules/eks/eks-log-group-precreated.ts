import { eksLogGroupName } from "../../../facts/eks/log-types";
import { type RetentionBounds, referencesRetained, retentionSettings } from "../../families/log-group-retention";
import { UNKNOWN, show } from "../../properties";
import { decide, found } from "../../requirements";
import { CLUSTER, LOG_GROUP } from "../../resources";
import { type Results, all, fail, pass } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";
import { comesAfter, inSameRegion } from "../../stack/subjects";
import { type Truth, every, is, must, some } from "../../truth";

const NAME = CLUSTER.path("name");

export const eksLogGroupPrecreated = stackRule(CLUSTER, {
  id: "eks-log-group-precreated",
  title: "EKS clusters have a log group with a bounded retention and a customer managed key before they are created",
  severity: "high",
  property: NAME,
  rationale:
    "EKS creates the log group when it is missing, without expiry and without a customer managed key, and the " +
    "program can then no longer create it.",
  remediation:
    `Declare the log group ${eksLogGroupName("CLUSTER")} with retentionInDays and kmsKeyId, and make the cluster ` +
    "depend on it.",
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  settings: retentionSettings({ minimumDays: 90, maximumDays: 3653 }),
  checkEach: (cluster, { stack, settings }) =>
    decide(cluster.properties, NAME, (name) =>
      typeof name === "string"
        ? checkLogGroup(stack, { cluster, name }, settings)
        : fail(NAME, `${found(name)}, so the name of its log group is not known in advance; set it to a fixed name`),
    ),
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

function checkLogGroup(stack: Stack, { cluster, name }: NamedCluster, bounds: RetentionBounds): Results {
  const groupName = eksLogGroupName(name);
  const groups = stack.ofType(LOG_GROUP).map((group): Candidate => ({
    group,
    isMeant: every([is(group.properties.name, groupName), inSameRegion(stack, group, cluster)]),
  }));
  const meant = groups.find(({ isMeant }) => isMeant === true)?.group;
  if (meant === undefined) {
    const open = some(groups.map(({ isMeant }) => isMeant)) === UNKNOWN;
    return must(
      open ? UNKNOWN : false,
      NAME,
      `is ${show(name)}, and the stack has no log group ${groupName} in its region; declare one`,
    );
  }
  return all(
    referencesRetained(meant.properties, NAME, bounds),
    comesAfter(stack, cluster, meant)
      ? pass
      : fail(
          NAME,
          `is ${show(name)}, and the cluster may be created before its log group; make it depend on ${meant.name}`,
        ),
  );
}
