import { EKS_LOG_GROUP_NAME, eksLogGroupName } from "../../../facts/eks/log-types";
import { type RetentionBounds, referencesRetained, retentionSettings } from "../../families/log-group-retention";
import { decide, found } from "../../requirements";
import { KUBERNETES_AUDIT_SINK, LOG_GROUP } from "../../resources";
import { type Results, all, fail, notApplicable } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";
import { must } from "../../truth";

const NAME = KUBERNETES_AUDIT_SINK.path("logGroupName");
const KIND = KUBERNETES_AUDIT_SINK.path("kind");

export const eksAuditLogRetention = stackRule(KUBERNETES_AUDIT_SINK, {
  id: "eks-audit-log-retention",
  title: "EKS audit logs have a log group with a bounded retention and a customer managed key",
  severity: "high",
  property: NAME,
  rationale:
    "If the cluster finds no log group of its name, EKS creates one that never expires and has no customer managed " +
    "key.",
  remediation: `Declare the log group ${eksLogGroupName("CLUSTER")} with retentionInDays and kmsKeyId.`,
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  settings: retentionSettings({ minimumDays: 90, maximumDays: 3653 }),
  checkEach: (sink, { stack, settings }) =>
    decide(sink.properties, KIND, (kind) =>
      kind === "eks" ? checkSink(stack, sink, settings) : notApplicable("the cluster is not an EKS cluster"),
    ),
});

function checkSink(stack: Stack, sink: StackResource, bounds: RetentionBounds): Results {
  const [group] = stack.ofType(LOG_GROUP).filter((candidate) => isWithin(stack, candidate, sink));
  if (group === undefined) {
    return fail(NAME, "names no log group below this component; declare one");
  }
  return all(
    decide(group.properties, LOG_GROUP.path("name"), (name) =>
      must(
        typeof name === "string" && EKS_LOG_GROUP_NAME.test(name),
        NAME,
        `${found(name)}; set it to ${eksLogGroupName("CLUSTER")}`,
      ),
    ),
    referencesRetained(group.properties, NAME, bounds),
  );
}

function isWithin(stack: Stack, resource: StackResource, component: StackResource): boolean {
  let { parent } = resource;
  while (parent !== undefined && parent !== component.urn) {
    parent = stack.withUrn(parent)?.parent;
  }
  return parent !== undefined;
}
