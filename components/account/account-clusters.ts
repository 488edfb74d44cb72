/** The log groups of the control planes of EKS clusters. */
import type { Scope } from "../base/component";
import { KubernetesAuditSink } from "../kubernetes/kubernetes-audit-sink";
import type { AccountBaselineOptions, EksCluster } from "./account-baseline-options";

/** An EKS cluster's destination for control-plane logs. */
export interface ClusterBaseline {
  readonly name: string;
  readonly region: string;
  /** Absent where the cluster's log group is adopted or left out. */
  readonly auditSink: KubernetesAuditSink | undefined;
}

export function createCluster(
  scope: Scope,
  { clusterRetentionDays }: AccountBaselineOptions,
  { name, region, logGroup }: EksCluster,
): ClusterBaseline {
  if (logGroup.mode !== "create") {
    return { name, region, auditSink: undefined };
  }
  const auditSink = new KubernetesAuditSink(
    scope.child(`${region}-eks-${name}`),
    {
      cluster: { kind: "eks", clusterName: name },
      region,
      retentionDays: clusterRetentionDays,
      ...scope.protection,
      ...scope.keyProtection,
    },
    scope.options,
  );
  return { name, region, auditSink };
}
