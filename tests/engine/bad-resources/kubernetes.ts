import { casesOf } from "./bad-resource";

const cluster = casesOf("cluster", "aws:eks/cluster:Cluster", {
  name: "inference",
  enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-central-1:111122223333:key/k" }, resources: ["secrets"] },
  roleArn: "arn:aws:iam::111122223333:role/cluster",
  vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false, subnetIds: ["subnet-1", "subnet-2"] },
});
const auditSink = casesOf("cluster", "kubernetes:auditregistration.k8s.io/v1alpha1:AuditSink", {
  apiVersion: "auditregistration.k8s.io/v1alpha1",
  kind: "AuditSink",
  metadata: { name: "sink" },
});

export const badClusters = [
  cluster("eks-control-plane-logging-enabled", { set: { enabledClusterLogTypes: ["api"] } }),
  cluster("eks-secrets-customer-managed-key", { remove: ["encryptionConfig"] }),
  // No AuditSink is a good one: it breaks the rule as it stands.
  auditSink("kubernetes-audit-sink-unsupported", {}),
];
