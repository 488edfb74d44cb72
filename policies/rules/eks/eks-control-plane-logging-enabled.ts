import { EKS_LOG_TYPES } from "../../../facts/eks/log-types";
import { includes } from "../../requirements";
import { CLUSTER } from "../../resources";
import { resourceRule } from "../../rule";

export const eksControlPlaneLoggingEnabled = resourceRule(CLUSTER, {
  id: "eks-control-plane-logging-enabled",
  title: "EKS clusters have every control plane log enabled",
  severity: "high",
  property: "enabledClusterLogTypes",
  rationale:
    "EKS delivers no control plane log by default. Without audit and authenticator nobody can show who did what in " +
    "the cluster.",
  remediation: `Set enabledClusterLogTypes to ${EKS_LOG_TYPES.join(", ")}.`,
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  related: {
    prowler: ["eks_control_plane_logging_all_types_enabled"],
    checkov: ["CKV_AWS_37"],
    config: ["EKS_CLUSTER_LOGGING_ENABLED"],
  },
  requires: includes(EKS_LOG_TYPES),
});
