import { fail } from "../../judgement";
import { resourceRule } from "../../rule";

export const legacyAuditSinkRefused = resourceRule({
  id: "legacy-audit-sink-refused",
  title: "No cluster's audit log rests on an AuditSink",
  severity: "high",
  type: "kubernetes:auditregistration.k8s.io/v1alpha1:AuditSink",
  property: "apiVersion",
  rationale:
    "Kubernetes 1.19 removed dynamic audit registration: the object compiles, no supported cluster serves it, and whoever " +
    "counts on it has no audit log.",
  fix:
    "Give the API server an audit policy and a log or webhook backend, or use a managed cluster's control-plane logging; " +
    "exempt a cluster older than 1.19.",
  links: ["https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/"],
  covers: {},
  judge: () =>
    fail(
      "apiVersion",
      'is "auditregistration.k8s.io/v1alpha1", which Kubernetes 1.19 removed; there must be no such object',
    ),
});
