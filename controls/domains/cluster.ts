import { control } from "../control";
import { NO_RUNBOOK } from "../no-runbook";

/** Clusters belong to the teams that run workloads on them. */
const OF_THE_TEAMS = { none: "Clusters are declared by the teams that own them." };

export const clusterControls = [
  control({
    id: "CLUSTER-01",
    title: "The control plane of every cluster is logged in full",
    objective: "Who did what to an AI workload through the Kubernetes API is on record.",
    provisions: ["KubernetesAuditSink"],
    prevents: ["eks-control-plane-logging"],
    detects: { configRules: ["eks-cluster-log-enabled"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: NO_RUNBOOK,
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
      "EKS fixes the audit policy itself: what is logged of a request cannot be chosen.",
      "Self-managed clusters are not covered yet.",
    ],
  }),
  control({
    id: "CLUSTER-02",
    title: "Cluster logs are kept for a bounded time and encrypted",
    objective: "The log group is there before the cluster, so that EKS does not create one that never expires.",
    provisions: ["KubernetesAuditSink", "RetainedLogGroup"],
    prevents: ["eks-log-group-precreated", "eks-audit-log-retained"],
    traces: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AU-11", "SC-28(1)", "SI-12"],
      "soc-2": ["CC6.1", "C1.2"],
      gdpr: ["5(1)(e)"],
    },
    limits: [
      "The rule demands 90 days unless it is configured for more; the default of the component is 400.",
      "It is judged where the cluster is declared; a cluster that exists already keeps the group that EKS made.",
    ],
  }),
  control({
    id: "CLUSTER-03",
    title: "Secrets of clusters are encrypted with a customer key",
    objective: "Credentials of AI workloads are unreadable in the cluster's store without the key.",
    provisions: OF_THE_TEAMS,
    prevents: ["eks-secrets-encrypted"],
    detects: { configRules: ["eks-cluster-secrets-encrypted"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["3.6.1"],
      "security-hub": ["EKS.3"],
    },
    limits: ["Whoever may read secrets through the Kubernetes API still reads them in plain text."],
  }),
  control({
    id: "CLUSTER-04",
    title: "The Kubernetes API is not reachable from everywhere",
    objective: "Only known networks reach the API server.",
    provisions: OF_THE_TEAMS,
    prevents: ["eks-endpoint-private"],
    detects: { configRules: ["eks-endpoint-no-public-access"] },
    traces: ["eks:UpdateClusterConfig"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["EKS.1"],
    },
    limits: ["The policy advises and does not block: some teams need a public endpoint with an allow-list."],
  }),
  control({
    id: "CLUSTER-05",
    title: "No audit sink is declared that no cluster understands",
    objective: "A program that seems to set up auditing, on an API that Kubernetes removed, is refused.",
    provisions: ["KubernetesAuditSink"],
    prevents: ["legacy-audit-sink-refused"],
    traces: [],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["12(1)"],
      "iso-42001": ["A.6.2.8"],
      "nist-800-53": ["AU-12"],
    },
    limits: ["Clusters before 1.19, which do understand it, need an exemption."],
  }),
] as const;
