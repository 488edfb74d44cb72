import { mustHoldAll } from "../../judgement";
import { resourceRule } from "../../rule";
import { CLUSTER } from "./cluster";

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

export const eksControlPlaneLogging = resourceRule({
  id: "eks-control-plane-logging",
  title: "An EKS cluster delivers every control-plane log",
  severity: "high",
  type: CLUSTER,
  property: "enabledClusterLogTypes",
  rationale:
    "EKS delivers no control-plane log unless it is told to; without audit and authenticator nobody can say who did what in the cluster.",
  fix: `Set enabledClusterLogTypes to ${LOG_TYPES.join(", ")}.`,
  links: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  covers: {
    prowler: ["eks_control_plane_logging_all_types_enabled"],
    checkov: ["CKV_AWS_37"],
    config: ["EKS_CLUSTER_LOGGING_ENABLED"],
  },
  judge: ({ properties }) => mustHoldAll(properties, "enabledClusterLogTypes", LOG_TYPES),
});
