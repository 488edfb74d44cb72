import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html", readOn: "2026-11-21" },
];

/**
 * The control-plane logs of an EKS cluster, all of them: the audit log says who did what, the authenticator log which IAM
 * principal that was.
 */
export const EKS_LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/** One of {@link EKS_LOG_TYPES}. */
export type EksLogType = (typeof EKS_LOG_TYPES)[number];

/** The log group that EKS writes to. EKS creates it without encryption and without expiry unless it exists before the cluster. */
export function eksLogGroupName(clusterName: string): string {
  return `/aws/eks/${clusterName}/cluster`;
}

/** The names of such log groups, of any cluster. */
export const EKS_LOG_GROUP_NAME = new RegExp(`^${eksLogGroupName("[^/]+")}$`);
