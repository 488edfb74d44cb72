import { AUDIT_SINK } from "../../resources";
import { fail } from "../../result";
import { resourceRule } from "../../rule";

export const kubernetesAuditSinkUnsupported = resourceRule(AUDIT_SINK, {
  id: "kubernetes-audit-sink-unsupported",
  title: "Kubernetes clusters do not rely on AuditSink objects for their audit log",
  severity: "high",
  property: "apiVersion",
  rationale:
    "Kubernetes 1.19 removed dynamic audit registration. The object compiles, but no supported cluster serves it, so " +
    "there is no audit log.",
  remediation:
    "Give the API server an audit policy and a log or webhook backend, or use the control plane logging of a managed " +
    "cluster. Exempt a cluster older than 1.19.",
  references: ["https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/"],
  requires: (_, property) =>
    fail(property, 'is "auditregistration.k8s.io/v1alpha1", which Kubernetes 1.19 removed; remove the AuditSink'),
});
