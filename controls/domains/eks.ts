import { control } from "../control";

/** Clusters belong to the teams that run workloads on them. */
const OF_THE_TEAMS = { none: "Clusters are declared by the teams that own them." };

export const clusterControls = [
  control({
    id: "CLUSTER-01",
    title: "Every cluster has all control plane logs enabled",
    objective: "Every action on an AI workload through the Kubernetes API is recorded, including who did it.",
    provisions: ["KubernetesAuditSink"],
    prevents: ["eks-control-plane-logging-enabled"],
    detects: { configRules: ["eks-cluster-log-enabled"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: ["feeds-silent", "cluster-shells-opened"],
    clauses: {
      "eu-ai-act": ["12(1)", "12(2)(c)"],
      "iso-42001": ["A.6.2.8"],
      "nist-ai-rmf": ["MEASURE 2.8"],
      "nist-800-53": ["AU-2", "AU-12"],
      "soc-2": ["CC7.2"],
      hipaa: ["164.312(b)"],
      "pci-dss": ["10.2.1", "10.2.1.2"],
      "security-hub": ["EKS.8"],
    },
    limits: [
      "EKS sets the audit policy, so what is logged of a request cannot be changed.",
      "Self-managed clusters are not covered yet.",
    ],
  }),
  control({
    id: "CLUSTER-02",
    title: "Cluster logs are kept for a bounded time and encrypted",
    objective: "The log group exists before the cluster, so EKS does not create one that never expires.",
    provisions: ["KubernetesAuditSink", "RetainedLogGroup"],
    prevents: ["eks-log-group-precreated", "eks-audit-log-retention", "eks-account-log-groups-declared"],
    traces: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy"],
    responds: ["retention-shortened"],
    clauses: {
      "nist-800-53": ["AU-11", "SC-28(1)", "SI-12"],
      "soc-2": ["CC6.1", "C1.2"],
      gdpr: ["5(1)(e)"],
    },
    limits: [
      "The rule requires 90 days unless it is configured for more. The component defaults to 400.",
      "The check applies where the cluster is declared. Of a cluster that exists, the account can adopt the log group that EKS created; `baseline verify` checks it.",
    ],
  }),
  control({
    id: "CLUSTER-03",
    title: "Cluster secrets are encrypted with a customer managed key",
    objective: "Credentials of AI workloads in the cluster's store cannot be read without the key.",
    provisions: OF_THE_TEAMS,
    prevents: ["eks-secrets-customer-managed-key"],
    detects: { configRules: ["eks-cluster-secrets-encrypted"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: ["cluster-secrets-read", "workload-secrets-read"],
    clauses: {
      "nist-800-53": ["SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["3.6.1"],
      "security-hub": ["EKS.3"],
    },
    limits: ["Anyone with permission to read secrets through the Kubernetes API still sees them in plain text."],
  }),
  control({
    id: "CLUSTER-04",
    title: "The Kubernetes API is not open to the internet",
    objective: "Only known networks can reach the API server.",
    provisions: OF_THE_TEAMS,
    prevents: ["eks-endpoint-private"],
    detects: { configRules: ["eks-endpoint-no-public-access"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: ["cluster-reached-anonymously", "cluster-roles-bound"],
    clauses: {
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["EKS.1"],
    },
    limits: ["The policy is advisory, because some teams need a public endpoint with an allowlist."],
  }),
  control({
    id: "CLUSTER-05",
    title: "No unsupported audit sink is declared",
    objective: "A program that appears to set up auditing with an API that Kubernetes removed is rejected.",
    provisions: ["KubernetesAuditSink"],
    prevents: ["kubernetes-audit-sink-unsupported"],
    traces: [],
    responds: ["cluster-workloads-changed"],
    clauses: {
      "eu-ai-act": ["12(1)"],
      "iso-42001": ["A.6.2.8"],
      "nist-800-53": ["AU-12"],
    },
    limits: ["Clusters older than 1.19, which do support it, need an exemption."],
  }),
] as const;
