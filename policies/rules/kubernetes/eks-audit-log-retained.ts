import { type Judgements, all, decide, fail, notApplicable } from "../../judgement";
import { at, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { LOG_GROUP, type RetentionBounds, boundsOf, mustBeRetained, retentionSettings } from "../log-group";
import { eachOf } from "../subjects";
import { must } from "../truth";

const AUDIT_SINK = "ai-governance-baseline:index:KubernetesAuditSink";
const NAME = "logGroupName";
/** The name that EKS gives the log group of a cluster, and takes if it is there. */
const EKS_GROUP = /^\/aws\/eks\/[^/]+\/cluster$/;

export const eksAuditLogRetained = stackRule({
  id: "eks-audit-log-retained",
  title: "The log group that waits for an EKS cluster's audit log is there, with retention and a customer key",
  severity: "high",
  type: AUDIT_SINK,
  property: NAME,
  rationale:
    "Where the cluster finds no log group of its name it makes one that never expires and has no customer key.",
  fix: "Declare the log group /aws/eks/CLUSTER/cluster with retentionInDays and kmsKeyId.",
  links: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  covers: {},
  config: retentionSettings({ minimum: 90, maximum: 3653 }),
  judge: (stack, config) =>
    eachOf(stack, AUDIT_SINK, (sink) =>
      decide(sink.properties, "kind", (kind) =>
        kind === "eks" ? judgeSink(stack, sink, boundsOf(config)) : notApplicable("the cluster is not one of EKS"),
      ),
    ),
});

function judgeSink(stack: Stack, sink: StackResource, bounds: RetentionBounds): Judgements {
  const groups = stack.ofType(LOG_GROUP).filter((group) => isWithin(stack, group, sink));
  const [group] = groups;
  if (group === undefined) {
    return fail(NAME, "is that of no log group below this component; it must have one");
  }
  const name = at(group.properties, "name");
  return all(
    decide(group.properties, "name", () =>
      must(
        typeof name === "string" && EKS_GROUP.test(name),
        NAME,
        `is ${show(name)}; it must be /aws/eks/CLUSTER/cluster`,
      ),
    ),
    mustBeRetained(group.properties, bounds, NAME),
  );
}

function isWithin(stack: Stack, resource: StackResource, component: StackResource): boolean {
  let { parent } = resource;
  while (parent !== undefined && parent !== component.urn) {
    parent = stack.withUrn(parent)?.parent;
  }
  return parent !== undefined;
}
